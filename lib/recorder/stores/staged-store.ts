import type { Queryable } from '../../database/database';
import type { CapturedItem } from '../../inventory/current/captured-item';
import { normalizeType } from '../../items/resource-type';
import type { Scope } from '../../items/scope';

/** Puts captured items of a source aside until the listing that shows them has ended. */
export async function stageItems(
  database: Queryable,
  scope: Scope,
  source: string,
  captured: readonly CapturedItem[],
): Promise<void> {
  await database.query(
    `INSERT INTO recorder_staged_items (account_id, region, source, type_key, item)
     SELECT $1, $2, $3, * FROM unnest($4::text[], $5::text[])`,
    [
      scope.accountId,
      scope.region,
      source,
      captured.map(({ item }) => normalizeType(item.resourceType)),
      captured.map((one) => JSON.stringify(one)),
    ],
  );
}

/** What was put aside of a type, in batches; it stays there until it is cleared. */
export async function* listStaged(
  tx: Queryable,
  scope: Scope,
  source: string,
  typeKey: string,
  limit: number,
): AsyncGenerator<CapturedItem[]> {
  let after = '0';
  for (;;) {
    const { rows } = await tx.query<{ number: string; item: string }>(
      `SELECT number, item FROM recorder_staged_items
       WHERE account_id = $1 AND region = $2 AND source = $3 AND type_key = $4 AND number > $5
       ORDER BY number LIMIT $6`,
      [scope.accountId, scope.region, source, typeKey, after, limit],
    );
    if (rows.length > 0) yield rows.map(({ item }): CapturedItem => JSON.parse(item));
    if (rows.length < limit) return;
    after = rows.at(-1)?.number ?? after;
  }
}

/** Throws away what was put aside for a source, or for some of its types. */
export async function clearStaged(
  database: Queryable,
  scope: Scope,
  source: string,
  typeKeys?: readonly string[],
): Promise<void> {
  await database.query(
    `DELETE FROM recorder_staged_items WHERE account_id = $1 AND region = $2 AND source = $3
       AND ($4::text[] IS NULL OR type_key = ANY ($4))`,
    [scope.accountId, scope.region, source, typeKeys ?? null],
  );
}

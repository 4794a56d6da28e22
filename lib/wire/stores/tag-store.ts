import type { Database, Queryable } from '../../database/database';
import { DomainError } from '../../errors';
import type { Scope } from '../../items/scope';

/** A tag of one of AWS Config's own resources (a recorder, a stored query), named by its ARN. */
export interface Tag {
  key: string;
  value: string;
}

/** AWS's limit for one resource. */
const maxTags = 50;

/** The tags of a resource in order of their keys, at most `limit` of those after `after`. */
export async function listTags(
  database: Queryable,
  scope: Scope,
  arn: string,
  page: { after?: string; limit: number },
): Promise<Tag[]> {
  const { rows } = await database.query<Tag>(
    `SELECT key, value FROM resource_tags
     WHERE account_id = $1 AND region = $2 AND resource_arn = $3 AND ($4::text IS NULL OR key COLLATE "C" > $4)
     ORDER BY key COLLATE "C" LIMIT $5`,
    [scope.accountId, scope.region, arn, page.after ?? null, page.limit],
  );
  return rows;
}

/**
 * Adds tags or gives present ones another value; of a key given twice the last counts.
 *
 * @throws DomainError `TooManyTags` where the resource would have more than 50; then nothing is changed.
 */
export async function addTags(database: Database, scope: Scope, arn: string, tags: readonly Tag[]): Promise<void> {
  const wanted = [...new Map(tags.map(({ key, value }) => [key, value]))];
  await database.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO resource_tags (account_id, region, resource_arn, key, value)
       SELECT $1, $2, $3, * FROM unnest($4::text[], $5::text[])
       ON CONFLICT (account_id, region, resource_arn, key) DO UPDATE SET value = excluded.value`,
      [scope.accountId, scope.region, arn, wanted.map(([key]) => key), wanted.map(([, value]) => value)],
    );
    const { rows } = await tx.query<{ count: string }>(
      'SELECT count(*) FROM resource_tags WHERE account_id = $1 AND region = $2 AND resource_arn = $3',
      [scope.accountId, scope.region, arn],
    );
    if (Number(rows[0]?.count) <= maxTags) return;
    const message = `You have reached the limit of the number of tags you can use. You have more than ${maxTags} tags.`;
    throw new DomainError('invalid', 'TooManyTags', message);
  });
}

/** Removes the tags of these keys, or all; keys that are not there are no error. */
export async function removeTags(
  database: Queryable,
  scope: Scope,
  arn: string,
  keys?: readonly string[],
): Promise<void> {
  await database.query(
    `DELETE FROM resource_tags
     WHERE account_id = $1 AND region = $2 AND resource_arn = $3 AND ($4::text[] IS NULL OR key = ANY ($4))`,
    [scope.accountId, scope.region, arn, keys ?? null],
  );
}

import type { AggregatorFilters } from '@aws-sdk/client-config-service';
import type { Database, Queryable } from '../../database/database';
import { DomainError } from '../../errors';
import type { Scope } from '../../items/scope';

/** Collects what is recorded in other accounts and Regions, as AWS Config's aggregators do. `id` stays as it was first given. */
export interface Aggregator {
  name: string;
  id: string;
  accountIds: string[];
  /** None means all. */
  regions: string[];
  filters?: AggregatorFilters;
  createdAt: Date;
  updatedAt: Date;
}

/** AWS's limit for one account and Region (AWS Config Developer Guide, "Service Limits"). */
const mostAggregators = 50;

interface AggregatorRow {
  name: string;
  id: string;
  source_account_ids: string[];
  source_regions: string[];
  filters: AggregatorFilters | null;
  created_at: Date;
  updated_at: Date;
}

const columns = 'name, id, source_account_ids, source_regions, filters, created_at, updated_at';

/** The aggregator of that name or that id, or undefined. */
export async function findAggregator(
  database: Queryable,
  scope: Scope,
  { name, id }: { name?: string; id?: string },
): Promise<Aggregator | undefined> {
  const { rows } = await database.query<AggregatorRow>(
    `SELECT ${columns} FROM configuration_aggregators WHERE account_id = $1 AND region = $2 AND (name = $3 OR id = $4)`,
    [scope.accountId, scope.region, name ?? null, id ?? null],
  );
  return rows[0] && aggregatorOf(rows[0]);
}

/** Aggregators in order of their names, those of `names` or all; at most `limit` of those after `after`. */
export async function listAggregators(
  database: Queryable,
  scope: Scope,
  page: { names?: readonly string[]; after?: string; limit: number },
): Promise<Aggregator[]> {
  const { rows } = await database.query<AggregatorRow>(
    `SELECT ${columns} FROM configuration_aggregators
     WHERE account_id = $1 AND region = $2 AND ($3::text[] IS NULL OR name = ANY ($3))
       AND ($4::text IS NULL OR name COLLATE "C" > $4)
     ORDER BY name COLLATE "C" LIMIT $5`,
    [scope.accountId, scope.region, page.names ?? null, page.after ?? null, page.limit],
  );
  return rows.map(aggregatorOf);
}

/**
 * Makes an aggregator, or replaces all but id and time of creation of the one of that name. Either requests anew what is not authorized.
 *
 * @returns the aggregator as it is kept.
 * @throws DomainError `LimitExceeded` above 50 in an account and Region; then nothing is changed.
 */
export function saveAggregator(
  database: Database,
  scope: Scope,
  wanted: Omit<Aggregator, 'createdAt'>,
): Promise<Aggregator> {
  return database.transaction(async (tx) => {
    const { rows } = await tx.query<AggregatorRow>(
      `INSERT INTO configuration_aggregators (account_id, region, name, id, source_account_ids, source_regions, filters,
         created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)
       ON CONFLICT (account_id, region, name) DO UPDATE SET source_account_ids = excluded.source_account_ids,
         source_regions = excluded.source_regions, filters = excluded.filters, updated_at = excluded.updated_at
       RETURNING ${columns}`,
      [
        scope.accountId,
        scope.region,
        wanted.name,
        wanted.id,
        wanted.accountIds,
        wanted.regions,
        wanted.filters ? JSON.stringify(wanted.filters) : null,
        wanted.updatedAt,
      ],
    );
    const counted = await tx.query<{ count: string }>(
      'SELECT count(*) FROM configuration_aggregators WHERE account_id = $1 AND region = $2',
      [scope.accountId, scope.region],
    );
    if (Number(counted.rows[0]?.count) > mostAggregators) {
      const message = `There are ${mostAggregators} configuration aggregators in ${scope.region}, as many as there may be. Delete one first.`;
      throw new DomainError('invalid', 'LimitExceeded', message);
    }
    await tx.query(
      'DELETE FROM dismissed_aggregation_requests WHERE requester_account_id = $1 AND requester_region = $2',
      [scope.accountId, scope.region],
    );
    return rows[0] ? aggregatorOf(rows[0]) : { ...wanted, createdAt: wanted.updatedAt };
  });
}

/** Deletes the aggregator of that name. What it aggregated is elsewhere, and stays. */
export async function deleteAggregator(database: Queryable, scope: Scope, name: string): Promise<void> {
  await database.query('DELETE FROM configuration_aggregators WHERE account_id = $1 AND region = $2 AND name = $3', [
    scope.accountId,
    scope.region,
    name,
  ]);
}

function aggregatorOf(row: AggregatorRow): Aggregator {
  return {
    name: row.name,
    id: row.id,
    accountIds: row.source_account_ids,
    regions: row.source_regions,
    ...(row.filters ? { filters: row.filters } : {}),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

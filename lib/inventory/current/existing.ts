import type { Queryable } from '../../database/database';
import type { ResourceKey } from '../../items/identity';
import { normalizeType } from '../../items/resource-type';
import type { Scope } from '../../items/scope';
import type { LatestItem } from './captured-item';
import { recordedNow } from './recorded-now';

export interface ExistingResource extends ResourceKey, LatestItem {
  resourceName?: string;
  ARN?: string;
  awsRegion: string;
}

/** Which existing resources are meant: of one source, of all but one, of some types; all without a word. */
export interface ExistingFilter {
  source?: string;
  sourceOtherThan?: string;
  /** In the form of `normalizeType`. */
  typeKeys?: readonly string[];
}

const existingWhere = `account_id = $1 AND region = $2 AND is_current AND ${recordedNow()}
  AND ($3::text IS NULL OR source = $3) AND ($4::text IS NULL OR source <> $4)
  AND ($5::text[] IS NULL OR type_key = ANY ($5))`;

const existingValues = (scope: Scope, filter: ExistingFilter) => [
  scope.accountId,
  scope.region,
  filter.source ?? null,
  filter.sourceOtherThan ?? null,
  filter.typeKeys ?? null,
];

/** How many resources are recorded now, by the key of their type. */
export async function countExistingByType(
  database: Queryable,
  scope: Scope,
  filter: ExistingFilter,
): Promise<Map<string, number>> {
  const { rows } = await database.query<{ type_key: string; count: string }>(
    `SELECT type_key, count(*) AS count FROM configuration_items WHERE ${existingWhere} GROUP BY type_key`,
    existingValues(scope, filter),
  );
  return new Map(rows.map(({ type_key, count }) => [type_key, Number(count)]));
}

/** Resources that are recorded now, in batches, after `after` in the order of their keys. */
export async function listExisting(
  tx: Queryable,
  scope: Scope,
  filter: ExistingFilter,
  after: ResourceKey | undefined,
  limit: number,
): Promise<ExistingResource[]> {
  const { rows } = await tx.query<{
    resource_type: string;
    resource_id: string;
    resource_name: string | null;
    arn: string | null;
    aws_region: string;
    state_id: string;
    content_hash: string;
    status: string;
  }>(
    `SELECT resource_type, resource_id, resource_name, arn, aws_region, state_id, content_hash, status
     FROM configuration_items
     WHERE ${existingWhere} AND (type_key, resource_id) > ($6, $7)
     ORDER BY type_key, resource_id LIMIT $8`,
    [...existingValues(scope, filter), after ? normalizeType(after.resourceType) : '', after?.resourceId ?? '', limit],
  );
  return rows.map((row) => ({
    resourceType: row.resource_type,
    resourceId: row.resource_id,
    resourceName: row.resource_name ?? undefined,
    ARN: row.arn ?? undefined,
    awsRegion: row.aws_region,
    stateId: Number(row.state_id),
    contentHash: row.content_hash,
    status: row.status,
  }));
}

/** How many resources are recorded now, and of how many types; deleted ones not counted. */
export async function countExisting(database: Queryable, scope: Scope): Promise<{ resources: number; types: number }> {
  const { rows } = await database.query<{ resources: string; types: string }>(
    `SELECT count(*) AS resources, count(DISTINCT type_key) AS types FROM configuration_items
     WHERE account_id = $1 AND region = $2 AND is_current AND ${recordedNow()}`,
    [scope.accountId, scope.region],
  );
  return { resources: Number(rows[0]?.resources ?? 0), types: Number(rows[0]?.types ?? 0) };
}

/** How many resources are recorded now of each source. */
export async function countBySource(database: Queryable, scope: Scope): Promise<{ source: string; count: number }[]> {
  const { rows } = await database.query<{ source: string; count: string }>(
    `SELECT source, count(*) AS count FROM configuration_items
     WHERE account_id = $1 AND region = $2 AND is_current AND ${recordedNow()}
     GROUP BY source ORDER BY source`,
    [scope.accountId, scope.region],
  );
  return rows.map(({ source, count }) => ({ source, count: Number(count) }));
}

import type { Queryable } from '../../database/database';
import { type ResourceKey, resourceKey } from '../../items/identity';
import { normalizeType } from '../../items/resource-type';
import type { Scope } from '../../items/scope';
import type { LatestItem } from './captured-item';
import { currentOf } from './current-rows';

/** The newest item of each of `resources`, by `resourceKey`; unknown ones are not in the map. */
export async function findLatest(
  database: Queryable,
  scope: Scope,
  resources: readonly ResourceKey[],
): Promise<Map<string, LatestItem & { source: string }>> {
  if (resources.length === 0) return new Map();
  const { rows } = await database.query<{
    type_key: string;
    resource_id: string;
    state_id: string;
    content_hash: string;
    status: string;
    source: string;
  }>(
    `SELECT i.type_key, i.resource_id, i.state_id, i.content_hash, i.status, i.source
     FROM ${currentOf('$3', '$4')}`,
    [
      scope.accountId,
      scope.region,
      resources.map(({ resourceType }) => normalizeType(resourceType)),
      resources.map(({ resourceId }) => resourceId),
    ],
  );
  return new Map(
    rows.map((row) => [
      resourceKey({ resourceType: row.type_key, resourceId: row.resource_id }),
      { stateId: Number(row.state_id), contentHash: row.content_hash, status: row.status, source: row.source },
    ]),
  );
}

/** Keys of the types of which anything was ever recorded. */
export async function findTypes(database: Queryable, scope: Scope): Promise<ReadonlySet<string>> {
  const { rows } = await database.query<{ type_key: string }>(
    'SELECT DISTINCT type_key FROM configuration_items WHERE account_id = $1 AND region = $2 AND is_current',
    [scope.accountId, scope.region],
  );
  return new Set(rows.map((row) => row.type_key));
}

/** The text of the newest item of each of `resources`, by `resourceKey`. */
export async function findLatestBodies(
  database: Queryable,
  scope: Scope,
  resources: readonly ResourceKey[],
): Promise<Map<string, string>> {
  if (resources.length === 0) return new Map();
  const { rows } = await database.query<{ type_key: string; resource_id: string; body: string }>(
    `SELECT i.type_key, i.resource_id, i.body::text AS body
     FROM ${currentOf('$3', '$4')}`,
    [
      scope.accountId,
      scope.region,
      resources.map(({ resourceType }) => normalizeType(resourceType)),
      resources.map(({ resourceId }) => resourceId),
    ],
  );
  return new Map(
    rows.map((row) => [resourceKey({ resourceType: row.type_key, resourceId: row.resource_id }), row.body]),
  );
}

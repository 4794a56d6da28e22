import type { Queryable } from '../../database/database';
import { DomainError } from '../../errors';
import type { ResourceKey } from '../../items/identity';
import { normalizeType } from '../../items/resource-type';
import type { Scope } from '../../items/scope';
import { recordedNow } from '../current/recorded-now';

/** A resource that was discovered; `deletedAt` where it is gone. */
export interface DiscoveredResource extends ResourceKey {
  resourceName?: string;
  deletedAt?: Date;
}

/** Resources of one type; `resourceIds` and `resourceName` narrow the list. */
export interface DiscoveredSearch {
  resourceType: string;
  resourceIds?: readonly string[];
  resourceName?: string;
  deletedToo: boolean;
}

/** Resources of one type in order of their ids. */
export async function listDiscovered(
  database: Queryable,
  scope: Scope,
  wanted: DiscoveredSearch,
  page: { after?: string; limit: number },
): Promise<DiscoveredResource[]> {
  const { rows } = await database.query<{
    resource_type: string;
    resource_id: string;
    resource_name: string | null;
    deleted_at: Date | null;
  }>(
    `SELECT resource_type, resource_id, resource_name,
       CASE WHEN NOT (${recordedNow()}) THEN capture_time END AS deleted_at
     FROM configuration_items
     WHERE account_id = $1 AND region = $2 AND type_key = $3 AND is_current
       AND ($4::text[] IS NULL OR resource_id = ANY ($4))
       AND ($5::text IS NULL OR resource_name = $5)
       AND ($6 OR ${recordedNow()})
       AND ($7::text IS NULL OR resource_id > $7)
     ORDER BY resource_id LIMIT $8`,
    [
      scope.accountId,
      scope.region,
      normalizeType(wanted.resourceType),
      wanted.resourceIds ?? null,
      wanted.resourceName ?? null,
      wanted.deletedToo,
      page.after ?? null,
      page.limit,
    ],
  );
  return rows.map((row) => ({
    resourceType: row.resource_type,
    resourceId: row.resource_id,
    resourceName: row.resource_name ?? undefined,
    deletedAt: row.deleted_at ?? undefined,
  }));
}

/** How many resources there are of each type, the most numerous first; deleted ones not counted. All types where none is named. */
export async function countDiscovered(
  database: Queryable,
  scope: Scope,
  resourceTypes: readonly string[],
): Promise<{ resourceType: string; count: number }[]> {
  const { rows } = await database.query<{ resource_type: string; count: string }>(
    `SELECT min(resource_type) AS resource_type, count(*) AS count FROM configuration_items
     WHERE account_id = $1 AND region = $2 AND is_current AND ${recordedNow()}
       AND (cardinality($3::text[]) = 0 OR type_key = ANY ($3))
     GROUP BY type_key ORDER BY count(*) DESC, type_key`,
    [scope.accountId, scope.region, resourceTypes.map(normalizeType)],
  );
  return rows.map(({ resource_type, count }) => ({ resourceType: resource_type, count: Number(count) }));
}

/** Whether anything was ever recorded of a resource. */
export async function wasDiscovered(database: Queryable, scope: Scope, resource: ResourceKey): Promise<boolean> {
  const { rows } = await database.query(
    `SELECT 1 FROM configuration_items
     WHERE account_id = $1 AND region = $2 AND type_key = $3 AND resource_id = $4 LIMIT 1`,
    [scope.accountId, scope.region, normalizeType(resource.resourceType), resource.resourceId],
  );
  return rows.length > 0;
}

/** AWS Config's sentence for a resource of which nothing was ever recorded. */
export function notDiscovered({ resourceType, resourceId }: ResourceKey): DomainError {
  return new DomainError(
    'not-found',
    'ResourceNotDiscovered',
    `Resource ${resourceId} of resourceType:${resourceType} is unknown or has not been discovered`,
  );
}

import type { Queryable } from '../../database/database';
import type { ResourceKey } from '../../items/identity';
import { normalizeType } from '../../items/resource-type';
import type { Scope } from '../../items/scope';

/** One item of a resource's history, with its text exactly as kept. */
export interface TimelineItem {
  stateId: string;
  captureTime: Date;
  status: string;
  body: string;
}

/** Items of a resource, the newest first; those before the state `before` where it is given. */
export async function listTimeline(
  database: Queryable,
  scope: Scope,
  resource: ResourceKey,
  page: { before?: string; limit: number },
): Promise<TimelineItem[]> {
  const { rows } = await database.query<{ state_id: string; capture_time: Date; status: string; body: string }>(
    `SELECT state_id, capture_time, status, body::text AS body FROM configuration_items
     WHERE account_id = $1 AND region = $2 AND type_key = $3 AND resource_id = $4
       AND ($5::bigint IS NULL OR state_id < $5)
     ORDER BY state_id DESC LIMIT $6`,
    [
      scope.accountId,
      scope.region,
      normalizeType(resource.resourceType),
      resource.resourceId,
      page.before ?? null,
      page.limit,
    ],
  );
  return rows.map((row) => ({
    stateId: row.state_id,
    captureTime: row.capture_time,
    status: row.status,
    body: row.body,
  }));
}

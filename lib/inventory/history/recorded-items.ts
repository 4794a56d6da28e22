import type { Queryable } from '../../database/database';
import { sanitizeJsonSql } from '../../database/sanitize-json-sql';
import type { Relationship } from '../../items/configuration-item';
import type { ResourceIdentity, ResourceKey } from '../../items/identity';
import { normalizeType } from '../../items/resource-type';
import type { Scope } from '../../items/scope';
import { recordedNow } from '../current/recorded-now';

/** An item with its free JSON as the text that was recorded, digit by digit. */
export interface RecordedItem extends ResourceKey {
  accountId: string;
  version: string;
  captureTime: Date;
  status: string;
  stateId: string;
  md5Hash: string;
  arn?: string;
  resourceName?: string;
  awsRegion: string;
  availabilityZone?: string;
  creationTime?: Date;
  /** JSON text; `null` of a deleted resource. */
  configuration: string;
  /** Each value as JSON text. */
  supplementaryConfiguration: { [name: string]: string };
  tags: { [key: string]: string };
  relatedEvents: string[];
  relationships: Relationship[];
}

/** The current items of those of `resources` that exist, in no order. */
export async function findCurrent(
  database: Queryable,
  scope: Scope,
  resources: readonly ResourceKey[],
): Promise<RecordedItem[]> {
  const { rows } = await database.query<ItemRow>(
    `SELECT ${itemColumns} FROM ${itemsTable}
     JOIN (SELECT DISTINCT * FROM unnest($3::text[], $4::text[]) AS each (type_key, resource_id)) wanted
       ON i.type_key = wanted.type_key AND i.resource_id = wanted.resource_id
     WHERE i.account_id = $1 AND i.region = $2 AND i.is_current AND ${recordedNow('i.')}`,
    [
      scope.accountId,
      scope.region,
      resources.map(({ resourceType }) => normalizeType(resourceType)),
      resources.map(({ resourceId }) => resourceId),
    ],
  );
  return rows.map(itemOf);
}

/** The current item of each of `resources`, which may be of several accounts and Regions, in their order; undefined for one that does not exist. */
export async function findCurrentOfScopes(
  database: Queryable,
  resources: readonly ResourceIdentity[],
): Promise<(RecordedItem | undefined)[]> {
  if (resources.length === 0) return [];
  const { rows } = await database.query<ItemRow & { ordinal: string }>(
    `SELECT wanted.ordinal, ${itemColumns}
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY
       AS wanted (account_id, region, type_key, resource_id, ordinal)
     CROSS JOIN LATERAL (SELECT * FROM configuration_items c
       WHERE c.account_id = wanted.account_id AND c.region = wanted.region AND c.type_key = wanted.type_key
         AND c.resource_id = wanted.resource_id AND c.is_current AND ${recordedNow('c.')} LIMIT 1) i
     CROSS JOIN LATERAL (SELECT ${sanitizeJsonSql('i.body')} AS body) b`,
    [
      resources.map(({ accountId }) => accountId),
      resources.map(({ region }) => region),
      resources.map(({ resourceType }) => normalizeType(resourceType)),
      resources.map(({ resourceId }) => resourceId),
    ],
  );
  const found = new Map(rows.map((row) => [Number(row.ordinal), itemOf(row)]));
  return resources.map((_, index) => found.get(index + 1));
}

/** Both ends included; without one it is open there. */
export interface HistoryRange {
  from?: Date;
  to?: Date;
  oldestFirst: boolean;
}

/** Items of a resource captured within a time range, both ends included, oldest or newest first, beyond the item `beyond`. */
export async function listHistory(
  database: Queryable,
  scope: Scope,
  resource: ResourceKey,
  range: HistoryRange,
  page: { beyond?: string; limit: number },
): Promise<RecordedItem[]> {
  const [comparison, direction] = range.oldestFirst ? ['>', 'ASC'] : ['<', 'DESC'];
  const { rows } = await database.query<ItemRow>(
    `SELECT ${itemColumns} FROM ${itemsTable}
     WHERE i.account_id = $1 AND i.region = $2 AND i.type_key = $3 AND i.resource_id = $4
       AND ($5::timestamptz IS NULL OR i.capture_time >= $5) AND ($6::timestamptz IS NULL OR i.capture_time <= $6)
       AND ($7::bigint IS NULL OR i.state_id ${comparison} $7)
     ORDER BY i.state_id ${direction} LIMIT $8`,
    [
      scope.accountId,
      scope.region,
      normalizeType(resource.resourceType),
      resource.resourceId,
      range.from ?? null,
      range.to ?? null,
      page.beyond ?? null,
      page.limit,
    ],
  );
  return rows.map(itemOf);
}

interface ItemRow {
  account_id: string;
  resource_type: string;
  resource_id: string;
  resource_name: string | null;
  arn: string | null;
  aws_region: string;
  availability_zone: string | null;
  status: string;
  capture_time: Date;
  creation_time: Date | null;
  state_id: string;
  configuration: string | null;
  supplementary: { [name: string]: string } | null;
  rest: {
    version?: string;
    md5Hash?: string;
    tags?: { [key: string]: string };
    relatedEvents?: string[];
    relationships?: Relationship[];
  };
}

const itemsTable = `configuration_items i CROSS JOIN LATERAL (SELECT ${sanitizeJsonSql('i.body')} AS body) b`;

/** Out of json, not jsonb: only json gives a number back with the digits that it came with. */
const itemColumns = `i.account_id, i.resource_type, i.resource_id, i.resource_name, i.arn, i.aws_region,
  i.availability_zone, i.status, i.capture_time, i.creation_time, i.state_id,
  (b.body->'configuration')::text AS configuration,
  (SELECT json_object_agg(key, value::text) FROM json_each(b.body->'supplementaryConfiguration')) AS supplementary,
  json_build_object('version', b.body->'configurationItemVersion', 'md5Hash', b.body->'configurationStateMd5Hash',
    'tags', b.body->'tags', 'relatedEvents', b.body->'relatedEvents', 'relationships', b.body->'relationships') AS rest`;

function itemOf(row: ItemRow): RecordedItem {
  return {
    accountId: row.account_id,
    resourceType: row.resource_type,
    resourceId: row.resource_id,
    resourceName: row.resource_name ?? undefined,
    arn: row.arn ?? undefined,
    awsRegion: row.aws_region,
    availabilityZone: row.availability_zone ?? undefined,
    status: row.status,
    captureTime: row.capture_time,
    creationTime: row.creation_time ?? undefined,
    stateId: row.state_id,
    configuration: row.configuration ?? 'null',
    supplementaryConfiguration: row.supplementary ?? {},
    version: row.rest.version ?? '1.3',
    md5Hash: row.rest.md5Hash ?? '',
    tags: row.rest.tags ?? {},
    relatedEvents: row.rest.relatedEvents ?? [],
    relationships: row.rest.relationships ?? [],
  };
}

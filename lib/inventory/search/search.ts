import type { Queryable } from '../../database/database';
import { type ResourceKey, resourceKey } from '../../items/identity';
import { normalizeType } from '../../items/resource-type';
import type { Scope } from '../../items/scope';
import { recordedNow } from '../current/recorded-now';
import {
  type FilterProperty,
  filterColumns,
  filterCondition,
  likeText,
  nameTag,
  type ResourceFilter,
  tagRows,
  tagValue,
} from './filter';

/** One recorded resource as a table shows it. */
export interface ResourceRow {
  resourceType: string;
  resourceId: string;
  resourceName?: string;
  /** Its tag `Name`, where it has no name of its own. */
  nameTag?: string;
  availabilityZone?: string;
  awsRegion?: string;
  status: string;
  captureTime?: string;
}

export interface ResourceSearch {
  /** None: all types. */
  types: readonly string[];
  /** Found in type, id, name (or the tag `Name` of what has none) or zone, whatever the case. */
  search: string;
  filter?: ResourceFilter;
  /** With those that are gone or not recorded any more. */
  deleted?: boolean;
  sort?: keyof typeof columns;
  order: 'asc' | 'desc';
  /** From 1. */
  page: number;
  pageSize: number;
}

const columns = {
  resourceType: 'type_key',
  resourceId: 'resource_id',
  resourceName: `nullif(${filterColumns.resourceName}, '')`,
  availabilityZone: 'availability_zone',
  status: 'status',
  captureTime: 'capture_time',
} as const;

const current = 'account_id = $1 AND region = $2 AND is_current';
const existing = `${current} AND ${recordedNow()}`;

interface Row {
  resource_type: string;
  resource_id: string;
  resource_name: string | null;
  name_tag: string | null;
  availability_zone: string | null;
  aws_region: string;
  status: string;
  capture_time: Date;
}

function rowOf(row: Row): ResourceRow {
  return {
    resourceType: row.resource_type,
    resourceId: row.resource_id,
    resourceName: row.resource_name ?? undefined,
    ...(row.name_tag !== null && { nameTag: row.name_tag }),
    availabilityZone: row.availability_zone ?? undefined,
    awsRegion: row.aws_region,
    status: row.status,
    captureTime: row.capture_time.toISOString(),
  };
}

/** A page of the resources recorded now, and how many match. */
export async function searchResources(
  database: Queryable,
  scope: Scope,
  request: ResourceSearch,
): Promise<{ total: number; items: ResourceRow[] }> {
  const values: unknown[] = [
    scope.accountId,
    scope.region,
    request.types.map(normalizeType),
    request.search === '' ? '' : `%${likeText(request.search)}%`,
  ];
  const where = `${request.deleted ? current : existing}
    AND ($3::text[] = '{}' OR type_key = ANY ($3))
    AND ($4 = '' OR resource_type || chr(10) || resource_id || chr(10) || coalesce(resource_name, '') || chr(10)
         || coalesce(availability_zone, '') ILIKE $4 OR ${nameTag} ILIKE $4)
    AND ${filterCondition(request.filter, values)}`;
  const column = columns[request.sort ?? 'resourceType'];
  const direction = request.order === 'desc' ? 'DESC' : 'ASC';
  const page = await database.query<Row>(
    `SELECT resource_type, resource_id, resource_name, ${nameTag} AS name_tag, availability_zone, aws_region, status, capture_time
     FROM configuration_items WHERE ${where}
     ORDER BY ${column} ${direction} NULLS LAST, type_key, resource_id LIMIT $${values.length + 1} OFFSET $${values.length + 2}`,
    [...values, request.pageSize, (request.page - 1) * request.pageSize],
  );
  const total = await database.query<{ total: string }>(
    `SELECT count(*) AS total FROM configuration_items WHERE ${where}`,
    values,
  );
  return { total: Number(total.rows[0]?.total ?? 0), items: page.rows.map(rowOf) };
}

/** Which values of a property are wanted: those that hold `search`, whatever the case. */
export interface FacetRequest {
  property: FilterProperty;
  search: string;
  /** With those of resources that are gone or not recorded any more. */
  deleted?: boolean;
}

/** The values that resources have of a property, the most frequent first; those that hold `search`, whatever the case. */
export async function countByValue(
  database: Queryable,
  scope: Scope,
  request: FacetRequest,
): Promise<{ value: string; count: number }[]> {
  const { property } = request;
  const values: unknown[] = [scope.accountId, scope.region, `%${likeText(request.search)}%`];
  const from = property === 'tag' ? `configuration_items CROSS JOIN LATERAL ${tagRows}` : 'configuration_items';
  const expression =
    property === 'tag'
      ? "key || '=' || value"
      : property === 'resourceType'
        ? 'resource_type'
        : property.startsWith('tag:')
          ? tagValue(property.slice('tag:'.length), values)
          : filterColumns[property as keyof typeof filterColumns];
  const { rows } = await database.query<{ value: string; count: string }>(
    `SELECT value, count(*) AS count
     FROM (SELECT ${expression} AS value FROM ${from} WHERE ${request.deleted ? current : existing}) AS each
     WHERE value <> '' AND value ILIKE $3 GROUP BY value ORDER BY count(*) DESC, value LIMIT 100`,
    values,
  );
  return rows.map(({ value, count }) => ({ value, count: Number(count) }));
}

/**
 * One item of a resource with its text exactly as kept: the newest one (of a deleted resource too), or that of a state;
 * undefined where there is none.
 */
export async function findResource(
  database: Queryable,
  scope: Scope,
  resource: ResourceKey,
  stateId?: string,
): Promise<{ row: ResourceRow; json: string } | undefined> {
  const { rows } = await database.query<Row & { body: string }>(
    `SELECT resource_type, resource_id, resource_name, ${nameTag} AS name_tag, availability_zone, aws_region, status, capture_time,
       body::text AS body
     FROM configuration_items
     WHERE account_id = $1 AND region = $2 AND type_key = $3 AND resource_id = $4
       AND CASE WHEN $5::bigint IS NULL THEN is_current ELSE state_id = $5 END`,
    [scope.accountId, scope.region, normalizeType(resource.resourceType), resource.resourceId, stateId ?? null],
  );
  const row = rows[0];
  return row && { row: rowOf(row), json: row.body };
}

/** Of `names` (type and name), the ids of the existing resources that bear them, by `resourceKey` of type and name. */
export async function findIdsByName(
  database: Queryable,
  scope: Scope,
  names: readonly { resourceType: string; resourceName: string }[],
): Promise<Map<string, string>> {
  const { rows } = await database.query<{ type_key: string; resource_name: string; resource_id: string }>(
    `SELECT i.type_key, i.resource_name, min(i.resource_id) AS resource_id
     FROM unnest($3::text[], $4::text[]) AS wanted (type_key, resource_name)
     JOIN configuration_items i ON i.account_id = $1 AND i.region = $2 AND i.is_current AND ${recordedNow('i.')}
       AND i.type_key = wanted.type_key AND i.resource_name = wanted.resource_name
     GROUP BY i.type_key, i.resource_name`,
    [
      scope.accountId,
      scope.region,
      names.map(({ resourceType }) => normalizeType(resourceType)),
      names.map(({ resourceName }) => resourceName),
    ],
  );
  return new Map(
    rows.map((row) => [resourceKey({ resourceType: row.type_key, resourceId: row.resource_name }), row.resource_id]),
  );
}

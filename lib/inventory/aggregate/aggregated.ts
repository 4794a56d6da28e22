import type { Queryable } from '../../database/database';
import type { ResourceIdentity } from '../../items/identity';
import { normalizeType } from '../../items/resource-type';
import type { ScopeSelection } from '../../items/scope';
import { recordedNow } from '../current/recorded-now';

/** A resource of one of several accounts and Regions. */
export interface AggregatedResource extends ResourceIdentity {
  resourceName?: string;
}

/** Resources of one type; what is given narrows the list. */
export interface AggregatedSearch {
  resourceType: string;
  resourceId?: string;
  resourceName?: string;
}

/** Where a page of resources ends. */
export type AggregatedPosition = Pick<ResourceIdentity, 'accountId' | 'region' | 'resourceId'>;

/** Resources that exist, in order of account, Region and id. */
export async function listAggregated(
  database: Queryable,
  selection: ScopeSelection,
  wanted: AggregatedSearch,
  page: { after?: AggregatedPosition; limit: number },
): Promise<AggregatedResource[]> {
  const { rows } = await database.query<{
    account_id: string;
    region: string;
    resource_type: string;
    resource_id: string;
    resource_name: string | null;
  }>(
    `SELECT i.account_id, i.region, i.resource_type, i.resource_id, i.resource_name
     FROM ${selected(`AND c.type_key = $4
       AND ($5::text IS NULL OR c.resource_id = $5) AND ($6::text IS NULL OR c.resource_name = $6)
       AND ($7::text IS NULL OR (c.account_id, c.region, c.resource_id) > ($7, $8, $9))
       ORDER BY c.resource_id LIMIT $10`)}
     ORDER BY i.account_id, i.region, i.resource_id LIMIT $10`,
    [
      ...selectedValues(selection),
      normalizeType(wanted.resourceType),
      wanted.resourceId ?? null,
      wanted.resourceName ?? null,
      page.after?.accountId ?? null,
      page.after?.region ?? null,
      page.after?.resourceId ?? null,
      page.limit,
    ],
  );
  return rows.map((row) => ({
    accountId: row.account_id,
    region: row.region,
    resourceType: row.resource_type,
    resourceId: row.resource_id,
    resourceName: row.resource_name ?? undefined,
  }));
}

/** By what resources are counted. */
export type CountGrouping = 'RESOURCE_TYPE' | 'ACCOUNT_ID' | 'AWS_REGION';

/** For each: what tells groups apart, and how a group is called (types are written in more than one way). */
const groupings: { [grouping in CountGrouping]: { key: string; name: string } } = {
  RESOURCE_TYPE: { key: 'i.type_key', name: 'min(i.resource_type)' },
  ACCOUNT_ID: { key: 'i.account_id', name: 'i.account_id' },
  AWS_REGION: { key: 'i.region', name: 'i.region' },
};

/** How many resources exist: all of them, and a page of the groups, the greatest first. */
export async function countAggregated(
  database: Queryable,
  selection: ScopeSelection,
  grouping: CountGrouping,
  page: { offset: number; limit: number },
): Promise<{ total: number; groups: { name: string; count: number }[] }> {
  const { key, name } = groupings[grouping];
  const { rows } = await database.query<{ total: string; name: string | null; count: string | null }>(
    `WITH counted AS (
       SELECT ${name} AS name, count(*) AS count FROM ${selected('OFFSET 0')} GROUP BY ${key})
     SELECT (SELECT coalesce(sum(count), 0) FROM counted) AS total, page.name, page.count
     FROM (SELECT) AS one
     LEFT JOIN (SELECT * FROM counted ORDER BY count DESC, name OFFSET $4 LIMIT $5) AS page ON true
     ORDER BY page.count DESC, page.name`,
    [...selectedValues(selection), page.offset, page.limit],
  );
  const groups = rows.flatMap(({ name, count }) => (name === null ? [] : [{ name, count: Number(count) }]));
  return { total: Number(rows[0]?.total ?? 0), groups };
}

/**
 * SQL for what exists of the accounts, Regions and types of `selectedValues`, its first three parameters, named `i`. Each account and Region
 * is looked up by itself, so that of the others nothing is read.
 *
 * @param rest what else each of these look-ups has, of the items `c`.
 */
const selected = (rest: string) => `unnest($1::text[], $2::text[]) AS scope (account_id, region)
  CROSS JOIN LATERAL (SELECT * FROM configuration_items c
    WHERE c.account_id = scope.account_id AND c.region = scope.region AND c.is_current AND ${recordedNow('c.')}
      AND ($3::text[] IS NULL OR c.type_key = ANY ($3)) ${rest}) i`;

function selectedValues({ scopes, resourceTypes }: ScopeSelection): unknown[] {
  return [
    scopes.map(({ accountId }) => accountId),
    scopes.map(({ region }) => region),
    resourceTypes?.map(normalizeType) ?? null,
  ];
}

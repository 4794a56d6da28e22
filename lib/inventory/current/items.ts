import type { Database, Queryable } from '../../database/database';
import { type ResourceKey, resourceKey } from '../../items/identity';
import { normalizeType } from '../../items/resource-type';
import type { Scope } from '../../items/scope';
import type { CapturedItem, KnownItem } from './captured-item';
import { recordedNow } from './recorded-now';

/**
 * SQL for the current items of resources, which come as two lists; `place` is where the row lies.
 *
 * Each is looked up by itself: a join would be planned by statistics, and those know nothing of the hundred thousand rows that a
 * first recording has just written.
 */
function currentOf(typeKeys: string, resourceIds: string): string {
  return `unnest(${typeKeys}::text[], ${resourceIds}::text[]) AS wanted (type_key, resource_id)
     CROSS JOIN LATERAL (SELECT ctid AS place, * FROM configuration_items
       WHERE account_id = $1 AND region = $2 AND is_current
         AND type_key = wanted.type_key AND resource_id = wanted.resource_id LIMIT 1) i`;
}

/** The newest item of each of `resources`, by `resourceKey`; unknown ones are not in the map. */
export async function findKnown(
  database: Queryable,
  scope: Scope,
  resources: readonly ResourceKey[],
): Promise<Map<string, KnownItem & { source: string }>> {
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
export async function findKnownTypes(database: Queryable, scope: Scope): Promise<ReadonlySet<string>> {
  const { rows } = await database.query<{ type_key: string }>(
    'SELECT DISTINCT type_key FROM configuration_items WHERE account_id = $1 AND region = $2 AND is_current',
    [scope.accountId, scope.region],
  );
  return new Set(rows.map((row) => row.type_key));
}

/** The text of the newest item of each of `resources`, by `resourceKey`. */
export async function findBodies(
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

/** Keeps `captured` as the current items of their resources; the former ones stay as history. Only under `lockRecording`. */
export async function addItems(
  tx: Queryable,
  scope: Scope,
  source: string,
  captured: readonly CapturedItem[],
): Promise<void> {
  await retireItems(
    tx,
    scope,
    captured.filter(({ basis }) => basis !== undefined).map(({ item }) => item),
  );
  await insertItems(tx, scope, source, captured);
}

async function retireItems(tx: Queryable, scope: Scope, former: readonly ResourceKey[]): Promise<void> {
  if (former.length === 0) return;
  await tx.query(
    `UPDATE configuration_items SET is_current = false
     WHERE ctid = ANY (ARRAY(SELECT i.place FROM ${currentOf('$3', '$4')}))`,
    [
      scope.accountId,
      scope.region,
      former.map(({ resourceType }) => normalizeType(resourceType)),
      former.map(({ resourceId }) => resourceId),
    ],
  );
}

async function insertItems(
  tx: Queryable,
  scope: Scope,
  source: string,
  captured: readonly CapturedItem[],
): Promise<void> {
  if (captured.length === 0) return;
  const items = captured.map(({ item }) => item);
  await tx.query(
    `INSERT INTO configuration_items (account_id, region, is_current, source, type_key, resource_id, state_id,
       resource_type, resource_name, arn, aws_region, availability_zone, status, capture_time, creation_time,
       content_hash, body)
     SELECT $1, $2, true, $3, * FROM unnest($4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::text[],
       $10::text[], $11::text[], $12::text[], $13::timestamptz[], $14::timestamptz[], $15::text[], $16::json[])`,
    [
      scope.accountId,
      scope.region,
      source,
      items.map(({ resourceType }) => normalizeType(resourceType)),
      items.map(({ resourceId }) => resourceId),
      items.map(({ configurationStateId }) => configurationStateId),
      items.map(({ resourceType }) => resourceType),
      items.map(({ resourceName }) => resourceName ?? null),
      items.map(({ ARN }) => ARN ?? null),
      items.map(({ awsRegion }) => awsRegion),
      items.map(({ availabilityZone }) => availabilityZone ?? null),
      items.map(({ configurationItemStatus }) => configurationItemStatus),
      items.map(({ configurationItemCaptureTime }) => configurationItemCaptureTime),
      items.map(({ resourceCreationTime }) => resourceCreationTime ?? null),
      captured.map(({ contentHash }) => contentHash),
      captured.map(({ body }) => body),
    ],
  );
}

/** Gives resources that did not change to the source that tells of them now. */
export async function claimResources(
  tx: Queryable,
  scope: Scope,
  source: string,
  resources: readonly ResourceKey[],
): Promise<void> {
  if (resources.length === 0) return;
  await tx.query(
    `UPDATE configuration_items SET source = $3
     WHERE ctid = ANY (ARRAY(SELECT i.place FROM ${currentOf('$4', '$5')}))`,
    [
      scope.accountId,
      scope.region,
      source,
      resources.map(({ resourceType }) => normalizeType(resourceType)),
      resources.map(({ resourceId }) => resourceId),
    ],
  );
}

/**
 * Makes whoever records in this scope at the same time, in this process or another one, wait for the transaction's end. Every item
 * is written under it: a resource has one current item only, and the order of the journal is that of the commits.
 */
export async function lockRecording(tx: Queryable, scope: Scope): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `recording ${scope.accountId}/${scope.region}`,
  ]);
}

export interface LivingResource extends ResourceKey, KnownItem {
  resourceName?: string;
  ARN?: string;
  awsRegion: string;
}

/** Which living resources are meant: of one source, of all but one, of some types; all without a word. */
export interface LivingFilter {
  source?: string;
  sourceOtherThan?: string;
  /** In the form of `normalizeType`. */
  typeKeys?: readonly string[];
}

const livingWhere = `account_id = $1 AND region = $2 AND is_current AND ${recordedNow()}
  AND ($3::text IS NULL OR source = $3) AND ($4::text IS NULL OR source <> $4)
  AND ($5::text[] IS NULL OR type_key = ANY ($5))`;

const livingValues = (scope: Scope, filter: LivingFilter) => [
  scope.accountId,
  scope.region,
  filter.source ?? null,
  filter.sourceOtherThan ?? null,
  filter.typeKeys ?? null,
];

/** How many resources are recorded now, by the key of their type. */
export async function countLivingByType(
  database: Queryable,
  scope: Scope,
  filter: LivingFilter,
): Promise<Map<string, number>> {
  const { rows } = await database.query<{ type_key: string; count: string }>(
    `SELECT type_key, count(*) AS count FROM configuration_items WHERE ${livingWhere} GROUP BY type_key`,
    livingValues(scope, filter),
  );
  return new Map(rows.map(({ type_key, count }) => [type_key, Number(count)]));
}

/** Resources that are recorded now, in batches, after `after` in the order of their keys. */
export async function listLiving(
  tx: Queryable,
  scope: Scope,
  filter: LivingFilter,
  after: ResourceKey | undefined,
  limit: number,
): Promise<LivingResource[]> {
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
     WHERE ${livingWhere} AND (type_key, resource_id) > ($6, $7)
     ORDER BY type_key, resource_id LIMIT $8`,
    [...livingValues(scope, filter), after ? normalizeType(after.resourceType) : '', after?.resourceId ?? '', limit],
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
export async function countLiving(database: Queryable, scope: Scope): Promise<{ resources: number; types: number }> {
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

/** The texts of the current items as they are delivered, joined by commas, in pieces, all of one instant; the total travels with each. */
export function streamBodies(database: Database, scope: Scope): ReturnType<Database['streamJoined']> {
  return database.streamJoined(
    `SELECT body FROM configuration_items WHERE account_id = $1 AND region = $2 AND is_current AND ${recordedNow()}`,
    [scope.accountId, scope.region],
  );
}

/**
 * Lets the planner know of what this transaction has written: until its end nobody else can count it, and without a count every
 * look-up may read all rows of the account. Passed over while somebody else is counting.
 */
export async function countRows(tx: Queryable): Promise<void> {
  await tx.query('ANALYZE (SKIP_LOCKED) configuration_items');
}

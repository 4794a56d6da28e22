import type { Queryable } from '../../database/database';
import type { ResourceKey } from '../../items/identity';
import { normalizeType } from '../../items/resource-type';
import type { Scope } from '../../items/scope';
import type { CapturedItem } from './captured-item';
import { currentOf } from './current-rows';

/**
 * Makes whoever records in this scope at the same time, in this process or another one, wait for the transaction's end. Every item
 * is written under it: a resource has one current item only, and the order of the journal is that of the commits.
 */
export async function lockRecording(tx: Queryable, scope: Scope): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `recording ${scope.accountId}/${scope.region}`,
  ]);
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
    captured.filter(({ previousStateId }) => previousStateId !== undefined).map(({ item }) => item),
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
       content_hash, body, file_body)
     SELECT $1, $2, true, $3, * FROM unnest($4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::text[],
       $10::text[], $11::text[], $12::text[], $13::timestamptz[], $14::timestamptz[], $15::text[], $16::json[], $17::json[])`,
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
      captured.map(({ fileBody }) => fileBody ?? null),
    ],
  );
}

/** Gives resources that did not change to the source that tells of them now. */
export async function reassignSource(
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
 * Lets the planner know of what this transaction has written: until its end nobody else can count it, and without a count every
 * look-up may read all rows of the account. Passed over while somebody else is counting.
 */
export async function analyzeItems(tx: Queryable): Promise<void> {
  await tx.query('ANALYZE (SKIP_LOCKED) configuration_items');
}

import type { Queryable } from '../../database/database';
import type { Scope } from '../../items/scope';
import type { DeliveryFailure, DeliveryStep } from '../channel/failure';

export type DeliveryPhase = 'queued' | 'writing' | 'uploading' | 'delivered' | 'failed';
export type DeliveryTrigger = 'button' | 'api' | 'schedule';

export type DeliveryKind = 'snapshot' | 'history';

/**
 * One try to deliver a snapshot, or the history of all types. The key of a snapshot is fixed before the first byte is written, so
 * that a restart can look for it; history has several objects, and `key` is the folder that they lie in.
 */
export interface Attempt {
  /** Of a history delivery too: every attempt has an id of this kind. */
  configSnapshotId: string;
  region: string;
  kind: DeliveryKind;
  channelName: string;
  trigger: DeliveryTrigger;
  /** The id of the access key that asked; absent for the browser and the schedule. */
  requestedBy?: string;
  phase: DeliveryPhase;
  itemsWritten: number;
  itemsTotal: number;
  /** Bytes of the object as stored. */
  bytesUploaded: number;
  bucket: string;
  key: string;
  requestedAt: Date;
  finishedAt?: Date;
  /** Calls to the store that were tried again, and the code of the last failure that made it so. */
  retries: number;
  lastRetryCode?: string;
  failure?: DeliveryFailure;
}

/** What every new attempt begins with. */
export const notBegun = { phase: 'queued', itemsWritten: 0, itemsTotal: 0, bytesUploaded: 0, retries: 0 } as const;

/** A process that has not renewed its lease for this long is taken for dead. */
const leaseSeconds = 20;

export const running = `phase IN ('queued', 'writing', 'uploading')`;

export interface AttemptRow {
  config_snapshot_id: string;
  kind: DeliveryKind;
  requested_by: string | null;
  retries: number;
  last_retry_code: string | null;
  failed_step: DeliveryStep | null;
  remedy: string | null;
  account_id: string;
  region: string;
  channel_name: string;
  trigger: DeliveryTrigger;
  phase: DeliveryPhase;
  items_written: number;
  items_total: number;
  bytes_uploaded: string;
  bucket: string;
  object_key: string;
  requested_at: Date;
  finished_at: Date | null;
  error_code: string | null;
  error_message: string | null;
}

export function attemptOf(row: AttemptRow): Attempt {
  return {
    configSnapshotId: row.config_snapshot_id,
    region: row.region,
    kind: row.kind,
    requestedBy: row.requested_by ?? undefined,
    channelName: row.channel_name,
    trigger: row.trigger,
    phase: row.phase,
    itemsWritten: row.items_written,
    itemsTotal: row.items_total,
    bytesUploaded: Number(row.bytes_uploaded),
    bucket: row.bucket,
    key: row.object_key,
    requestedAt: row.requested_at,
    finishedAt: row.finished_at ?? undefined,
    retries: row.retries,
    lastRetryCode: row.last_retry_code ?? undefined,
    failure:
      row.error_code === null
        ? undefined
        : {
            code: row.error_code,
            message: row.error_message ?? '',
            step: row.failed_step ?? undefined,
            remedy: row.remedy ?? undefined,
          },
  };
}

/** Takes the channel for this attempt. False when another attempt of its kind runs: the database lets in one at a time. */
export async function beginAttempt(
  database: Queryable,
  scope: Scope,
  attempt: Attempt,
  owner: string,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `INSERT INTO delivery_attempts (config_snapshot_id, account_id, region, channel_name, trigger, phase, bucket,
       object_key, requested_at, owner, kind, requested_by, lease_expires_at)
     VALUES ($1, $2, $3, $4, $5, 'queued', $6, $7, $8, $9, $10, $11, now() + interval '${leaseSeconds} seconds')
     ON CONFLICT (account_id, region, channel_name, kind) WHERE ${running} DO NOTHING`,
    [
      attempt.configSnapshotId,
      scope.accountId,
      scope.region,
      attempt.channelName,
      attempt.trigger,
      attempt.bucket,
      attempt.key,
      attempt.requestedAt,
      owner,
      attempt.kind,
      attempt.requestedBy ?? null,
    ],
  );
  return rowCount === 1;
}

/** Notes how far an attempt is and renews its lease. False when it is no longer ours: somebody took us for dead. */
export async function renewAttempt(database: Queryable, attempt: Attempt, owner: string): Promise<boolean> {
  const { rowCount } = await database.query(
    `UPDATE delivery_attempts SET phase = $3, items_written = $4, items_total = $5, bytes_uploaded = $6,
       retries = $7, last_retry_code = $8, lease_expires_at = now() + interval '${leaseSeconds} seconds'
     WHERE config_snapshot_id = $1 AND owner = $2 AND ${running}`,
    [attempt.configSnapshotId, owner, ...progressOf(attempt)],
  );
  return rowCount === 1;
}

function progressOf(attempt: Attempt) {
  const { phase, itemsWritten, itemsTotal, bytesUploaded, retries, lastRetryCode } = attempt;
  return [phase, itemsWritten, itemsTotal, bytesUploaded, retries, lastRetryCode ?? null];
}

/** Ends an attempt. False when it had ended already or belongs to somebody else now. */
export async function finishAttempt(tx: Queryable, attempt: Attempt, owner: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE delivery_attempts SET phase = $3, items_written = $4, items_total = $5, bytes_uploaded = $6,
       retries = $7, last_retry_code = $8, finished_at = $9, error_code = $10, error_message = $11, failed_step = $12,
       remedy = $13
     WHERE config_snapshot_id = $1 AND owner = $2 AND ${running}`,
    [
      attempt.configSnapshotId,
      owner,
      ...progressOf(attempt),
      attempt.finishedAt ?? null,
      attempt.failure?.code ?? null,
      attempt.failure?.message ?? null,
      attempt.failure?.step ?? null,
      attempt.failure?.remedy ?? null,
    ],
  );
  return rowCount === 1;
}

/** Whether any delivery of an account and region is under way, in whatever process. */
export async function isDelivering(database: Queryable, { accountId, region }: Scope): Promise<boolean> {
  const { rowCount } = await database.query(
    `SELECT 1 FROM delivery_attempts WHERE account_id = $1 AND region = $2 AND ${running} LIMIT 1`,
    [accountId, region],
  );
  return rowCount === 1;
}

/**
 * Takes over attempts that nobody carries out: those whose lease ran out, or, where nobody else can use the database
 * (`exclusive`), all that are not ours. `active` are ours and under way. One of ours that is not has ended without its end
 * being recorded, since the database was away just then.
 */
export async function takeOverAbandoned(
  database: Queryable,
  owner: string,
  active: readonly string[],
  exclusive: boolean,
): Promise<{ scope: Scope; attempt: Attempt }[]> {
  const { rows } = await database.query<AttemptRow>(
    `UPDATE delivery_attempts SET owner = $1, lease_expires_at = now() + interval '${leaseSeconds} seconds'
     WHERE ${running} AND config_snapshot_id <> ALL ($3::uuid[])
       AND (lease_expires_at < now() OR ($2 AND owner <> $1)) RETURNING *`,
    [owner, exclusive, active],
  );
  return rows.map((row) => ({
    scope: { accountId: row.account_id, region: row.region },
    attempt: attemptOf(row),
  }));
}

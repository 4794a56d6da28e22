import type { Queryable } from '../database/database';
import type { Scope } from '../items/scope';

export type DeliveryPhase = 'queued' | 'writing' | 'uploading' | 'delivered' | 'failed';
export type DeliveryTrigger = 'button' | 'api' | 'schedule';

/** One try to deliver a snapshot. The key is fixed before the first byte is written, so that a restart can look for it. */
export interface Attempt {
  configSnapshotId: string;
  channelName: string;
  trigger: DeliveryTrigger;
  phase: DeliveryPhase;
  itemsWritten: number;
  itemsTotal: number;
  /** Bytes of the object as stored. */
  bytesUploaded: number;
  bucket: string;
  key: string;
  requestedAt: Date;
  finishedAt?: Date;
  errorCode?: string;
  errorMessage?: string;
}

/** A process that has not renewed its lease for this long is taken for dead. */
const leaseSeconds = 20;

const running = `phase IN ('queued', 'writing', 'uploading')`;

interface AttemptRow {
  config_snapshot_id: string;
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

function attemptOf(row: AttemptRow): Attempt {
  return {
    configSnapshotId: row.config_snapshot_id,
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
    errorCode: row.error_code ?? undefined,
    errorMessage: row.error_message ?? undefined,
  };
}

/** Takes the channel for this attempt. False when another attempt on it runs: the database lets in one at a time. */
export async function beginAttempt(
  database: Queryable,
  scope: Scope,
  attempt: Attempt,
  owner: string,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `INSERT INTO delivery_attempts (config_snapshot_id, account_id, region, channel_name, trigger, phase, bucket,
       object_key, requested_at, owner, lease_expires_at)
     VALUES ($1, $2, $3, $4, $5, 'queued', $6, $7, $8, $9, now() + interval '${leaseSeconds} seconds')
     ON CONFLICT (account_id, region, channel_name) WHERE ${running} DO NOTHING`,
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
    ],
  );
  return rowCount === 1;
}

/** Notes how far an attempt is and renews its lease. False when it is no longer ours: somebody took us for dead. */
export async function renewAttempt(database: Queryable, attempt: Attempt, owner: string): Promise<boolean> {
  const { rowCount } = await database.query(
    `UPDATE delivery_attempts SET phase = $3, items_written = $4, items_total = $5, bytes_uploaded = $6,
       lease_expires_at = now() + interval '${leaseSeconds} seconds'
     WHERE config_snapshot_id = $1 AND owner = $2 AND ${running}`,
    [attempt.configSnapshotId, owner, attempt.phase, attempt.itemsWritten, attempt.itemsTotal, attempt.bytesUploaded],
  );
  return rowCount === 1;
}

/** Ends an attempt. False when it had ended already or belongs to somebody else now. */
export async function finishAttempt(tx: Queryable, attempt: Attempt, owner: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE delivery_attempts SET phase = $3, items_written = $4, items_total = $5, bytes_uploaded = $6,
       finished_at = $7, error_code = $8, error_message = $9
     WHERE config_snapshot_id = $1 AND owner = $2 AND ${running}`,
    [
      attempt.configSnapshotId,
      owner,
      attempt.phase,
      attempt.itemsWritten,
      attempt.itemsTotal,
      attempt.bytesUploaded,
      attempt.finishedAt ?? null,
      attempt.errorCode ?? null,
      attempt.errorMessage ?? null,
    ],
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

/** The newest attempts of `scope`, newest first. */
export async function listAttempts(database: Queryable, scope: Scope, limit: number): Promise<Attempt[]> {
  const { rows } = await database.query<AttemptRow>(
    'SELECT * FROM delivery_attempts WHERE account_id = $1 AND region = $2 ORDER BY requested_at DESC LIMIT $3',
    [scope.accountId, scope.region, limit],
  );
  return rows.map(attemptOf);
}

import type { Queryable } from '../../database/database';
import type { Scope } from '../../items/scope';

/** What AWS Config delivers: each has a status of its own. */
export type DeliveryFormatName = 'stream' | 'history' | 'snapshot';

/** The status of one format. Statuses are in capitals, as real answers have them. Never delivered: all absent. */
export interface FormatStatus {
  lastStatus?: 'SUCCESS' | 'FAILURE' | 'NOT_APPLICABLE';
  lastAttemptTime?: Date;
  lastSuccessfulTime?: Date;
  lastStatusChangeTime?: Date;
  nextDeliveryTime?: Date;
  lastErrorCode?: string;
  lastErrorMessage?: string;
}

interface StatusRow {
  format: DeliveryFormatName;
  last_status: FormatStatus['lastStatus'] | null;
  last_attempt_time: Date | null;
  last_successful_time: Date | null;
  last_status_change_time: Date | null;
  next_delivery_time: Date | null;
  last_error_code: string | null;
  last_error_message: string | null;
}

/** The status of every format of a channel; a format that never delivered is `{}`. */
export async function findFormatStatus(
  database: Queryable,
  scope: Scope,
  channelName: string,
): Promise<Record<DeliveryFormatName, FormatStatus>> {
  const { rows } = await database.query<StatusRow>(
    'SELECT * FROM delivery_status WHERE account_id = $1 AND region = $2 AND channel_name = $3',
    [scope.accountId, scope.region, channelName],
  );
  const found: Record<DeliveryFormatName, FormatStatus> = { stream: {}, history: {}, snapshot: {} };
  for (const row of rows) {
    found[row.format] = {
      lastStatus: row.last_status ?? undefined,
      lastAttemptTime: row.last_attempt_time ?? undefined,
      lastSuccessfulTime: row.last_successful_time ?? undefined,
      lastStatusChangeTime: row.last_status_change_time ?? undefined,
      nextDeliveryTime: row.next_delivery_time ?? undefined,
      lastErrorCode: row.last_error_code ?? undefined,
      lastErrorMessage: row.last_error_message ?? undefined,
    };
  }
  return found;
}

/**
 * Notes how a delivery ended. A failure keeps the last successful time; a success clears the error. The time of the
 * attempt is the time at which it ended: in real answers both times of a success are the same.
 */
export async function saveOutcome(
  database: Queryable,
  scope: Scope,
  channelName: string,
  format: DeliveryFormatName,
  outcome: { at: Date; error?: { code: string; message: string } },
): Promise<void> {
  const { at, error } = outcome;
  await database.query(
    `INSERT INTO delivery_status AS s (account_id, region, channel_name, format, last_status, last_attempt_time,
       last_successful_time, last_status_change_time, last_error_code, last_error_message)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $6, $8, $9)
     ON CONFLICT (account_id, region, channel_name, format) DO UPDATE SET
       last_status = excluded.last_status,
       last_attempt_time = excluded.last_attempt_time,
       last_successful_time = coalesce(excluded.last_successful_time, s.last_successful_time),
       last_status_change_time = CASE WHEN s.last_status = excluded.last_status THEN s.last_status_change_time
         ELSE excluded.last_status_change_time END,
       last_error_code = excluded.last_error_code,
       last_error_message = excluded.last_error_message`,
    [
      scope.accountId,
      scope.region,
      channelName,
      format,
      error ? 'FAILURE' : 'SUCCESS',
      at,
      error ? null : at,
      error?.code ?? null,
      error?.message ?? null,
    ],
  );
}

/** Forgets how deliveries of a format went: it is not delivered any more. */
export async function forgetFormatStatus(
  tx: Queryable,
  scope: Scope,
  channelName: string,
  format: DeliveryFormatName,
): Promise<void> {
  await tx.query(
    'DELETE FROM delivery_status WHERE account_id = $1 AND region = $2 AND channel_name = $3 AND format = $4',
    [scope.accountId, scope.region, channelName, format],
  );
}

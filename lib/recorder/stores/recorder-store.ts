import type { Queryable } from '../../database/database';
import type { Recorder } from '../../inventory/recorder/recorder-state';
import type { Scope } from '../../items/scope';
import { sanitizeText } from './sanitize-text';

export interface SourceStatus {
  name: string;
  lastStatus: 'SUCCESS' | 'FAILURE';
  lastAttemptTime: Date;
  /** Resources of the last reading that was whole. */
  itemCount: number;
  errorMessage?: string;
  /** What the last reading passed over: the first notes, and how many there were. */
  notes: string[];
  noteCount: number;
}

/** Makes or replaces the recorder of `scope`; whether it records is left as it was (off for a new one). */
export async function saveRecorder(database: Queryable, scope: Scope, recorder: Recorder, now: Date): Promise<void> {
  await database.query(
    `INSERT INTO recorders (account_id, region, name, role_arn, recording_group, recording_mode, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (account_id, region) DO UPDATE SET
       name = excluded.name, role_arn = excluded.role_arn,
       recording_group = excluded.recording_group, recording_mode = excluded.recording_mode`,
    [
      scope.accountId,
      scope.region,
      recorder.name,
      recorder.roleArn ?? null,
      JSON.stringify(recorder.recordingGroup),
      JSON.stringify(recorder.recordingMode),
      now,
    ],
  );
}

/** Turns recording on or off and notes when. */
export async function saveRecording(database: Queryable, scope: Scope, recording: boolean, now: Date): Promise<void> {
  await database.query(
    recording
      ? `UPDATE recorders SET recording = true, last_start_time = $3, last_status = 'PENDING', last_status_change_time = $3
         WHERE account_id = $1 AND region = $2`
      : `UPDATE recorders SET recording = false, last_stop_time = $3, last_status_change_time = $3
         WHERE account_id = $1 AND region = $2`,
    [scope.accountId, scope.region, now],
  );
}

/** Deletes the recorder; what it recorded stays. */
export async function deleteRecorder(database: Queryable, scope: Scope): Promise<void> {
  await database.query('DELETE FROM recorders WHERE account_id = $1 AND region = $2', [scope.accountId, scope.region]);
}

/** Notes how the last recording cycle went. */
export async function saveCycleResult(
  database: Queryable,
  scope: Scope,
  result: { now: Date; errorCode?: string; errorMessage?: string },
): Promise<void> {
  await database.query(
    `UPDATE recorders SET last_status = $3, last_error_code = $4, last_error_message = $5,
       last_status_change_time = CASE WHEN last_status = $3 THEN last_status_change_time ELSE $6 END
     WHERE account_id = $1 AND region = $2`,
    [
      scope.accountId,
      scope.region,
      result.errorCode === undefined ? 'SUCCESS' : 'FAILURE',
      result.errorCode ?? null,
      result.errorMessage === undefined ? null : sanitizeText(result.errorMessage),
      result.now,
    ],
  );
}

interface SourceRow {
  name: string;
  last_status: SourceStatus['lastStatus'];
  last_attempt_time: Date;
  item_count: number;
  error_message: string | null;
  notes: string[];
  note_count: number;
}

export async function listSourceStatus(database: Queryable, scope: Scope): Promise<SourceStatus[]> {
  const { rows } = await database.query<SourceRow>(
    'SELECT * FROM recorder_sources WHERE account_id = $1 AND region = $2 ORDER BY name',
    [scope.accountId, scope.region],
  );
  return rows.map((row) => ({
    name: row.name,
    lastStatus: row.last_status,
    lastAttemptTime: row.last_attempt_time,
    itemCount: row.item_count,
    errorMessage: row.error_message ?? undefined,
    notes: row.notes,
    noteCount: row.note_count,
  }));
}

/** Notes how the last reading of a source went. One that failed keeps the count of the last whole one. */
export async function saveSourceStatus(database: Queryable, scope: Scope, status: SourceStatus): Promise<void> {
  await database.query(
    `INSERT INTO recorder_sources AS s (account_id, region, name, last_status, last_attempt_time, item_count, error_message,
       notes, note_count)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (account_id, region, name) DO UPDATE SET last_status = excluded.last_status,
       last_attempt_time = excluded.last_attempt_time, error_message = excluded.error_message, notes = excluded.notes,
       note_count = excluded.note_count,
       item_count = CASE WHEN excluded.last_status = 'FAILURE' THEN s.item_count ELSE excluded.item_count END`,
    [
      scope.accountId,
      scope.region,
      status.name,
      status.lastStatus,
      status.lastAttemptTime,
      status.itemCount,
      status.errorMessage === undefined ? null : sanitizeText(status.errorMessage),
      status.notes.map(sanitizeText),
      status.noteCount,
    ],
  );
}

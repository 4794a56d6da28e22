import type { RecordingGroup, RecordingMode } from '@aws-sdk/client-config-service';
import type { Queryable } from '../../database/database';
import type { Scope } from '../../items/scope';

/** The configuration recorder of an account and region: there is one at most, as in AWS. */
export interface Recorder {
  name: string;
  roleArn?: string;
  recordingGroup: RecordingGroup;
  recordingMode: RecordingMode;
}

/** A recorder with its status, in the words of DescribeConfigurationRecorderStatus. */
export interface RecorderState extends Recorder {
  recording: boolean;
  lastStatus: 'PENDING' | 'SUCCESS' | 'FAILURE';
  lastStartTime?: Date;
  lastStopTime?: Date;
  lastStatusChangeTime?: Date;
  lastErrorCode?: string;
  lastErrorMessage?: string;
}

interface RecorderRow {
  name: string;
  role_arn: string | null;
  recording_group: RecordingGroup;
  recording_mode: RecordingMode;
  recording: boolean;
  last_status: RecorderState['lastStatus'];
  last_start_time: Date | null;
  last_stop_time: Date | null;
  last_status_change_time: Date | null;
  last_error_code: string | null;
  last_error_message: string | null;
}

/** The recorder of `scope`, or undefined when none is set up. */
export async function findRecorder(database: Queryable, scope: Scope): Promise<RecorderState | undefined> {
  const { rows } = await database.query<RecorderRow>('SELECT * FROM recorders WHERE account_id = $1 AND region = $2', [
    scope.accountId,
    scope.region,
  ]);
  const row = rows[0];
  if (!row) return undefined;
  return {
    name: row.name,
    roleArn: row.role_arn ?? undefined,
    recordingGroup: row.recording_group,
    recordingMode: row.recording_mode,
    recording: row.recording,
    lastStatus: row.last_status,
    lastStartTime: row.last_start_time ?? undefined,
    lastStopTime: row.last_stop_time ?? undefined,
    lastStatusChangeTime: row.last_status_change_time ?? undefined,
    lastErrorCode: row.last_error_code ?? undefined,
    lastErrorMessage: row.last_error_message ?? undefined,
  };
}

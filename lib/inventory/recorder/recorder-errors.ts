import { DomainError } from '../../errors';
import type { RecorderState } from './recorder-state';

/** AWS Config's sentences where there is no recorder, by what it was needed for. */
const noRecorder = {
  read: 'There are no configuration recorders available to provide the role needed to describe your resources. Create a configuration recorder.',
  deliver: 'Configuration recorder not found. Add a configuration recorder and start recording.',
  'put-channel': 'Configuration recorder is not available to put delivery channel.',
};

/** Its sentences where the recorder is off, or missing, by what it had to be running for. */
const notRunning = {
  use: 'Configuration recorder is turned off. Turn on configuration recorder.',
  'put-resource': 'There is no configuration recorder running.',
};

/**
 * Makes sure that there is a recorder.
 *
 * @throws DomainError `NoAvailableConfigurationRecorderException`.
 */
export function requireRecorder(found: RecorderState | undefined, purpose: keyof typeof noRecorder): RecorderState {
  if (found) return found;
  throw new DomainError('conflict', 'NoAvailableConfigurationRecorderException', noRecorder[purpose]);
}

/**
 * Makes sure that the recorder is turned on.
 *
 * @throws DomainError `NoRunningConfigurationRecorderException`.
 */
export function requireRecording(found: RecorderState | undefined, purpose: keyof typeof notRunning): void {
  if (found?.recording) return;
  throw new DomainError('conflict', 'NoRunningConfigurationRecorderException', notRunning[purpose]);
}

import type {
  DescribeConfigurationRecorderStatusRequest,
  DescribeConfigurationRecorderStatusResponse,
  RecorderStatus,
} from '@aws-sdk/client-config-service';
import type { RecorderState } from '../../../inventory/recorder/recorder-state';
import { recordersAskedFor } from '../../lookups/recorder-lookup';
import type { Operation, WirePorts } from '../../operation';

const statuses: { [status in RecorderState['lastStatus']]: RecorderStatus } = {
  PENDING: 'Pending',
  SUCCESS: 'Success',
  FAILURE: 'Failure',
};

/** Whether the recorder records, and how it last fared; one that was never started has no last status. */
export const describeConfigurationRecorderStatus =
  ({
    recorder,
  }: Pick<WirePorts, 'recorder'>): Operation<
    DescribeConfigurationRecorderStatusRequest,
    DescribeConfigurationRecorderStatusResponse
  > =>
  async (input, scope) => {
    const found = await recordersAskedFor(recorder, scope, input);
    return {
      ConfigurationRecordersStatus: found.map((state) => ({
        arn: state.arn,
        name: state.name,
        recording: state.recording,
        lastStatus: state.lastStartTime && statuses[state.lastStatus],
        lastStartTime: state.lastStartTime,
        lastStopTime: state.lastStopTime,
        lastStatusChangeTime: state.lastStatusChangeTime,
        lastErrorCode: state.lastErrorCode,
        lastErrorMessage: state.lastErrorMessage,
      })),
    };
  };

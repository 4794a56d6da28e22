import type {
  DescribeConfigurationRecordersRequest,
  DescribeConfigurationRecordersResponse,
} from '@aws-sdk/client-config-service';
import { recordersAskedFor } from '../../lookups/recorder-lookup';
import type { Operation, WirePorts } from '../../operation';

/** The settings of the recorder. */
export const describeConfigurationRecorders =
  ({
    recorder,
  }: Pick<WirePorts, 'recorder'>): Operation<
    DescribeConfigurationRecordersRequest,
    DescribeConfigurationRecordersResponse
  > =>
  async (input, scope) => {
    const found = await recordersAskedFor(recorder, scope, input);
    return {
      ConfigurationRecorders: found.map(({ arn, name, roleArn, recordingGroup, recordingMode }) => ({
        arn,
        name,
        roleARN: roleArn,
        recordingGroup,
        recordingMode,
        recordingScope: 'PAID',
      })),
    };
  };

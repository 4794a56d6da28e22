import type { PutConfigurationRecorderRequest } from '@aws-sdk/client-config-service';
import { WireError } from '../../errors';
import { recorderArn } from '../../lookups/recorder-lookup';
import type { Operation, WirePorts } from '../../operation';
import { checkedRecordingGroup, checkedRecordingMode } from '../../shapes/recording-group';
import { checkedTags } from '../../shapes/tag-list';

/**
 * Makes the recorder, or changes its role, group and mode. A name is wanted though the documentation speaks of a default: AWS's
 * service refuses its absence, as moto's tests record.
 */
export const putConfigurationRecorder =
  ({ recorder, tags }: Pick<WirePorts, 'recorder' | 'tags'>): Operation<PutConfigurationRecorderRequest, void> =>
  async ({ ConfigurationRecorder: wanted, Tags }, scope) => {
    if (!wanted.name) {
      const message = `The configuration recorder name '${wanted.name ?? null}' is not valid, blank string.`;
      throw new WireError('InvalidConfigurationRecorderNameException', message);
    }
    if (
      wanted.servicePrincipal !== undefined ||
      wanted.recordingScope === 'INTERNAL' ||
      wanted.connectorArn !== undefined
    ) {
      const message =
        'You cannot use PutConfigurationRecorder to create a service-linked configuration recorder. Snapscope has customer managed recorders only.';
      throw new WireError('UnmodifiableEntityException', message);
    }
    const present = await recorder.find(scope);
    if (present && present.name !== wanted.name) {
      const message = `Failed to put configuration recorder '${wanted.name}' because the maximum number of configuration recorders: 1 is reached.`;
      throw new WireError('MaxNumberOfConfigurationRecordersExceededException', message);
    }
    // The role is kept and shown; nothing is assumed with it here, so any name of one will do.
    if (!wanted.roleARN) throw new WireError('InvalidRoleException', 'The role arn passed is not valid.');
    const recordingGroup = checkedRecordingGroup(wanted.recordingGroup);
    const recordingMode = checkedRecordingMode(wanted.recordingMode, recordingGroup.resourceTypes);
    const added = checkedTags(Tags ?? []);
    await recorder.put(scope, { name: wanted.name, roleArn: wanted.roleARN, recordingGroup, recordingMode });
    // AWS takes tags when the recorder is made, and ignores them afterwards.
    if (!present) await tags.add(scope, recorderArn(scope, { name: wanted.name }), added);
  };

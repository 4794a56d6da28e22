import type { DeleteConfigurationRecorderRequest } from '@aws-sdk/client-config-service';
import { recorderArn, recorderNamed } from '../../lookups/recorder-lookup';
import type { Operation, WirePorts } from '../../operation';

/** Deletes the recorder with its tags, running or not; configuration items that it recorded stay, as with AWS. */
export const deleteConfigurationRecorder =
  ({ recorder, tags }: Pick<WirePorts, 'recorder' | 'tags'>): Operation<DeleteConfigurationRecorderRequest, void> =>
  async ({ ConfigurationRecorderName }, scope) => {
    const found = await recorderNamed(recorder, scope, ConfigurationRecorderName);
    await recorder.delete(scope);
    await tags.remove(scope, recorderArn(scope, found));
  };

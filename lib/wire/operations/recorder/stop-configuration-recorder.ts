import type { StopConfigurationRecorderRequest } from '@aws-sdk/client-config-service';
import { recorderNamed } from '../../lookups/recorder-lookup';
import type { Operation, WirePorts } from '../../operation';

/** Stops recording; what is recorded stays. */
export const stopConfigurationRecorder =
  ({ recorder }: Pick<WirePorts, 'recorder'>): Operation<StopConfigurationRecorderRequest, void> =>
  async ({ ConfigurationRecorderName }, scope) => {
    await recorderNamed(recorder, scope, ConfigurationRecorderName);
    await recorder.stop(scope);
  };

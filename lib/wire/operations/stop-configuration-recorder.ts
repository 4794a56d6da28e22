import type { StopConfigurationRecorderRequest } from '@aws-sdk/client-config-service';
import type { Operation, WirePorts } from '../operation';
import { recorderNamed } from './recorder-lookup';

/** Stops recording; what is recorded stays. */
export const stopConfigurationRecorder =
  ({ recorder }: Pick<WirePorts, 'recorder'>): Operation<StopConfigurationRecorderRequest, void> =>
  async ({ ConfigurationRecorderName }, scope) => {
    await recorderNamed(recorder, scope, ConfigurationRecorderName);
    await recorder.stop(scope);
  };

import type { StopConfigurationRecorderRequest } from '@aws-sdk/client-config-service';
import type { Operation, WireServices } from '../operation';
import { recorderNamed } from './recorder-lookup';

/** Stops recording; what is recorded stays. */
export const stopConfigurationRecorder =
  ({ recorder }: Pick<WireServices, 'recorder'>): Operation<StopConfigurationRecorderRequest, void> =>
  async ({ ConfigurationRecorderName }, scope) => {
    await recorderNamed(recorder, scope, ConfigurationRecorderName);
    await recorder.stop(scope);
  };

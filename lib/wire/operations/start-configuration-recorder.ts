import type { StartConfigurationRecorderRequest } from '@aws-sdk/client-config-service';
import { WireError } from '../errors';
import { recorderNamed } from '../lookups/recorder-lookup';
import type { Operation, WirePorts } from '../operation';

/** Starts recording, which needs a delivery channel; a recorder that records goes on. */
export const startConfigurationRecorder =
  ({
    recorder,
    channel,
  }: Pick<WirePorts, 'recorder' | 'channel'>): Operation<StartConfigurationRecorderRequest, void> =>
  async ({ ConfigurationRecorderName }, scope) => {
    await recorderNamed(recorder, scope, ConfigurationRecorderName);
    if (!(await channel.find(scope))) {
      const message = 'Delivery channel is not available to start configuration recorder.';
      throw new WireError('NoAvailableDeliveryChannelException', message);
    }
    await recorder.start(scope);
  };

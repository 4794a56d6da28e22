import type { StartConfigurationRecorderRequest } from '@aws-sdk/client-config-service';
import { requireChannelToStart } from '../../../delivery/channel/channel-errors';
import { recorderNamed } from '../../lookups/recorder-lookup';
import type { Operation, WirePorts } from '../../operation';

/** Starts recording, which needs a delivery channel; a recorder that records goes on. */
export const startConfigurationRecorder =
  ({
    recorder,
    channel,
  }: Pick<WirePorts, 'recorder' | 'channel'>): Operation<StartConfigurationRecorderRequest, void> =>
  async ({ ConfigurationRecorderName }, scope) => {
    await recorderNamed(recorder, scope, ConfigurationRecorderName);
    requireChannelToStart(await channel.find(scope));
    await recorder.start(scope);
  };

import type { DeliverConfigSnapshotRequest, DeliverConfigSnapshotResponse } from '@aws-sdk/client-config-service';
import { DomainError } from '../../errors';
import { WireError } from '../errors';
import { channelsNamed } from '../lookups/channel-lookup';
import type { Operation, WirePorts } from '../operation';

/** Starts the delivery of a snapshot and answers with its id at once, as AWS does. Checked in AWS's order: recorder, running, channel. */
export const deliverConfigSnapshot =
  ({
    recorder,
    channel,
  }: Pick<WirePorts, 'recorder' | 'channel'>): Operation<DeliverConfigSnapshotRequest, DeliverConfigSnapshotResponse> =>
  async ({ deliveryChannelName }, scope, caller) => {
    const found = await recorder.find(scope);
    if (!found) {
      const message = 'Configuration recorder not found. Add a configuration recorder and start recording.';
      throw new WireError('NoAvailableConfigurationRecorderException', message);
    }
    if (!found.recording) {
      const message = 'Configuration recorder is turned off. Turn on configuration recorder.';
      throw new WireError('NoRunningConfigurationRecorderException', message);
    }
    await channelsNamed(channel, scope, [deliveryChannelName]);
    try {
      return await channel.deliver(scope, deliveryChannelName, caller?.accessKeyId);
    } catch (error) {
      // One delivery at a time is our own limit. SDKs wait and try again when they are throttled.
      if (!(error instanceof DomainError) || error.code !== 'DeliveryInProgress') throw error;
      throw new WireError('ThrottlingException', error.message, { cause: error });
    }
  };

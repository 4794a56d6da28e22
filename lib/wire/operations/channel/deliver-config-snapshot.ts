import type { DeliverConfigSnapshotRequest, DeliverConfigSnapshotResponse } from '@aws-sdk/client-config-service';
import { DomainError } from '../../../errors';
import { WireError } from '../../errors';
import type { Operation, WirePorts } from '../../operation';

/** Starts the delivery of a snapshot and answers with its id at once, as AWS does. */
export const deliverConfigSnapshot =
  ({ channel }: Pick<WirePorts, 'channel'>): Operation<DeliverConfigSnapshotRequest, DeliverConfigSnapshotResponse> =>
  async ({ deliveryChannelName }, scope, caller) => {
    try {
      return await channel.deliver(scope, deliveryChannelName, caller?.accessKeyId);
    } catch (error) {
      // One delivery at a time is our own limit. SDKs wait and try again when they are throttled.
      if (!(error instanceof DomainError) || error.code !== 'DeliveryInProgress') throw error;
      throw new WireError('ThrottlingException', error.message, { cause: error });
    }
  };

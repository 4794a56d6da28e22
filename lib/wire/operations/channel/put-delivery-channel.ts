import type { PutDeliveryChannelRequest } from '@aws-sdk/client-config-service';
import type { Operation, WirePorts } from '../../operation';

/** Makes the channel or replaces all of it. */
export const putDeliveryChannel =
  ({ channel }: Pick<WirePorts, 'channel'>): Operation<PutDeliveryChannelRequest, void> =>
  ({ DeliveryChannel: { configSnapshotDeliveryProperties, ...wanted } }, scope) =>
    channel.put(scope, { ...wanted, deliveryFrequency: configSnapshotDeliveryProperties?.deliveryFrequency });

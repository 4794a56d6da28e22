import type { DeleteDeliveryChannelRequest } from '@aws-sdk/client-config-service';
import type { Operation, WirePorts } from '../../operation';

/** Deletes the channel, unless the recorder runs and so needs it. What was delivered stays. */
export const deleteDeliveryChannel =
  ({ channel }: Pick<WirePorts, 'channel'>): Operation<DeleteDeliveryChannelRequest, void> =>
  ({ DeliveryChannelName }, scope) =>
    channel.delete(scope, DeliveryChannelName);

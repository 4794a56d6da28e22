import type { DeleteDeliveryChannelRequest } from '@aws-sdk/client-config-service';
import { WireError } from '../errors';
import { channelsNamed } from '../lookups/channel-lookup';
import type { Operation, WirePorts } from '../operation';

/** Deletes the channel, unless the recorder runs and so needs it. What was delivered stays. */
export const deleteDeliveryChannel =
  ({ recorder, channel }: Pick<WirePorts, 'recorder' | 'channel'>): Operation<DeleteDeliveryChannelRequest, void> =>
  async ({ DeliveryChannelName: name }, scope) => {
    await channelsNamed(channel, scope, [name]);
    if ((await recorder.find(scope))?.recording) {
      const message = `Failed to delete last specified delivery channel with name '${name}', because there is a running configuration recorder.`;
      throw new WireError('LastDeliveryChannelDeleteFailedException', message);
    }
    await channel.delete(scope);
  };

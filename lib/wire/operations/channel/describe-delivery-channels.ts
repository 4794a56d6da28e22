import type {
  DescribeDeliveryChannelsRequest,
  DescribeDeliveryChannelsResponse,
  MaximumExecutionFrequency,
} from '@aws-sdk/client-config-service';
import { channelsNamed } from '../../lookups/channel-lookup';
import type { Operation, WirePorts } from '../../operation';

/** The settings of the channel; a frequency that was not set is not given back. */
export const describeDeliveryChannels =
  ({
    channel,
  }: Pick<WirePorts, 'channel'>): Operation<DescribeDeliveryChannelsRequest, DescribeDeliveryChannelsResponse> =>
  async ({ DeliveryChannelNames }, scope) => {
    const found = await channelsNamed(channel, scope, DeliveryChannelNames);
    return {
      DeliveryChannels: found.map(({ deliveryFrequency, ...settings }) => ({
        ...settings,
        configSnapshotDeliveryProperties: deliveryFrequency
          ? { deliveryFrequency: deliveryFrequency as MaximumExecutionFrequency }
          : undefined,
      })),
    };
  };

import type {
  DeliveryStatus,
  DescribeDeliveryChannelStatusRequest,
  DescribeDeliveryChannelStatusResponse,
} from '@aws-sdk/client-config-service';
import type { FormatStatus } from '../../../delivery/channel/status-store';
import { channelsNamed } from '../../lookups/channel-lookup';
import type { Operation, WirePorts } from '../../operation';

const statuses: { [status in NonNullable<FormatStatus['lastStatus']>]: DeliveryStatus } = {
  SUCCESS: 'Success',
  FAILURE: 'Failure',
  NOT_APPLICABLE: 'Not_Applicable',
};

/** How deliveries of the three formats went: all three are always there, `{}` before the first delivery of one. */
export const describeDeliveryChannelStatus =
  ({
    channel,
  }: Pick<WirePorts, 'channel'>): Operation<
    DescribeDeliveryChannelStatusRequest,
    DescribeDeliveryChannelStatusResponse
  > =>
  async ({ DeliveryChannelNames }, scope) => {
    const found = await channelsNamed(channel, scope, DeliveryChannelNames);
    const DeliveryChannelsStatus = await Promise.all(
      found.map(async ({ name }) => {
        const { snapshot, history, stream } = await channel.status(scope);
        return {
          name,
          configSnapshotDeliveryInfo: delivery(snapshot),
          configHistoryDeliveryInfo: delivery(history),
          configStreamDeliveryInfo: delivery(stream),
        };
      }),
    );
    return { DeliveryChannelsStatus };
  };

function delivery({ lastStatus, ...rest }: FormatStatus) {
  return { ...rest, lastStatus: lastStatus && statuses[lastStatus] };
}

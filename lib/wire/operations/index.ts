import type { Operation, WireServices } from '../operation';
import { deleteConfigurationRecorder } from './delete-configuration-recorder';
import { deleteDeliveryChannel } from './delete-delivery-channel';
import { deliverConfigSnapshot } from './deliver-config-snapshot';
import { describeConfigurationRecorderStatus } from './describe-configuration-recorder-status';
import { describeConfigurationRecorders } from './describe-configuration-recorders';
import { describeDeliveryChannelStatus } from './describe-delivery-channel-status';
import { describeDeliveryChannels } from './describe-delivery-channels';
import { listConfigurationRecorders } from './list-configuration-recorders';
import { putConfigurationRecorder } from './put-configuration-recorder';
import { putDeliveryChannel } from './put-delivery-channel';
import { startConfigurationRecorder } from './start-configuration-recorder';
import { stopConfigurationRecorder } from './stop-configuration-recorder';

/** An operation of whatever types: the model's check stands between the caller's JSON and the types that the operation names. */
export type OperationMaker = (services: WireServices) => Operation<never, unknown>;

/** The operations that Snapscope supports, by AWS's name. */
export const operations: ReadonlyMap<string, OperationMaker> = new Map<string, OperationMaker>(
  Object.entries({
    DeleteConfigurationRecorder: deleteConfigurationRecorder,
    DeleteDeliveryChannel: deleteDeliveryChannel,
    DeliverConfigSnapshot: deliverConfigSnapshot,
    DescribeConfigurationRecorderStatus: describeConfigurationRecorderStatus,
    DescribeConfigurationRecorders: describeConfigurationRecorders,
    DescribeDeliveryChannelStatus: describeDeliveryChannelStatus,
    DescribeDeliveryChannels: describeDeliveryChannels,
    ListConfigurationRecorders: listConfigurationRecorders,
    PutConfigurationRecorder: putConfigurationRecorder,
    PutDeliveryChannel: putDeliveryChannel,
    StartConfigurationRecorder: startConfigurationRecorder,
    StopConfigurationRecorder: stopConfigurationRecorder,
  }),
);

import type { Operation, WirePorts } from '../operation';
import { batchGetResourceConfig } from './batch-get-resource-config';
import { deleteConfigurationRecorder } from './delete-configuration-recorder';
import { deleteDeliveryChannel } from './delete-delivery-channel';
import { deleteResourceConfig } from './delete-resource-config';
import { deleteRetentionConfiguration } from './delete-retention-configuration';
import { deleteStoredQuery } from './delete-stored-query';
import { deliverConfigSnapshot } from './deliver-config-snapshot';
import { describeConfigurationRecorderStatus } from './describe-configuration-recorder-status';
import { describeConfigurationRecorders } from './describe-configuration-recorders';
import { describeDeliveryChannelStatus } from './describe-delivery-channel-status';
import { describeDeliveryChannels } from './describe-delivery-channels';
import { describeRetentionConfigurations } from './describe-retention-configurations';
import { getDiscoveredResourceCounts } from './get-discovered-resource-counts';
import { getResourceConfigHistory } from './get-resource-config-history';
import { getStoredQuery } from './get-stored-query';
import { listConfigurationRecorders } from './list-configuration-recorders';
import { listDiscoveredResources } from './list-discovered-resources';
import { listStoredQueries } from './list-stored-queries';
import { listTagsForResource } from './list-tags-for-resource';
import { putConfigurationRecorder } from './put-configuration-recorder';
import { putDeliveryChannel } from './put-delivery-channel';
import { putResourceConfig } from './put-resource-config';
import { putRetentionConfiguration } from './put-retention-configuration';
import { putStoredQuery } from './put-stored-query';
import { selectResourceConfig } from './select-resource-config';
import { startConfigurationRecorder } from './start-configuration-recorder';
import { stopConfigurationRecorder } from './stop-configuration-recorder';
import { tagResource } from './tag-resource';
import { untagResource } from './untag-resource';

/** An operation of whatever types: the model's check stands between the caller's JSON and the types that the operation names. */
export type OperationMaker = (ports: WirePorts) => Operation<never, unknown>;

/** The operations that Snapscope supports, by AWS's name. */
export const operations: ReadonlyMap<string, OperationMaker> = new Map<string, OperationMaker>(
  Object.entries({
    BatchGetResourceConfig: batchGetResourceConfig,
    DeleteConfigurationRecorder: deleteConfigurationRecorder,
    DeleteDeliveryChannel: deleteDeliveryChannel,
    DeleteResourceConfig: deleteResourceConfig,
    DeleteRetentionConfiguration: deleteRetentionConfiguration,
    DeleteStoredQuery: deleteStoredQuery,
    DeliverConfigSnapshot: deliverConfigSnapshot,
    DescribeConfigurationRecorderStatus: describeConfigurationRecorderStatus,
    DescribeConfigurationRecorders: describeConfigurationRecorders,
    DescribeDeliveryChannelStatus: describeDeliveryChannelStatus,
    DescribeDeliveryChannels: describeDeliveryChannels,
    DescribeRetentionConfigurations: describeRetentionConfigurations,
    GetDiscoveredResourceCounts: getDiscoveredResourceCounts,
    GetResourceConfigHistory: getResourceConfigHistory,
    GetStoredQuery: getStoredQuery,
    ListConfigurationRecorders: listConfigurationRecorders,
    ListDiscoveredResources: listDiscoveredResources,
    ListStoredQueries: listStoredQueries,
    ListTagsForResource: listTagsForResource,
    PutConfigurationRecorder: putConfigurationRecorder,
    PutDeliveryChannel: putDeliveryChannel,
    PutResourceConfig: putResourceConfig,
    PutRetentionConfiguration: putRetentionConfiguration,
    PutStoredQuery: putStoredQuery,
    SelectResourceConfig: selectResourceConfig,
    StartConfigurationRecorder: startConfigurationRecorder,
    StopConfigurationRecorder: stopConfigurationRecorder,
    TagResource: tagResource,
    UntagResource: untagResource,
  }),
);

import type { Operation, WirePorts } from '../operation';
import { deleteDeliveryChannel } from './channel/delete-delivery-channel';
import { deliverConfigSnapshot } from './channel/deliver-config-snapshot';
import { describeDeliveryChannelStatus } from './channel/describe-delivery-channel-status';
import { describeDeliveryChannels } from './channel/describe-delivery-channels';
import { putDeliveryChannel } from './channel/put-delivery-channel';
import { deleteConfigurationRecorder } from './recorder/delete-configuration-recorder';
import { describeConfigurationRecorderStatus } from './recorder/describe-configuration-recorder-status';
import { describeConfigurationRecorders } from './recorder/describe-configuration-recorders';
import { listConfigurationRecorders } from './recorder/list-configuration-recorders';
import { putConfigurationRecorder } from './recorder/put-configuration-recorder';
import { startConfigurationRecorder } from './recorder/start-configuration-recorder';
import { stopConfigurationRecorder } from './recorder/stop-configuration-recorder';
import { batchGetResourceConfig } from './resources/batch-get-resource-config';
import { deleteResourceConfig } from './resources/delete-resource-config';
import { getDiscoveredResourceCounts } from './resources/get-discovered-resource-counts';
import { getResourceConfigHistory } from './resources/get-resource-config-history';
import { listDiscoveredResources } from './resources/list-discovered-resources';
import { putResourceConfig } from './resources/put-resource-config';
import { selectResourceConfig } from './resources/select-resource-config';
import { deleteRetentionConfiguration } from './retention/delete-retention-configuration';
import { describeRetentionConfigurations } from './retention/describe-retention-configurations';
import { putRetentionConfiguration } from './retention/put-retention-configuration';
import { deleteStoredQuery } from './stored-queries/delete-stored-query';
import { getStoredQuery } from './stored-queries/get-stored-query';
import { listStoredQueries } from './stored-queries/list-stored-queries';
import { putStoredQuery } from './stored-queries/put-stored-query';
import { listTagsForResource } from './tags/list-tags-for-resource';
import { tagResource } from './tags/tag-resource';
import { untagResource } from './tags/untag-resource';

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

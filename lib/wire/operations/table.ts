import type { Operation, WirePorts } from '../operation';
import { batchGetAggregateResourceConfig } from './aggregate-resources/batch-get-aggregate-resource-config';
import { getAggregateDiscoveredResourceCounts } from './aggregate-resources/get-aggregate-discovered-resource-counts';
import { getAggregateResourceConfig } from './aggregate-resources/get-aggregate-resource-config';
import { listAggregateDiscoveredResources } from './aggregate-resources/list-aggregate-discovered-resources';
import { selectAggregateResourceConfig } from './aggregate-resources/select-aggregate-resource-config';
import { deleteAggregationAuthorization } from './aggregation-authorizations/delete-aggregation-authorization';
import { deletePendingAggregationRequest } from './aggregation-authorizations/delete-pending-aggregation-request';
import { describeAggregationAuthorizations } from './aggregation-authorizations/describe-aggregation-authorizations';
import { describePendingAggregationRequests } from './aggregation-authorizations/describe-pending-aggregation-requests';
import { putAggregationAuthorization } from './aggregation-authorizations/put-aggregation-authorization';
import { aggregateCompliance } from './aggregators/aggregate-compliance';
import { deleteConfigurationAggregator } from './aggregators/delete-configuration-aggregator';
import { describeConfigurationAggregatorSourcesStatus } from './aggregators/describe-configuration-aggregator-sources-status';
import { describeConfigurationAggregators } from './aggregators/describe-configuration-aggregators';
import { putConfigurationAggregator } from './aggregators/put-configuration-aggregator';
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
import { isRefused } from './rules/answers';
import { configRules } from './rules/config-rules';
import { conformancePacks } from './rules/conformance-packs';
import { organization } from './rules/organization';
import { remediation } from './rules/remediation';
import { resourceEvaluations } from './rules/resource-evaluations';
import { deleteStoredQuery } from './stored-queries/delete-stored-query';
import { getStoredQuery } from './stored-queries/get-stored-query';
import { listStoredQueries } from './stored-queries/list-stored-queries';
import { putStoredQuery } from './stored-queries/put-stored-query';
import { listTagsForResource } from './tags/list-tags-for-resource';
import { tagResource } from './tags/tag-resource';
import { untagResource } from './tags/untag-resource';

/** An operation of whatever types: the model's check stands between the caller's JSON and the types that the operation names. */
export type OperationMaker = (ports: WirePorts) => Operation<never, unknown>;

interface Operations {
  [name: string]: OperationMaker;
}

/** What does here what AWS Config's does, by AWS's name. */
const working: Operations = {
  BatchGetAggregateResourceConfig: batchGetAggregateResourceConfig,
  BatchGetResourceConfig: batchGetResourceConfig,
  DeleteAggregationAuthorization: deleteAggregationAuthorization,
  DeleteConfigurationAggregator: deleteConfigurationAggregator,
  DeleteConfigurationRecorder: deleteConfigurationRecorder,
  DeleteDeliveryChannel: deleteDeliveryChannel,
  DeletePendingAggregationRequest: deletePendingAggregationRequest,
  DeleteResourceConfig: deleteResourceConfig,
  DeleteRetentionConfiguration: deleteRetentionConfiguration,
  DeleteStoredQuery: deleteStoredQuery,
  DeliverConfigSnapshot: deliverConfigSnapshot,
  DescribeAggregationAuthorizations: describeAggregationAuthorizations,
  DescribeConfigurationAggregatorSourcesStatus: describeConfigurationAggregatorSourcesStatus,
  DescribeConfigurationAggregators: describeConfigurationAggregators,
  DescribeConfigurationRecorderStatus: describeConfigurationRecorderStatus,
  DescribeConfigurationRecorders: describeConfigurationRecorders,
  DescribeDeliveryChannelStatus: describeDeliveryChannelStatus,
  DescribeDeliveryChannels: describeDeliveryChannels,
  DescribePendingAggregationRequests: describePendingAggregationRequests,
  DescribeRetentionConfigurations: describeRetentionConfigurations,
  GetAggregateDiscoveredResourceCounts: getAggregateDiscoveredResourceCounts,
  GetAggregateResourceConfig: getAggregateResourceConfig,
  GetDiscoveredResourceCounts: getDiscoveredResourceCounts,
  GetResourceConfigHistory: getResourceConfigHistory,
  GetStoredQuery: getStoredQuery,
  ListAggregateDiscoveredResources: listAggregateDiscoveredResources,
  ListConfigurationRecorders: listConfigurationRecorders,
  ListDiscoveredResources: listDiscoveredResources,
  ListStoredQueries: listStoredQueries,
  ListTagsForResource: listTagsForResource,
  PutAggregationAuthorization: putAggregationAuthorization,
  PutConfigurationAggregator: putConfigurationAggregator,
  PutConfigurationRecorder: putConfigurationRecorder,
  PutDeliveryChannel: putDeliveryChannel,
  PutResourceConfig: putResourceConfig,
  PutRetentionConfiguration: putRetentionConfiguration,
  PutStoredQuery: putStoredQuery,
  SelectAggregateResourceConfig: selectAggregateResourceConfig,
  SelectResourceConfig: selectResourceConfig,
  StartConfigurationRecorder: startConfigurationRecorder,
  StopConfigurationRecorder: stopConfigurationRecorder,
  TagResource: tagResource,
  UntagResource: untagResource,
};

/** What tells of things that are never here, and so answers that there are none. */
const answeringNone: Operations = {
  ...configRules,
  ...resourceEvaluations,
  ...conformancePacks,
  ...organization,
  ...remediation,
  ...aggregateCompliance,
};

/** What would make such a thing, or have something evaluated. */
const refusing: Operations = Object.fromEntries(
  [
    'PutConfigRule',
    'PutConformancePack',
    'PutEvaluations',
    'PutOrganizationConfigRule',
    'PutOrganizationConformancePack',
    'PutRemediationConfigurations',
    'PutRemediationExceptions',
    'StartConfigRulesEvaluation',
    'StartResourceEvaluation',
  ].map((name) => [name, isRefused(name)]),
);

/** All operations that are answered otherwise than with `UnknownOperationException`. */
export const operations: ReadonlyMap<string, OperationMaker> = new Map(
  Object.entries({ ...working, ...answeringNone, ...refusing }),
);

/** How an operation is answered: as AWS does, with none, with a refusal, or as one that is not there. */
export type OperationSupport = 'yes' | 'none' | 'refused' | 'no';

/** @param name one of AWS Config's operations. */
export function supportOf(name: string): OperationSupport {
  if (Object.hasOwn(working, name)) return 'yes';
  if (Object.hasOwn(answeringNone, name)) return 'none';
  return Object.hasOwn(refusing, name) ? 'refused' : 'no';
}

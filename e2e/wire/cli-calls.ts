import { expect } from '@playwright/test';

/** What calls need that only the run knows. */
export interface Known {
  accountId: string;
  bucket: string;
  recorderArn: string;
}

/** One call of the AWS CLI: AWS's name of the operation, the arguments as a shell takes them, and what is printed; undefined: nothing. */
interface CliCall {
  operation: string;
  args?: string | ((known: Known) => string);
  prints?: object;
}

const page =
  '--resource-type Example::Wiki::Page --schema-version-id 1 --resource-id p-1 --configuration \'{"size":1}\'';
const identity = { resourceType: 'Example::Wiki::Page', resourceId: 'p-1' };
const recorderName = '--configuration-recorder-name default';
const channelName = '--delivery-channel-name default';
const uuid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

const aggregator = '--configuration-aggregator-name all';
const other = { AuthorizedAccountId: '999999999999', AuthorizedAwsRegion: 'us-west-2' };
const authorized = '--authorized-account-id 999999999999 --authorized-aws-region us-west-2';
/** The page as aggregators name it. */
const aggregated = ({ accountId }: Known) =>
  `SourceAccountId=${accountId},SourceRegion=us-west-2,ResourceType=${identity.resourceType},ResourceId=p-1`;

/** Every operation that does what AWS does once, in an order in which each finds what it needs. */
export const cliCalls: CliCall[] = [
  {
    operation: 'PutConfigurationRecorder',
    args: '--configuration-recorder name=default,roleARN=arn:aws:iam::123456789012:role/config --recording-group allSupported=true',
  },
  {
    operation: 'DescribeConfigurationRecorders',
    prints: { ConfigurationRecorders: [{ name: 'default', recordingGroup: { allSupported: true } }] },
  },
  {
    operation: 'PutDeliveryChannel',
    args: ({ bucket }) => `--delivery-channel name=default,s3BucketName=${bucket}`,
  },
  { operation: 'DescribeDeliveryChannels', prints: { DeliveryChannels: [{ name: 'default' }] } },
  { operation: 'StartConfigurationRecorder', args: recorderName },
  {
    operation: 'DescribeConfigurationRecorderStatus',
    prints: { ConfigurationRecordersStatus: [{ name: 'default', recording: true }] },
  },
  {
    operation: 'ListConfigurationRecorders',
    prints: { ConfigurationRecorderSummaries: [{ name: 'default', recordingScope: 'PAID' }] },
  },
  { operation: 'PutResourceConfig', args: `${page} --tags team=docs` },
  {
    operation: 'ListDiscoveredResources',
    args: '--resource-type Example::Wiki::Page',
    prints: { resourceIdentifiers: [identity] },
  },
  {
    operation: 'GetDiscoveredResourceCounts',
    args: '--resource-types Example::Wiki::Page',
    prints: { totalDiscoveredResources: 1, resourceCounts: [{ resourceType: identity.resourceType, count: 1 }] },
  },
  {
    operation: 'BatchGetResourceConfig',
    args: '--resource-keys resourceType=Example::Wiki::Page,resourceId=p-1',
    prints: { baseConfigurationItems: [{ ...identity, configuration: '{"size":1}' }] },
  },
  {
    operation: 'GetResourceConfigHistory',
    args: '--resource-type Example::Wiki::Page --resource-id p-1 --chronological-order Forward',
    prints: { configurationItems: [{ ...identity, tags: { team: 'docs' } }] },
  },
  {
    operation: 'SelectResourceConfig',
    args: '--expression "SELECT resourceId WHERE configuration.size = 1"',
    prints: { Results: ['{"resourceId":"p-1"}'], QueryInfo: { SelectFields: [{ Name: 'resourceId' }] } },
  },
  {
    operation: 'PutConfigurationAggregator',
    args: ({ accountId }) =>
      `${aggregator} --account-aggregation-sources AccountIds=${accountId},999999999999,AllAwsRegions=true`,
    prints: { ConfigurationAggregator: { ConfigurationAggregatorName: 'all' } },
  },
  {
    operation: 'DescribeConfigurationAggregators',
    args: '--configuration-aggregator-names all',
    prints: { ConfigurationAggregators: [{ AccountAggregationSources: [{ AllAwsRegions: true }] }] },
  },
  {
    operation: 'DescribeConfigurationAggregatorSourcesStatus',
    args: `${aggregator} --update-status FAILED`,
    prints: { AggregatedSourceStatusList: [{ SourceId: '999999999999', LastErrorCode: 'NotAuthorized' }] },
  },
  {
    operation: 'SelectAggregateResourceConfig',
    args: `${aggregator} --expression "SELECT resourceId, COUNT(*) WHERE configuration.size = 1 GROUP BY resourceId;"`,
    prints: { Results: ['{"resourceId":"p-1","COUNT(*)":1}'] },
  },
  {
    operation: 'GetAggregateDiscoveredResourceCounts',
    args: `${aggregator} --group-by-key RESOURCE_TYPE --filters ResourceType=Example::Wiki::Page`,
    prints: { TotalDiscoveredResources: 1, GroupedResourceCounts: [{ GroupName: identity.resourceType }] },
  },
  {
    operation: 'ListAggregateDiscoveredResources',
    args: `${aggregator} --resource-type Example::Wiki::Page`,
    prints: { ResourceIdentifiers: [{ SourceRegion: 'us-west-2', ResourceId: 'p-1' }] },
  },
  {
    operation: 'GetAggregateResourceConfig',
    args: (known) => `${aggregator} --resource-identifier ${aggregated(known)}`,
    prints: { ConfigurationItem: { ...identity, tags: { team: 'docs' } } },
  },
  {
    operation: 'BatchGetAggregateResourceConfig',
    args: (known) => `${aggregator} --resource-identifiers ${aggregated(known)}`,
    prints: { BaseConfigurationItems: [identity], UnprocessedResourceIdentifiers: [] },
  },
  { operation: 'DeleteConfigurationAggregator', args: aggregator },
  {
    operation: 'PutAggregationAuthorization',
    args: authorized,
    prints: { AggregationAuthorization: other },
  },
  { operation: 'DescribeAggregationAuthorizations', prints: { AggregationAuthorizations: [other] } },
  { operation: 'DeleteAggregationAuthorization', args: authorized },
  { operation: 'DescribePendingAggregationRequests', prints: { PendingAggregationRequests: [] } },
  {
    operation: 'DeletePendingAggregationRequest',
    args: '--requester-account-id 999999999999 --requester-aws-region us-west-2',
  },
  {
    operation: 'DeleteResourceConfig',
    args: '--resource-type Example::Wiki::Page --resource-id p-1',
  },
  { operation: 'DeliverConfigSnapshot', args: channelName, prints: { configSnapshotId: uuid } },
  {
    operation: 'DescribeDeliveryChannelStatus',
    prints: {
      DeliveryChannelsStatus: [{ name: 'default', configStreamDeliveryInfo: { lastStatus: 'NOT_APPLICABLE' } }],
    },
  },
  {
    operation: 'PutStoredQuery',
    args: `--stored-query 'QueryName=volumes,Expression=SELECT arn'`,
    prints: { QueryArn: expect.stringContaining(':stored-query/volumes/query-') },
  },
  {
    operation: 'GetStoredQuery',
    args: '--query-name volumes',
    prints: { StoredQuery: { QueryName: 'volumes', Expression: 'SELECT arn' } },
  },
  { operation: 'ListStoredQueries', prints: { StoredQueryMetadata: [{ QueryName: 'volumes' }] } },
  { operation: 'DeleteStoredQuery', args: '--query-name volumes' },
  { operation: 'TagResource', args: ({ recorderArn }) => `--resource-arn ${recorderArn} --tags Key=team,Value=docs` },
  {
    operation: 'ListTagsForResource',
    args: ({ recorderArn }) => `--resource-arn ${recorderArn}`,
    prints: { Tags: [{ Key: 'team', Value: 'docs' }] },
  },
  { operation: 'UntagResource', args: ({ recorderArn }) => `--resource-arn ${recorderArn} --tag-keys team` },
  {
    operation: 'PutRetentionConfiguration',
    args: '--retention-period-in-days 30',
    prints: { RetentionConfiguration: { Name: 'default', RetentionPeriodInDays: 30 } },
  },
  {
    operation: 'DescribeRetentionConfigurations',
    prints: { RetentionConfigurations: [{ Name: 'default', RetentionPeriodInDays: 30 }] },
  },
  { operation: 'DeleteRetentionConfiguration', args: '--retention-configuration-name default' },
  { operation: 'StopConfigurationRecorder', args: recorderName },
  { operation: 'DeleteDeliveryChannel', args: channelName },
  { operation: 'DeleteConfigurationRecorder', args: recorderName },
];

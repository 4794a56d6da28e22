import {
  type ClusterSubnetGroup,
  type EventSubscription,
  paginateDescribeClusterSnapshots,
  paginateDescribeClusterSubnetGroups,
  paginateDescribeEventSubscriptions,
  RedshiftClient,
  type Snapshot,
} from '@aws-sdk/client-redshift';
import { flattenPages } from '../../calls/pages';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

/*
 * Types that one call tells whole, as AWS Config has them (example items of awslabs/aws-config-rdk).
 */

/** What is measured while a snapshot is made and kept; the days that are left change every day. */
const measured = [
  'ActualIncrementalBackupSizeInMegaBytes',
  'BackupProgressInMegaBytes',
  'CurrentBackupRateInMegaBytesPerSecond',
  'ElapsedTimeInSeconds',
  'EstimatedSecondsToCompletion',
  'ManualSnapshotRemainingDays',
  'TotalBackupSizeInMegaBytes',
];

export const clusterSnapshot = resourceType<Snapshot>({
  resourceType: 'AWS::Redshift::ClusterSnapshot',
  permissions: ['redshift:DescribeClusterSnapshots'],
  list: ({ client }) =>
    flattenPages(paginateDescribeClusterSnapshots({ client: client(RedshiftClient) }, {}), (page) => page.Snapshots),
  describe: (snapshot, { arn }) => ({
    id: snapshot.SnapshotIdentifier,
    name: snapshot.SnapshotIdentifier,
    arn: arn('redshift', `snapshot:${snapshot.ClusterIdentifier}/${snapshot.SnapshotIdentifier}`),
    createdAt: snapshot.SnapshotCreateTime,
    zone: snapshot.AvailabilityZone,
    tags: tagsOf(snapshot.Tags),
    configuration: camelCase(snapshot, { without: ['SnapshotArn', ...measured] }),
  }),
  related: {
    'AWS::Redshift::Cluster': ({ ClusterIdentifier: name }) => ({ id: name, name }),
    'AWS::EC2::VPC': ({ VpcId }) => VpcId,
  },
});

export const clusterSubnetGroup = resourceType<ClusterSubnetGroup>({
  resourceType: 'AWS::Redshift::ClusterSubnetGroup',
  permissions: ['redshift:DescribeClusterSubnetGroups'],
  list: ({ client }) =>
    flattenPages(
      paginateDescribeClusterSubnetGroups({ client: client(RedshiftClient) }, {}),
      (page) => page.ClusterSubnetGroups,
    ),
  describe: (group, { arn }) => ({
    id: group.ClusterSubnetGroupName,
    name: group.ClusterSubnetGroupName,
    arn: arn('redshift', `subnetgroup:${group.ClusterSubnetGroupName}`),
    zone: 'Multiple Availability Zones',
    tags: tagsOf(group.Tags),
    configuration: camelCase(group),
  }),
  related: {
    'AWS::EC2::Subnet': ({ Subnets }) => Subnets?.map(({ SubnetIdentifier }) => SubnetIdentifier),
    'AWS::EC2::VPC': ({ VpcId }) => VpcId,
  },
});

export const eventSubscription = resourceType<EventSubscription>({
  resourceType: 'AWS::Redshift::EventSubscription',
  permissions: ['redshift:DescribeEventSubscriptions'],
  list: ({ client }) =>
    flattenPages(
      paginateDescribeEventSubscriptions({ client: client(RedshiftClient) }, {}),
      (page) => page.EventSubscriptionsList,
    ),
  describe: (subscription, { arn }) => ({
    id: subscription.CustSubscriptionId,
    name: subscription.CustSubscriptionId,
    arn: arn('redshift', `eventsubscription:${subscription.CustSubscriptionId}`),
    createdAt: subscription.SubscriptionCreationTime,
    zone: 'Not Applicable',
    tags: tagsOf(subscription.Tags),
    configuration: camelCase(subscription),
  }),
});

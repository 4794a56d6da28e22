import {
  type DBCluster,
  type DBInstance,
  type DBSnapshot,
  type DBSnapshotAttribute,
  type DBSubnetGroup,
  DescribeDBSnapshotAttributesCommand,
  ListTagsForResourceCommand,
  paginateDescribeDBClusters,
  paginateDescribeDBInstances,
  paginateDescribeDBSnapshots,
  paginateDescribeDBSubnetGroups,
  RDSClient,
  type Tag,
} from '@aws-sdk/client-rds';
import { ignoreNotFound } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { beanCase, camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

/**
 * Moves on every few minutes without anybody's doing, and would be a change in every cycle. Tags stand in the configuration and in the
 * supplementary one, as in real items.
 */
const without = ['LatestRestorableTime', 'EarliestRestorableTime', 'MasterUserPassword'];

const securityGroups = ({ VpcSecurityGroups }: DBInstance | DBCluster) =>
  VpcSecurityGroups?.map(({ VpcSecurityGroupId }) => VpcSecurityGroupId);

export const dbInstance = resourceType<DBInstance>({
  resourceType: 'AWS::RDS::DBInstance',
  permissions: ['rds:DescribeDBInstances'],
  list: ({ client }) =>
    flattenPages(paginateDescribeDBInstances({ client: client(RDSClient) }, {}), ({ DBInstances }) => DBInstances),
  describe: (instance) => ({
    id: instance.DbiResourceId,
    name: instance.DBInstanceIdentifier,
    arn: instance.DBInstanceArn,
    createdAt: instance.InstanceCreateTime,
    zone: instance.AvailabilityZone,
    tags: tagsOf(instance.TagList),
    configuration: camelCase(instance, { without }),
    supplementaryConfiguration: { Tags: (instance.TagList ?? []).map((tag) => camelCase(tag)) },
  }),
  related: {
    'AWS::RDS::DBSecurityGroup': ({ DBSecurityGroups }) => DBSecurityGroups?.map((group) => group.DBSecurityGroupName),
    'AWS::RDS::DBSubnetGroup': ({ DBSubnetGroup: group }) => group?.DBSubnetGroupName,
    'AWS::EC2::SecurityGroup': securityGroups,
  },
});

/** A cluster names its members and its subnet group by their names, and so does AWS Config. */
export const dbCluster = resourceType<DBCluster>({
  resourceType: 'AWS::RDS::DBCluster',
  permissions: ['rds:DescribeDBClusters'],
  list: ({ client }) =>
    flattenPages(paginateDescribeDBClusters({ client: client(RDSClient) }, {}), ({ DBClusters }) => DBClusters),
  describe: (cluster) => ({
    id: cluster.DbClusterResourceId,
    name: cluster.DBClusterIdentifier,
    arn: cluster.DBClusterArn,
    createdAt: cluster.ClusterCreateTime,
    zone: 'Multiple Availability Zones',
    tags: tagsOf(cluster.TagList),
    configuration: beanCase(cluster, { without, times: 'epoch' }),
    supplementaryConfiguration: { Tags: (cluster.TagList ?? []).map((tag) => camelCase(tag)) },
  }),
  related: {
    'AWS::EC2::SecurityGroup': securityGroups,
  },
  relatedByName: {
    'AWS::RDS::DBInstance': ({ DBClusterMembers }) => DBClusterMembers?.map((member) => member.DBInstanceIdentifier),
    'AWS::RDS::DBSubnetGroup': ({ DBSubnetGroup: group }) => group,
  },
});

interface WholeSubnetGroup extends DBSubnetGroup {
  tags?: Tag[];
}

export const dbSubnetGroup = resourceType<WholeSubnetGroup>({
  resourceType: 'AWS::RDS::DBSubnetGroup',
  permissions: ['rds:DescribeDBSubnetGroups', 'rds:ListTagsForResource'],
  list({ client }) {
    const rds = client(RDSClient);
    return enrich(
      flattenPages(paginateDescribeDBSubnetGroups({ client: rds }, {}), ({ DBSubnetGroups }) => DBSubnetGroups),
      (group) =>
        ignoreNotFound(['DBSubnetGroupNotFoundFault', 'DBSubnetGroupNotFound'], async () => {
          if (group.DBSubnetGroupArn === undefined) return group;
          const { TagList } = await rds.send(new ListTagsForResourceCommand({ ResourceName: group.DBSubnetGroupArn }));
          return { ...group, tags: TagList };
        }),
    );
  },
  describe: ({ tags, ...group }) => ({
    id: group.DBSubnetGroupName,
    name: group.DBSubnetGroupName,
    arn: group.DBSubnetGroupArn,
    zone: 'Multiple Availability Zones',
    tags: tagsOf(tags),
    configuration: camelCase(group),
    supplementaryConfiguration: { Tags: (tags ?? []).map((tag) => camelCase(tag)) },
  }),
  related: {
    'AWS::EC2::Subnet': ({ Subnets }) => Subnets?.map(({ SubnetIdentifier }) => SubnetIdentifier),
    'AWS::EC2::VPC': ({ VpcId }) => VpcId,
  },
});

interface WholeSnapshot extends DBSnapshot {
  attributes?: DBSnapshotAttribute[];
}

export const dbSnapshot = resourceType<WholeSnapshot>({
  resourceType: 'AWS::RDS::DBSnapshot',
  permissions: ['rds:DescribeDBSnapshots', 'rds:DescribeDBSnapshotAttributes'],
  list({ client }) {
    const rds = client(RDSClient);
    return enrich(
      flattenPages(paginateDescribeDBSnapshots({ client: rds }, {}), ({ DBSnapshots }) => DBSnapshots),
      (snapshot) =>
        ignoreNotFound(['DBSnapshotNotFoundFault', 'DBSnapshotNotFound'], async () => {
          // Only manual ones can be shared, which is what the attributes tell.
          if (snapshot.SnapshotType !== 'manual') return snapshot;
          const input = { DBSnapshotIdentifier: snapshot.DBSnapshotIdentifier };
          const { DBSnapshotAttributesResult } = await rds.send(new DescribeDBSnapshotAttributesCommand(input));
          return { ...snapshot, attributes: DBSnapshotAttributesResult?.DBSnapshotAttributes };
        }),
    );
  },
  describe: ({ attributes, ...snapshot }) => ({
    id: snapshot.DBSnapshotIdentifier,
    name: snapshot.DBSnapshotIdentifier,
    arn: snapshot.DBSnapshotArn,
    createdAt: snapshot.SnapshotCreateTime,
    zone: snapshot.AvailabilityZone,
    tags: tagsOf(snapshot.TagList),
    configuration: camelCase(snapshot, { without }),
    supplementaryConfiguration: {
      DBSnapshotAttributes: (attributes ?? []).map((attribute) => camelCase(attribute)),
      Tags: (snapshot.TagList ?? []).map((tag) => camelCase(tag)),
    },
  }),
  related: {
    'AWS::EC2::VPC': ({ VpcId }) => VpcId,
  },
});

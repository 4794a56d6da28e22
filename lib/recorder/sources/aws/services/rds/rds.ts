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
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { beanCase, camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

/**
 * Moves on every few minutes without anybody's doing, and would be a change in every cycle. Tags stand in the supplementary
 * configuration, as AWS Config has them.
 */
const without = ['LatestRestorableTime', 'EarliestRestorableTime', 'TagList', 'MasterUserPassword'];

const instances = ({ client }: AwsAccess) =>
  flattenPages(paginateDescribeDBInstances({ client: client(RDSClient) }, {}), ({ DBInstances }) => DBInstances);

const securityGroups = ({ VpcSecurityGroups }: DBInstance | DBCluster) =>
  VpcSecurityGroups?.map(({ VpcSecurityGroupId }) => VpcSecurityGroupId);

export const dbInstance = resourceType<DBInstance>({
  resourceType: 'AWS::RDS::DBInstance',
  permissions: ['rds:DescribeDBInstances'],
  list: instances,
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

interface WholeCluster extends DBCluster {
  instanceIds: (string | undefined)[];
}

/** A cluster names its members by their names only: their ids are looked up among all instances. */
export const dbCluster = resourceType<WholeCluster>({
  resourceType: 'AWS::RDS::DBCluster',
  permissions: ['rds:DescribeDBClusters', 'rds:DescribeDBInstances'],
  async *list(access) {
    const ids = new Map<string | undefined, string | undefined>();
    for await (const { DBInstanceIdentifier, DBClusterIdentifier, DbiResourceId } of instances(access)) {
      if (DBClusterIdentifier) ids.set(DBInstanceIdentifier, DbiResourceId);
    }
    const client = access.client(RDSClient);
    for await (const cluster of flattenPages(paginateDescribeDBClusters({ client }, {}), (page) => page.DBClusters)) {
      const members = cluster.DBClusterMembers ?? [];
      yield { ...cluster, instanceIds: members.map(({ DBInstanceIdentifier }) => ids.get(DBInstanceIdentifier)) };
    }
  },
  describe: ({ instanceIds: _, ...cluster }) => ({
    id: cluster.DbClusterResourceId,
    name: cluster.DBClusterIdentifier,
    arn: cluster.DBClusterArn,
    createdAt: cluster.ClusterCreateTime,
    zone: 'Multiple Availability Zones',
    tags: tagsOf(cluster.TagList),
    configuration: beanCase(cluster, { without }),
    supplementaryConfiguration: { Tags: (cluster.TagList ?? []).map((tag) => camelCase(tag)) },
  }),
  related: {
    'AWS::RDS::DBInstance': ({ instanceIds }) => instanceIds,
    'AWS::EC2::SecurityGroup': securityGroups,
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

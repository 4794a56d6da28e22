import {
  type Cluster,
  DescribeLoggingStatusCommand,
  type LoggingStatus,
  paginateDescribeClusters,
  RedshiftClient,
} from '@aws-sdk/client-redshift';
import type { AwsAccess } from '../../calls/access';
import { optionalCall } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

/** What moves on by itself, and what stands for a password. */
const without = [
  'DataTransferProgress',
  'ExpectedNextSnapshotScheduleTime',
  'ExpectedNextSnapshotScheduleTimeStatus',
  'MasterUserPassword',
  'NextMaintenanceWindowStartTime',
  'RestoreStatus',
];

/** How the last deliveries went. */
const withoutOfLogging = ['LastSuccessfulDeliveryTime', 'LastFailureTime', 'LastFailureMessage'];

interface WholeCluster {
  cluster: Cluster;
  logging: LoggingStatus | undefined;
}

/** As AWS Config has it (example item of awslabs/aws-config-rdk), with where it logs to beside it. */
export const cluster = resourceType<WholeCluster>({
  resourceType: 'AWS::Redshift::Cluster',
  permissions: ['redshift:DescribeClusters', 'redshift:DescribeLoggingStatus'],
  list: (access) =>
    enrich(
      flattenPages(paginateDescribeClusters({ client: access.client(RedshiftClient) }, {}), (page) => page.Clusters),
      async (cluster) => ({ cluster, logging: await readLogging(access, cluster) }),
    ),
  describe: ({ cluster, logging }, { arn }) => ({
    id: cluster.ClusterIdentifier,
    name: cluster.ClusterIdentifier,
    arn: arn('redshift', `cluster:${cluster.ClusterIdentifier}`),
    createdAt: cluster.ClusterCreateTime,
    zone: cluster.AvailabilityZone,
    tags: tagsOf(cluster.Tags),
    configuration: camelCase(cluster, { without }),
    ...(logging && {
      supplementaryConfiguration: { LoggingStatus: camelCase(logging, { without: withoutOfLogging }) },
    }),
  }),
  related: {
    'AWS::Redshift::ClusterParameterGroup': ({ cluster }) =>
      cluster.ClusterParameterGroups?.map(({ ParameterGroupName }) => byName(ParameterGroupName)),
    'AWS::Redshift::ClusterSecurityGroup': ({ cluster }) =>
      cluster.ClusterSecurityGroups?.map(({ ClusterSecurityGroupName }) => ClusterSecurityGroupName),
    'AWS::Redshift::ClusterSubnetGroup': ({ cluster }) => byName(cluster.ClusterSubnetGroupName),
    'AWS::EC2::SecurityGroup': ({ cluster }) =>
      cluster.VpcSecurityGroups?.map(({ VpcSecurityGroupId }) => VpcSecurityGroupId),
    'AWS::EC2::VPC': ({ cluster }) => cluster.VpcId,
  },
});

/** What goes by its name has that as id and name. */
const byName = (name: string | undefined) => ({ id: name, name });

function readLogging(access: AwsAccess, { ClusterIdentifier }: Cluster): Promise<LoggingStatus | undefined> {
  return optionalCall(access, {
    permission: 'redshift:DescribeLoggingStatus',
    about: `cluster ${ClusterIdentifier}`,
    call: () => access.client(RedshiftClient).send(new DescribeLoggingStatusCommand({ ClusterIdentifier })),
    none: ['ClusterNotFound', 'ClusterNotFoundFault'],
  });
}

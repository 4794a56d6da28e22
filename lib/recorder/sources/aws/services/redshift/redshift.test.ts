import { expect, test } from 'vitest';
import { awsError, bare, itemsOf } from '../../test-items';
import { cluster } from './cluster';
import { clusterParameterGroup } from './cluster-parameter-group';
import { clusterSnapshot, clusterSubnetGroup, eventSubscription } from './redshift';
import { endpointAccess, endpointAuthorization, integration, scheduledAction } from './sharing';

const arn = (resource: string) => `arn:aws:redshift:us-west-2:123456789012:${resource}`;
const at = new Date('2026-11-24T10:00:00Z');
const time = '2026-11-24T10:00:00.000Z';
const inVpc = { resourceId: 'vpc-1', resourceType: 'AWS::EC2::VPC', name: 'Is associated with Vpc' };

test('a cluster names its groups, security groups and VPC, and says where it logs to', async () => {
  const items = await itemsOf(cluster, {
    describeClusters: {
      Clusters: [
        {
          ClusterIdentifier: 'sales',
          NodeType: 'ra3.large',
          DBName: 'sales',
          Endpoint: { Address: 'sales.example', Port: 5439 },
          ClusterCreateTime: at,
          ClusterSecurityGroups: [{ ClusterSecurityGroupName: 'classic', Status: 'active' }],
          VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-1', Status: 'active' }],
          ClusterParameterGroups: [{ ParameterGroupName: 'default.redshift-2.0', ParameterApplyStatus: 'in-sync' }],
          ClusterSubnetGroupName: 'private',
          VpcId: 'vpc-1',
          AvailabilityZone: 'us-west-2c',
          PendingModifiedValues: { MasterUserPassword: '****', NodeType: 'ra3.xlplus' },
          NextMaintenanceWindowStartTime: at,
          DataTransferProgress: { Status: 'transferring' },
          Tags: [{ Key: 'Team', Value: 'platform' }],
        },
      ],
    },
    describeLoggingStatus: { LoggingEnabled: true, BucketName: 'logs', LastSuccessfulDeliveryTime: at },
  });
  expect(items).toEqual([
    {
      ...bare,
      resourceType: 'AWS::Redshift::Cluster',
      resourceId: 'sales',
      resourceName: 'sales',
      ARN: arn('cluster:sales'),
      availabilityZone: 'us-west-2c',
      resourceCreationTime: time,
      tags: { Team: 'platform' },
      relationships: [
        { resourceId: 'sg-1', resourceType: 'AWS::EC2::SecurityGroup', name: 'Is associated with SecurityGroup' },
        inVpc,
        {
          resourceId: 'default.redshift-2.0',
          resourceName: 'default.redshift-2.0',
          resourceType: 'AWS::Redshift::ClusterParameterGroup',
          name: 'Is associated with ClusterParameterGroup',
        },
        {
          resourceId: 'classic',
          resourceType: 'AWS::Redshift::ClusterSecurityGroup',
          name: 'Is associated with ClusterSecurityGroup',
        },
        {
          resourceId: 'private',
          resourceName: 'private',
          resourceType: 'AWS::Redshift::ClusterSubnetGroup',
          name: 'Is associated with ClusterSubnetGroup',
        },
      ],
      configuration: {
        clusterIdentifier: 'sales',
        nodeType: 'ra3.large',
        dBName: 'sales',
        endpoint: { address: 'sales.example', port: 5439 },
        clusterCreateTime: time,
        clusterSecurityGroups: [{ clusterSecurityGroupName: 'classic', status: 'active' }],
        vpcSecurityGroups: [{ vpcSecurityGroupId: 'sg-1', status: 'active' }],
        clusterParameterGroups: [{ parameterGroupName: 'default.redshift-2.0', parameterApplyStatus: 'in-sync' }],
        clusterSubnetGroupName: 'private',
        vpcId: 'vpc-1',
        availabilityZone: 'us-west-2c',
        pendingModifiedValues: { nodeType: 'ra3.xlplus' },
        tags: [{ key: 'Team', value: 'platform' }],
      },
      supplementaryConfiguration: { LoggingStatus: { loggingEnabled: true, bucketName: 'logs' } },
    },
  ]);
});

test("a parameter group has all of its parameters; Redshift's own are among them", async () => {
  const group = (ParameterGroupName: string) => ({
    ParameterGroupName,
    ParameterGroupFamily: 'redshift-2.0',
    Tags: [],
  });
  const parameter = { ParameterName: 'require_ssl', ParameterValue: 'true', IsModifiable: true };
  const items = await itemsOf(clusterParameterGroup, {
    describeClusterParameterGroups: { ParameterGroups: [group('default.redshift-2.0'), group('gone')] },
    describeClusterParameters: ({ ParameterGroupName }: { ParameterGroupName: string }) =>
      ParameterGroupName === 'gone' ? awsError('ClusterParameterGroupNotFound') : { Parameters: [parameter] },
  });
  expect(items).toEqual([
    {
      ...bare,
      resourceType: 'AWS::Redshift::ClusterParameterGroup',
      resourceId: 'default.redshift-2.0',
      resourceName: 'default.redshift-2.0',
      ARN: arn('parametergroup:default.redshift-2.0'),
      availabilityZone: 'Not Applicable',
      configuration: { parameterGroupName: 'default.redshift-2.0', parameterGroupFamily: 'redshift-2.0', tags: [] },
      supplementaryConfiguration: {
        Parameters: [{ parameterName: 'require_ssl', parameterValue: 'true', isModifiable: true }],
      },
    },
  ]);
});

test('a snapshot belongs to its cluster and has nothing that is measured', async () => {
  const items = await itemsOf(clusterSnapshot, {
    describeClusterSnapshots: {
      Snapshots: [
        {
          SnapshotIdentifier: 'before',
          ClusterIdentifier: 'sales',
          SnapshotCreateTime: at,
          AvailabilityZone: 'us-west-2c',
          VpcId: 'vpc-1',
          EncryptedWithHSM: false,
          TotalBackupSizeInMegaBytes: 12,
          ManualSnapshotRemainingDays: 3,
          Tags: [],
        },
      ],
    },
  });
  expect(items).toEqual([
    {
      ...bare,
      resourceType: 'AWS::Redshift::ClusterSnapshot',
      resourceId: 'before',
      resourceName: 'before',
      ARN: arn('snapshot:sales/before'),
      availabilityZone: 'us-west-2c',
      resourceCreationTime: time,
      relationships: [
        inVpc,
        {
          resourceId: 'sales',
          resourceName: 'sales',
          resourceType: 'AWS::Redshift::Cluster',
          name: 'Is associated with Cluster',
        },
      ],
      configuration: {
        snapshotIdentifier: 'before',
        clusterIdentifier: 'sales',
        snapshotCreateTime: time,
        availabilityZone: 'us-west-2c',
        vpcId: 'vpc-1',
        encryptedWithHSM: false,
        tags: [],
      },
    },
  ]);
});

test('a subnet group names its subnets and VPC, an event subscription its topic', async () => {
  const [group] = await itemsOf(clusterSubnetGroup, {
    describeClusterSubnetGroups: {
      ClusterSubnetGroups: [
        {
          ClusterSubnetGroupName: 'private',
          VpcId: 'vpc-1',
          Subnets: [{ SubnetIdentifier: 'subnet-1', SubnetAvailabilityZone: { Name: 'us-west-2b' } }],
          Tags: [],
        },
      ],
    },
  });
  expect(group).toEqual({
    ...bare,
    resourceType: 'AWS::Redshift::ClusterSubnetGroup',
    resourceId: 'private',
    resourceName: 'private',
    ARN: arn('subnetgroup:private'),
    availabilityZone: 'Multiple Availability Zones',
    relationships: [
      { resourceId: 'subnet-1', resourceType: 'AWS::EC2::Subnet', name: 'Is associated with Subnet' },
      inVpc,
    ],
    configuration: {
      clusterSubnetGroupName: 'private',
      vpcId: 'vpc-1',
      subnets: [{ subnetIdentifier: 'subnet-1', subnetAvailabilityZone: { name: 'us-west-2b' } }],
      tags: [],
    },
  });
  const [subscription] = await itemsOf(eventSubscription, {
    describeEventSubscriptions: {
      EventSubscriptionsList: [{ CustSubscriptionId: 'alerts', SubscriptionCreationTime: at, Enabled: true, Tags: [] }],
    },
  });
  expect(subscription).toEqual({
    ...bare,
    resourceType: 'AWS::Redshift::EventSubscription',
    resourceId: 'alerts',
    resourceName: 'alerts',
    ARN: arn('eventsubscription:alerts'),
    availabilityZone: 'Not Applicable',
    resourceCreationTime: time,
    configuration: { custSubscriptionId: 'alerts', subscriptionCreationTime: time, enabled: true, tags: [] },
  });
});

test('what came from the registry is spelled as there', async () => {
  const [endpoint] = await itemsOf(endpointAccess, {
    describeEndpointAccess: {
      EndpointAccessList: [
        {
          EndpointName: 'near',
          ClusterIdentifier: 'sales',
          EndpointCreateTime: at,
          VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-1', Status: 'active' }],
          VpcEndpoint: { VpcEndpointId: 'vpce-1', VpcId: 'vpc-1' },
        },
      ],
    },
  });
  expect(endpoint).toMatchObject({
    resourceId: 'near',
    availabilityZone: 'Regional',
    resourceCreationTime: time,
    configuration: {
      EndpointName: 'near',
      VpcSecurityGroupIds: ['sg-1'],
      VpcEndpoint: { VpcEndpointId: 'vpce-1', VpcId: 'vpc-1' },
    },
  });
  const [authorization] = await itemsOf(endpointAuthorization, {
    describeEndpointAuthorization: {
      EndpointAuthorizationList: [{ ClusterIdentifier: 'sales', Grantor: '123456789012', Grantee: '210987654321' }],
    },
  });
  expect(authorization).toMatchObject({
    resourceId: 'sales|210987654321',
    configuration: { Account: '210987654321', Grantee: '210987654321', Grantor: '123456789012' },
  });
  const [action] = await itemsOf(scheduledAction, {
    describeScheduledActions: {
      ScheduledActions: [
        {
          ScheduledActionName: 'pause',
          TargetAction: { PauseCluster: { ClusterIdentifier: 'sales' } },
          NextInvocations: [at],
        },
      ],
    },
  });
  expect(action).toMatchObject({ resourceId: 'pause', resourceName: 'pause' });
  expect(action?.configuration).toEqual({
    ScheduledActionName: 'pause',
    TargetAction: { PauseCluster: { ClusterIdentifier: 'sales' } },
  });
  const [linked] = await itemsOf(integration, {
    describeIntegrations: {
      Integrations: [{ IntegrationArn: arn('integration:1'), IntegrationName: 'orders', Status: 'active', Tags: [] }],
    },
  });
  expect(linked).toMatchObject({ resourceId: arn('integration:1'), resourceName: 'orders', ARN: arn('integration:1') });
  expect(linked?.configuration).not.toHaveProperty('Status');
});

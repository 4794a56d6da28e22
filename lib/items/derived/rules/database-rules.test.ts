import { expect, test } from 'vitest';
import { databaseRules } from './database-rules';
import { arn, keyArn, roleArn, rulesUnderTest, secretArn, topicArn } from './test-rules';

const { edgesOf, unusedRules } = rulesUnderTest(databaseRules);
const domain = {
  VPCOptions: { VPCId: 'vpc-1', SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
  EncryptionAtRestOptions: { Enabled: true, KmsKeyId: keyArn },
  CognitoOptions: { UserPoolId: 'eu-west-1_AbC', RoleArn: roleArn },
  LogPublishingOptions: { AUDIT_LOGS: { CloudWatchLogsLogGroupArn: arn('logs', 'log-group:audit') } },
};

test('RDS', () => {
  expect(
    edgesOf('AWS::RDS::DBInstance', {
      availabilityZone: 'eu-west-1b',
      kmsKeyId: keyArn,
      performanceInsightsKMSKeyId: arn('kms', 'key/5b8f3476-e875-40d0-aa7b-336b59b15040'),
      monitoringRoleArn: roleArn,
      associatedRoles: [{ roleArn: 'arn:aws:iam::111122223333:role/import' }],
      readReplicaSourceDBInstanceIdentifier: 'orders-1',
      masterUserSecret: { secretArn },
      dBParameterGroups: [{ dBParameterGroupName: 'tuned' }],
      optionGroupMemberships: [{ optionGroupName: 'audit' }],
      dBSubnetGroup: {
        vpcId: 'vpc-1',
        subnets: [
          { subnetIdentifier: 'subnet-a', subnetAvailabilityZone: { name: 'eu-west-1a' } },
          { subnetIdentifier: 'subnet-b', subnetAvailabilityZone: { name: 'eu-west-1b' } },
        ],
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.kmsKeyId",
      "Is encrypted by KMS::Key 5b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.performanceInsightsKMSKeyId",
      "Acts as IAM::Role named worker < configuration.monitoringRoleArn",
      "Acts as IAM::Role named import < configuration.associatedRoles[0].roleArn",
      "Replicates RDS::DBInstance named orders-1 < configuration.readReplicaSourceDBInstanceIdentifier",
      "Reads SecretsManager::Secret arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf < configuration.masterUserSecret.secretArn",
      "Uses RDS::DBParameterGroup named tuned < configuration.dBParameterGroups[0].dBParameterGroupName",
      "Uses RDS::OptionGroup named audit < configuration.optionGroupMemberships[0].optionGroupName",
      "Is contained in EC2::VPC vpc-1 < configuration.dBSubnetGroup.vpcId",
      "Is contained in EC2::Subnet subnet-b < configuration.dBSubnetGroup.subnets[1].subnetIdentifier",
    ]
  `);
  expect(
    edgesOf('AWS::RDS::DBCluster', {
      kmsKeyId: keyArn,
      associatedRoles: [{ roleArn }],
      masterUserSecret: { secretArn },
      replicationSourceIdentifier: arn('rds', 'cluster:orders-main'),
      dBClusterParameterGroup: 'tuned',
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.kmsKeyId",
      "Acts as IAM::Role named worker < configuration.associatedRoles[0].roleArn",
      "Reads SecretsManager::Secret arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf < configuration.masterUserSecret.secretArn",
      "Replicates RDS::DBCluster named orders-main < configuration.replicationSourceIdentifier",
      "Uses RDS::DBClusterParameterGroup named tuned < configuration.dBClusterParameterGroup",
    ]
  `);
  expect(
    edgesOf('AWS::RDS::GlobalCluster', { SourceDBClusterIdentifier: arn('rds', 'cluster:orders') }),
  ).toMatchInlineSnapshot(`
    [
      "Contains RDS::DBCluster named orders < configuration.SourceDBClusterIdentifier",
    ]
  `);
  expect(
    edgesOf('AWS::RDS::DBSnapshot', { kmsKeyId: keyArn, dBInstanceIdentifier: 'orders-1' }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.kmsKeyId",
      "Was copied from RDS::DBInstance named orders-1 < configuration.dBInstanceIdentifier",
    ]
  `);
  expect(
    edgesOf('AWS::RDS::DBClusterSnapshot', { kmsKeyId: keyArn, dBClusterIdentifier: 'orders' }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.kmsKeyId",
      "Was copied from RDS::DBCluster named orders < configuration.dBClusterIdentifier",
    ]
  `);
  expect(
    edgesOf('AWS::RDS::DBProxy', {
      Auth: [{ SecretArn: secretArn }],
      RoleArn: roleArn,
      VpcSubnetIds: ['subnet-1'],
      VpcSecurityGroupIds: ['sg-1'],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Reads SecretsManager::Secret arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf < configuration.Auth[0].SecretArn",
      "Acts as IAM::Role named worker < configuration.RoleArn",
      "Is contained in EC2::Subnet subnet-1 < configuration.VpcSubnetIds[0]",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.VpcSecurityGroupIds[0]",
    ]
  `);
  expect(
    edgesOf('AWS::RDS::DBProxyTargetGroup', {
      DBProxyName: 'front',
      DBClusterIdentifiers: ['orders'],
      DBInstanceIdentifiers: ['orders-1'],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in RDS::DBProxy named front < configuration.DBProxyName",
      "Forwards to RDS::DBCluster named orders < configuration.DBClusterIdentifiers[0]",
      "Forwards to RDS::DBInstance named orders-1 < configuration.DBInstanceIdentifiers[0]",
    ]
  `);
  expect(edgesOf('AWS::RDS::EventSubscription', { snsTopicArn: topicArn })).toMatchInlineSnapshot(`
    [
      "Notifies SNS::Topic arn:aws:sns:eu-west-1:111122223333:alerts < configuration.snsTopicArn",
    ]
  `);
});

test('other databases and caches', () => {
  expect(
    edgesOf('AWS::DynamoDB::Table', { sSEDescription: { status: 'ENABLED', kMSMasterKeyArn: keyArn } }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.sSEDescription.kMSMasterKeyArn",
    ]
  `);
  expect(
    edgesOf('AWS::DynamoDB::GlobalTable', {
      Replicas: [{ Region: 'eu-west-1', SSESpecification: { KMSMasterKeyId: keyArn } }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.Replicas[0].SSESpecification.KMSMasterKeyId",
    ]
  `);
  expect(edgesOf('AWS::DAX::Cluster', { IAMRoleARN: roleArn, SecurityGroupIds: ['sg-1'] })).toMatchInlineSnapshot(`
    [
      "Acts as IAM::Role named worker < configuration.IAMRoleARN",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.SecurityGroupIds[0]",
    ]
  `);
  expect(
    edgesOf('AWS::Redshift::Cluster', { kmsKeyId: keyArn, iamRoles: [{ iamRoleArn: roleArn }] }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.kmsKeyId",
      "Acts as IAM::Role named worker < configuration.iamRoles[0].iamRoleArn",
    ]
  `);
  expect(
    edgesOf('AWS::ElastiCache::ReplicationGroup', {
      KmsKeyId: keyArn,
      SecurityGroupIds: ['sg-1'],
      CacheSubnetGroupName: 'caches',
      MemberClusters: ['sessions-001'],
      NotificationTopicArn: topicArn,
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.KmsKeyId",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.SecurityGroupIds[0]",
      "Is contained in ElastiCache::SubnetGroup named caches < configuration.CacheSubnetGroupName",
      "Contains ElastiCache::CacheCluster sessions-001 < configuration.MemberClusters[0]",
      "Notifies SNS::Topic arn:aws:sns:eu-west-1:111122223333:alerts < configuration.NotificationTopicArn",
    ]
  `);
  expect(
    edgesOf('AWS::ElastiCache::CacheCluster', {
      ReplicationGroupId: 'sessions',
      CacheSubnetGroupName: 'caches',
      VpcSecurityGroupIds: ['sg-1'],
      SecurityGroups: [{ SecurityGroupId: 'sg-2' }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in ElastiCache::ReplicationGroup sessions < configuration.ReplicationGroupId",
      "Is contained in ElastiCache::SubnetGroup named caches < configuration.CacheSubnetGroupName",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.VpcSecurityGroupIds[0]",
      "Is associated with EC2::SecurityGroup sg-2 < configuration.SecurityGroups[0].SecurityGroupId",
    ]
  `);
  expect(
    edgesOf('AWS::ElastiCache::SubnetGroup', {
      VpcId: 'vpc-1',
      SubnetIds: ['subnet-1'],
      Subnets: [{ SubnetIdentifier: 'subnet-2' }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::VPC vpc-1 < configuration.VpcId",
      "Is contained in EC2::Subnet subnet-1 < configuration.SubnetIds[0]",
      "Is contained in EC2::Subnet subnet-2 < configuration.Subnets[0].SubnetIdentifier",
    ]
  `);
  expect(
    edgesOf('AWS::MemoryDB::Cluster', { KmsKeyId: keyArn, SecurityGroupIds: ['sg-1'], SubnetGroupName: 'caches' }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.KmsKeyId",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.SecurityGroupIds[0]",
      "Is contained in MemoryDB::SubnetGroup named caches < configuration.SubnetGroupName",
    ]
  `);
  expect(edgesOf('AWS::MemoryDB::SubnetGroup', { SubnetIds: ['subnet-1'] })).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::Subnet subnet-1 < configuration.SubnetIds[0]",
    ]
  `);
  expect(edgesOf('AWS::OpenSearch::Domain', domain)).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::VPC vpc-1 < configuration.VPCOptions.VPCId",
      "Is contained in EC2::Subnet subnet-1 < configuration.VPCOptions.SubnetIds[0]",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.VPCOptions.SecurityGroupIds[0]",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.EncryptionAtRestOptions.KmsKeyId",
      "Uses Cognito::UserPool eu-west-1_AbC < configuration.CognitoOptions.UserPoolId",
      "Acts as IAM::Role named worker < configuration.CognitoOptions.RoleArn",
      "Logs to Logs::LogGroup named audit < configuration.LogPublishingOptions.AUDIT_LOGS.CloudWatchLogsLogGroupArn",
    ]
  `);
  for (const type of ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain']) {
    expect(edgesOf(type, domain), type).toEqual(edgesOf('AWS::OpenSearch::Domain', domain));
  }
  expect(
    edgesOf('AWS::DMS::ReplicationInstance', {
      KmsKeyId: keyArn,
      VpcSecurityGroupIds: ['sg-1'],
      ReplicationSubnetGroupIdentifier: 'moves',
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.KmsKeyId",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.VpcSecurityGroupIds[0]",
      "Is contained in DMS::ReplicationSubnetGroup named moves < configuration.ReplicationSubnetGroupIdentifier",
    ]
  `);
  expect(edgesOf('AWS::DMS::ReplicationSubnetGroup', { SubnetIds: ['subnet-1'] })).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::Subnet subnet-1 < configuration.SubnetIds[0]",
    ]
  `);
  expect(
    edgesOf('AWS::DMS::ReplicationTask', {
      ReplicationInstanceArn: arn('dms', 'rep:1'),
      SourceEndpointArn: arn('dms', 'endpoint:1'),
      TargetEndpointArn: arn('dms', 'endpoint:2'),
    }),
  ).toMatchInlineSnapshot(`
    [
      "Runs DMS::ReplicationInstance arn:aws:dms:eu-west-1:111122223333:rep:1 < configuration.ReplicationInstanceArn",
      "Reads DMS::Endpoint arn:aws:dms:eu-west-1:111122223333:endpoint:1 < configuration.SourceEndpointArn",
      "Sends to DMS::Endpoint arn:aws:dms:eu-west-1:111122223333:endpoint:2 < configuration.TargetEndpointArn",
    ]
  `);
});

test('what belongs to a cluster of Redshift, options of RDS and workgroups of Athena', () => {
  expect([
    ...edgesOf('AWS::RDS::OptionGroup', {
      OptionConfigurations: [{ VpcSecurityGroupMemberships: [{ VpcSecurityGroupId: 'sg-1' }] }],
    }),
    ...edgesOf('AWS::Redshift::ClusterSnapshot', { kmsKeyId: keyArn }),
    ...edgesOf('AWS::Redshift::EventSubscription', { snsTopicArn: topicArn }),
    ...edgesOf('AWS::Redshift::EndpointAccess', {
      ClusterIdentifier: 'sales',
      VpcEndpoint: { VpcId: 'vpc-1' },
      VpcSecurityGroupIds: ['sg-1'],
    }),
    ...edgesOf('AWS::Redshift::EndpointAuthorization', { ClusterIdentifier: 'sales' }),
    ...edgesOf('AWS::Redshift::ScheduledAction', {
      TargetAction: { PauseCluster: { ClusterIdentifier: 'sales' } },
      IamRole: roleArn,
    }),
    ...edgesOf('AWS::Redshift::Integration', {
      SourceArn: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
      TargetArn: 'arn:aws:redshift:eu-west-1:111122223333:cluster:sales',
      KMSKeyId: keyArn,
    }),
    ...edgesOf('AWS::Athena::WorkGroup', {
      WorkGroupConfiguration: {
        ResultConfiguration: { OutputLocation: 's3://results/', EncryptionConfiguration: { KmsKey: keyArn } },
        ExecutionRole: roleArn,
      },
    }),
    ...edgesOf('AWS::Athena::PreparedStatement', { WorkGroup: 'reports' }),
  ]).toMatchInlineSnapshot(`
    [
      "Is associated with EC2::SecurityGroup sg-1 < configuration.OptionConfigurations[0].VpcSecurityGroupMemberships[0].VpcSecurityGroupId",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.kmsKeyId",
      "Notifies SNS::Topic arn:aws:sns:eu-west-1:111122223333:alerts < configuration.snsTopicArn",
      "Forwards to Redshift::Cluster sales < configuration.ClusterIdentifier",
      "Is contained in EC2::VPC vpc-1 < configuration.VpcEndpoint.VpcId",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.VpcSecurityGroupIds[0]",
      "Grants access to Redshift::Cluster sales < configuration.ClusterIdentifier",
      "Uses Redshift::Cluster sales < configuration.TargetAction.PauseCluster.ClusterIdentifier",
      "Acts as IAM::Role named worker < configuration.IamRole",
      "Reads DynamoDB::Table orders < configuration.SourceArn",
      "Sends to Redshift::Cluster sales < configuration.TargetArn",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.KMSKeyId",
      "Sends to S3::Bucket results < configuration.WorkGroupConfiguration.ResultConfiguration.OutputLocation",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.KmsKey",
      "Acts as IAM::Role named worker < configuration.WorkGroupConfiguration.ExecutionRole",
      "Is contained in Athena::WorkGroup named reports < configuration.WorkGroup",
    ]
  `);
});

test('each rule finds something in these examples', () => {
  expect(unusedRules()).toEqual([]);
});

import { anyArn } from '../arn';
import * as is from '../names';
import { type DerivedRule, inNetwork, rule, rules } from '../rule';
import * as to from '../targets';

const dbInstance = to.name('AWS::RDS::DBInstance');
const dbCluster = to.name('AWS::RDS::DBCluster');
const redshiftCluster = to.id('AWS::Redshift::Cluster');
const cacheSubnets = to.name('AWS::ElastiCache::SubnetGroup');

export const databaseRules: Record<string, DerivedRule[]> = {
  'AWS::RDS::DBInstance': [
    rule(is.encrypted, 'kmsKeyId', to.kmsKey),
    rule(is.encrypted, 'performanceInsightsKMSKeyId', to.kmsKey),
    rule(is.acts, 'monitoringRoleArn', to.role),
    rule(is.acts, 'associatedRoles[].roleArn', to.role),
    rule(is.replicates, 'readReplicaSourceDBInstanceIdentifier', dbInstance),
    rule(is.reads, 'masterUserSecret.secretArn', anyArn),
    rule(is.uses, 'dBParameterGroups[].dBParameterGroupName', to.name('AWS::RDS::DBParameterGroup')),
    rule(is.uses, 'optionGroupMemberships[].optionGroupName', to.name('AWS::RDS::OptionGroup')),
    rule(is.contained, 'dBSubnetGroup.vpcId', to.vpc),
    // Of the subnets of its group, that in the zone of the instance.
    rule(
      is.contained,
      'dBSubnetGroup.subnets[subnetAvailabilityZone.name=@availabilityZone].subnetIdentifier',
      to.subnet,
    ),
  ],
  'AWS::RDS::DBCluster': [
    rule(is.encrypted, 'kmsKeyId', to.kmsKey),
    rule(is.acts, 'associatedRoles[].roleArn', to.role),
    rule(is.reads, 'masterUserSecret.secretArn', anyArn),
    rule(is.replicates, 'replicationSourceIdentifier', anyArn),
    rule(is.uses, 'dBClusterParameterGroup', to.name('AWS::RDS::DBClusterParameterGroup')),
  ],
  'AWS::RDS::OptionGroup': [
    rule(is.associated, 'OptionConfigurations[].VpcSecurityGroupMemberships[].VpcSecurityGroupId', to.securityGroup),
  ],
  'AWS::RDS::GlobalCluster': [rule(is.contains, 'SourceDBClusterIdentifier', dbCluster)],
  'AWS::RDS::DBSnapshot': [
    rule(is.encrypted, 'kmsKeyId', to.kmsKey),
    rule(is.copyOf, 'dBInstanceIdentifier', dbInstance),
  ],
  'AWS::RDS::DBClusterSnapshot': [
    rule(is.encrypted, 'kmsKeyId', to.kmsKey),
    rule(is.copyOf, 'dBClusterIdentifier', dbCluster),
  ],
  'AWS::RDS::DBProxy': [
    rule(is.reads, 'Auth[].SecretArn', anyArn),
    rule(is.acts, 'RoleArn', to.role),
    ...inNetwork('VpcSubnetIds[]', 'VpcSecurityGroupIds[]'),
  ],
  'AWS::RDS::DBProxyTargetGroup': [
    rule(is.contained, 'DBProxyName', to.name('AWS::RDS::DBProxy')),
    rule(is.forwards, 'DBClusterIdentifiers[]', dbCluster),
    rule(is.forwards, 'DBInstanceIdentifiers[]', dbInstance),
  ],
  'AWS::RDS::EventSubscription': [rule(is.notifies, 'snsTopicArn', anyArn)],
  'AWS::DynamoDB::Table': [rule(is.encrypted, 'sSEDescription.kMSMasterKeyArn', to.kmsKey)],
  'AWS::DynamoDB::GlobalTable': [rule(is.encrypted, 'Replicas[].SSESpecification.KMSMasterKeyId', to.kmsKey)],
  'AWS::DAX::Cluster': [
    rule(is.acts, 'IAMRoleARN', to.role),
    rule(is.associated, 'SecurityGroupIds[]', to.securityGroup),
  ],
  'AWS::Redshift::Cluster': [
    rule(is.encrypted, 'kmsKeyId', to.kmsKey),
    rule(is.acts, 'iamRoles[].iamRoleArn', to.role),
  ],
  'AWS::Redshift::ClusterSnapshot': [rule(is.encrypted, 'kmsKeyId', to.kmsKey)],
  'AWS::Redshift::EventSubscription': [rule(is.notifies, 'snsTopicArn', anyArn)],
  'AWS::Redshift::EndpointAccess': [
    rule(is.forwards, 'ClusterIdentifier', redshiftCluster),
    rule(is.contained, 'VpcEndpoint.VpcId', to.vpc),
    rule(is.associated, 'VpcSecurityGroupIds[]', to.securityGroup),
  ],
  'AWS::Redshift::EndpointAuthorization': [rule(is.grants, 'ClusterIdentifier', redshiftCluster)],
  'AWS::Redshift::ScheduledAction': [
    rule(is.uses, 'TargetAction.*.ClusterIdentifier', redshiftCluster),
    rule(is.acts, 'IamRole', to.role),
  ],
  'AWS::Redshift::Integration': [
    rule(is.reads, 'SourceArn', anyArn),
    rule(is.sends, 'TargetArn', anyArn),
    rule(is.encrypted, 'KMSKeyId', to.kmsKey),
  ],
  'AWS::Athena::WorkGroup': [
    rule(is.sends, 'WorkGroupConfiguration.ResultConfiguration.OutputLocation', to.bucket),
    rule(is.encrypted, 'WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.KmsKey', to.kmsKey),
    rule(is.acts, 'WorkGroupConfiguration.ExecutionRole', to.role),
  ],
  'AWS::Athena::PreparedStatement': [rule(is.contained, 'WorkGroup', to.name('AWS::Athena::WorkGroup'))],
  'AWS::ElastiCache::ReplicationGroup': [
    rule(is.encrypted, 'KmsKeyId', to.kmsKey),
    rule(is.associated, 'SecurityGroupIds[]', to.securityGroup),
    rule(is.contained, 'CacheSubnetGroupName', cacheSubnets),
    rule(is.contains, 'MemberClusters[]', to.id('AWS::ElastiCache::CacheCluster')),
    rule(is.notifies, 'NotificationTopicArn', anyArn),
  ],
  'AWS::ElastiCache::CacheCluster': [
    rule(is.contained, 'ReplicationGroupId', to.id('AWS::ElastiCache::ReplicationGroup')),
    rule(is.contained, 'CacheSubnetGroupName', cacheSubnets),
    rule(is.associated, 'VpcSecurityGroupIds[]', to.securityGroup),
    rule(is.associated, 'SecurityGroups[].SecurityGroupId', to.securityGroup),
  ],
  'AWS::ElastiCache::SubnetGroup': [
    rule(is.contained, 'VpcId', to.vpc),
    rule(is.contained, 'SubnetIds[]', to.subnet),
    rule(is.contained, 'Subnets[].SubnetIdentifier', to.subnet),
  ],
  'AWS::MemoryDB::Cluster': [
    rule(is.encrypted, 'KmsKeyId', to.kmsKey),
    rule(is.associated, 'SecurityGroupIds[]', to.securityGroup),
    rule(is.contained, 'SubnetGroupName', to.name('AWS::MemoryDB::SubnetGroup')),
  ],
  'AWS::MemoryDB::SubnetGroup': [rule(is.contained, 'SubnetIds[]', to.subnet)],
  'AWS::OpenSearch::Domain': searchDomain(),
  'AWS::OpenSearchService::Domain': searchDomain(),
  'AWS::Elasticsearch::Domain': searchDomain(),
  'AWS::DMS::ReplicationInstance': [
    rule(is.encrypted, 'KmsKeyId', to.kmsKey),
    rule(is.associated, 'VpcSecurityGroupIds[]', to.securityGroup),
    rule(is.contained, 'ReplicationSubnetGroupIdentifier', to.name('AWS::DMS::ReplicationSubnetGroup')),
  ],
  'AWS::DMS::ReplicationSubnetGroup': [rule(is.contained, 'SubnetIds[]', to.subnet)],
  'AWS::DMS::ReplicationTask': [
    rule(is.runs, 'ReplicationInstanceArn', anyArn),
    rule(is.reads, 'SourceEndpointArn', anyArn),
    rule(is.sends, 'TargetEndpointArn', anyArn),
  ],
};

function searchDomain(): DerivedRule[] {
  return [
    rule(is.contained, 'VPCOptions.VPCId', to.vpc),
    ...inNetwork('VPCOptions.SubnetIds[]', 'VPCOptions.SecurityGroupIds[]'),
    rule(is.encrypted, 'EncryptionAtRestOptions.KmsKeyId', to.kmsKey),
    rule(is.uses, 'CognitoOptions.UserPoolId', to.userPool),
    rule(is.acts, 'CognitoOptions.RoleArn', to.role),
    ...rules(is.logsTo, ['LogPublishingOptions.*.CloudWatchLogsLogGroupArn'], to.logGroup),
  ];
}

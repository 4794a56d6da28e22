import { acts, associated, contained, type DerivedRule, encrypted, rule, sends } from './rule';
import * as to from './targets';

const keyed = (type: string, ...paths: string[]): [string, DerivedRule[]] => [
  type,
  paths.map((path) => rule(encrypted, path, to.kmsKey)),
];

/** Types of which nothing but the key leads elsewhere. */
const onlyKeyed = Object.fromEntries([
  keyed('AWS::DynamoDB::Table', 'sSEDescription.kMSMasterKeyArn'),
  keyed('AWS::EFS::FileSystem', 'KmsKeyId'),
  keyed('AWS::ECR::Repository', 'EncryptionConfiguration.KmsKey'),
  keyed('AWS::Kinesis::Stream', 'StreamEncryption.KeyId'),
  keyed('AWS::Logs::LogGroup', 'KmsKeyId'),
  keyed('AWS::RDS::DBSnapshot', 'kmsKeyId'),
  keyed('AWS::RDS::DBClusterSnapshot', 'kmsKeyId'),
]);

export const storageRules: Record<string, DerivedRule[]> = {
  ...onlyKeyed,
  // Supplementary configuration in the form of the S3 client's own classes, as AWS Config writes it.
  'AWS::S3::Bucket': [
    ...['functionARN', 'queueARN', 'topicARN'].map((field) =>
      rule('Notifies', `supplementary: BucketNotificationConfiguration.configurations.*.${field}`, to.anyArn),
    ),
    rule('Logs to', 'supplementary: BucketLoggingConfiguration.destinationBucketName', to.bucket),
    rule(
      encrypted,
      'supplementary: ServerSideEncryptionConfiguration.rules[].applyServerSideEncryptionByDefault.kmsMasterKeyID',
      to.kmsKey,
    ),
    rule(
      'Replicates to',
      'supplementary: BucketReplicationConfiguration.rules.*.destinationConfig.bucketARN',
      to.bucket,
    ),
    rule(acts, 'supplementary: BucketReplicationConfiguration.roleARN', to.role),
  ],
  'AWS::EFS::MountTarget': [
    rule('Mounts', 'FileSystemId', to.fileSystem),
    rule(contained, 'SubnetId', to.subnet),
    rule(associated, 'SecurityGroups[]', to.securityGroup),
  ],
  'AWS::EFS::AccessPoint': [rule(contained, 'FileSystemId', to.fileSystem)],
  'AWS::RDS::DBInstance': [
    rule(encrypted, 'kmsKeyId', to.kmsKey),
    rule(acts, 'monitoringRoleArn', to.role),
    rule(acts, 'associatedRoles[].roleArn', to.role),
    rule('Replicates', 'readReplicaSourceDBInstanceIdentifier', to.name('AWS::RDS::DBInstance')),
    rule(associated, 'masterUserSecret.secretArn', to.anyArn),
  ],
  'AWS::RDS::DBCluster': [
    rule(encrypted, 'kmsKeyId', to.kmsKey),
    rule(acts, 'associatedRoles[].roleArn', to.role),
    rule(associated, 'masterUserSecret.secretArn', to.anyArn),
  ],
  'AWS::Redshift::Cluster': [rule(encrypted, 'kmsKeyId', to.kmsKey), rule(acts, 'iamRoles[].iamRoleArn', to.role)],
  'AWS::SecretsManager::Secret': [
    rule(encrypted, 'KmsKeyId', to.kmsKey),
    rule('Is rotated by', 'RotationLambdaARN', to.lambda),
  ],
  'AWS::KMS::Alias': [rule(associated, 'TargetKeyId', to.kmsKey)],
  'AWS::CloudTrail::Trail': [
    rule(sends, 's3BucketName', to.bucket),
    rule(sends, 'snsTopicARN', to.anyArn),
    rule(sends, 'cloudWatchLogsLogGroupArn', to.logGroup),
    rule(acts, 'cloudWatchLogsRoleArn', to.role),
    rule(encrypted, 'kmsKeyId', to.kmsKey),
  ],
};

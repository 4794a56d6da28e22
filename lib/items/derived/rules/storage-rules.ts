import { anyArn } from '../arn';
import * as is from '../names';
import { type DerivedRule, inNetwork, rule, rules } from '../rule';
import type { Target } from '../target';
import * as to from '../targets';

/** The ARN of a place of DataSync does not tell of which kind it is. */
function location(arn: string): Target[] {
  return ['S3', 'EFS', 'NFS', 'SMB', 'HDFS', 'ObjectStorage', 'FSxWindows', 'FSxLustre'].map((kind) => ({
    resourceType: `AWS::DataSync::Location${kind}`,
    resourceId: arn,
    ifPresent: true,
  }));
}

/** Files, objects and what keeps copies of them. */
export const storageRules: Record<string, DerivedRule[]> = {
  // Supplementary configuration in the form of the S3 client's own classes, as AWS Config writes it.
  'AWS::S3::Bucket': [
    ...rules(
      is.notifies,
      ['functionARN', 'queueARN', 'topicARN'].map(
        (field) => `supplementary: BucketNotificationConfiguration.configurations.*.${field}`,
      ),
      anyArn,
    ),
    rule(is.logsTo, 'supplementary: BucketLoggingConfiguration.destinationBucketName', to.bucket),
    rule(
      is.encrypted,
      'supplementary: ServerSideEncryptionConfiguration.rules[].applyServerSideEncryptionByDefault.kmsMasterKeyID',
      to.kmsKey,
    ),
    rule(
      is.replicatesTo,
      'supplementary: BucketReplicationConfiguration.rules.*.destinationConfig.bucketARN',
      to.bucket,
    ),
    rule(is.acts, 'supplementary: BucketReplicationConfiguration.roleARN', to.role),
    rule(is.trusts, 'supplementary: BucketPolicy.policyText.Statement[?].Principal.AWS[?]', anyArn),
  ],
  'AWS::S3::AccessPoint': [
    rule(is.contained, 'Bucket', to.bucket),
    rule(is.contained, 'VpcConfiguration.VpcId', to.vpc),
  ],
  'AWS::S3::MultiRegionAccessPoint': [rule(is.routes, 'Regions[].Bucket', to.bucket)],
  'AWS::S3::BucketPolicy': [rule(is.contained, 'Bucket', to.bucket)],
  'AWS::EC2::Volume': [rule(is.encrypted, 'kmsKeyId', to.kmsKey)],
  'AWS::EFS::FileSystem': [
    rule(is.encrypted, 'KmsKeyId', to.kmsKey),
    rule(is.replicatesTo, 'ReplicationConfiguration.Destinations[].FileSystemId', to.fileSystem),
  ],
  'AWS::EFS::MountTarget': [
    rule(is.mounts, 'FileSystemId', to.fileSystem),
    ...inNetwork('SubnetId', 'SecurityGroups[]'),
  ],
  'AWS::EFS::AccessPoint': [rule(is.contained, 'FileSystemId', to.fileSystem)],
  'AWS::FSx::FileSystem': [
    ...inNetwork('SubnetIds[]', 'SecurityGroupIds[]'),
    rule(is.encrypted, 'KmsKeyId', to.kmsKey),
  ],
  'AWS::ECR::Repository': [rule(is.encrypted, 'EncryptionConfiguration.KmsKey', to.kmsKey)],
  'AWS::Backup::BackupVault': [
    rule(is.encrypted, 'EncryptionKeyArn', to.kmsKey),
    rule(is.notifies, 'Notifications.SNSTopicArn', anyArn),
  ],
  'AWS::Backup::BackupPlan': [
    rule(is.sends, 'BackupPlan.BackupPlanRule[].TargetBackupVault', to.name('AWS::Backup::BackupVault')),
    rule(is.sends, 'BackupPlan.BackupPlanRule[].CopyActions[].DestinationBackupVaultArn', anyArn),
  ],
  'AWS::Backup::BackupSelection': [
    rule(is.contained, 'BackupPlanId', to.id('AWS::Backup::BackupPlan')),
    rule(is.protects, 'BackupSelection.Resources[]', anyArn),
    rule(is.acts, 'BackupSelection.IamRoleArn', to.role),
  ],
  'AWS::Backup::RecoveryPoint': [
    rule(is.copyOf, 'ResourceArn', anyArn),
    rule(is.contained, 'BackupVaultName', to.name('AWS::Backup::BackupVault')),
    rule(is.encrypted, 'EncryptionKeyArn', to.kmsKey),
  ],
  'AWS::CloudTrail::Trail': [
    rule(is.sends, 's3BucketName', to.bucket),
    rule(is.sends, 'snsTopicARN', anyArn),
    rule(is.sends, 'cloudWatchLogsLogGroupArn', to.logGroup),
    rule(is.acts, 'cloudWatchLogsRoleArn', to.role),
    rule(is.encrypted, 'kmsKeyId', to.kmsKey),
  ],
  'AWS::Config::ConfigurationRecorder': [rule(is.acts, 'roleARN', to.role)],
  'AWS::Config::ConfigRule': [rule(is.invokes, 'source.sourceIdentifier', anyArn)],
  'AWS::DataSync::LocationS3': [
    rule(is.uses, 'S3BucketArn', to.bucket),
    rule(is.acts, 'S3Config.BucketAccessRoleArn', to.role),
  ],
  'AWS::DataSync::LocationEFS': [rule(is.uses, 'EfsFilesystemArn', anyArn)],
  'AWS::DataSync::Task': [
    ...rules(is.uses, ['SourceLocationArn', 'DestinationLocationArn'], location),
    rule(is.logsTo, 'CloudWatchLogGroupArn', to.logGroup),
  ],
};

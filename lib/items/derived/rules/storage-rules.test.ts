import { expect, test } from 'vitest';
import { storageRules } from './storage-rules';
import { arn, functionArn, keyArn, queueArn, roleArn, rulesUnderTest, topicArn } from './test-rules';

const { edgesOf, unusedRules } = rulesUnderTest(storageRules);

test('S3', () => {
  expect(
    edgesOf(
      'AWS::S3::Bucket',
      {},
      {
        BucketNotificationConfiguration: {
          configurations: { a: { functionARN: functionArn }, b: { queueARN: queueArn }, c: { topicARN: topicArn } },
        },
        BucketLoggingConfiguration: { destinationBucketName: 'logs' },
        ServerSideEncryptionConfiguration: {
          rules: [{ applyServerSideEncryptionByDefault: { kmsMasterKeyID: keyArn } }],
        },
        BucketReplicationConfiguration: {
          roleARN: roleArn,
          rules: { all: { destinationConfig: { bucketARN: 'arn:aws:s3:::copies' } } },
        },
        BucketPolicy: {
          policyText: JSON.stringify({ Statement: [{ Principal: { AWS: 'arn:aws:iam::111122223333:role/reader' } }] }),
        },
      },
    ),
  ).toMatchInlineSnapshot(`
    [
      "Notifies Lambda::Function resize < supplementaryConfiguration.BucketNotificationConfiguration.configurations.a.functionARN",
      "Notifies SQS::Queue named orders < supplementaryConfiguration.BucketNotificationConfiguration.configurations.b.queueARN",
      "Notifies SNS::Topic arn:aws:sns:eu-west-1:111122223333:alerts < supplementaryConfiguration.BucketNotificationConfiguration.configurations.c.topicARN",
      "Logs to S3::Bucket logs < supplementaryConfiguration.BucketLoggingConfiguration.destinationBucketName",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < supplementaryConfiguration.ServerSideEncryptionConfiguration.rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyID",
      "Replicates to S3::Bucket copies < supplementaryConfiguration.BucketReplicationConfiguration.rules.all.destinationConfig.bucketARN",
      "Acts as IAM::Role named worker < supplementaryConfiguration.BucketReplicationConfiguration.roleARN",
      "Trusts IAM::Role named reader < supplementaryConfiguration.BucketPolicy.policyText.Statement[0].Principal.AWS",
    ]
  `);
  expect(
    edgesOf('AWS::S3::AccessPoint', { Bucket: 'reports', VpcConfiguration: { VpcId: 'vpc-1' } }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in S3::Bucket reports < configuration.Bucket",
      "Is contained in EC2::VPC vpc-1 < configuration.VpcConfiguration.VpcId",
    ]
  `);
  expect(edgesOf('AWS::S3::MultiRegionAccessPoint', { Regions: [{ Bucket: 'reports' }] })).toMatchInlineSnapshot(`
    [
      "Routes to S3::Bucket reports < configuration.Regions[0].Bucket",
    ]
  `);
  expect(edgesOf('AWS::S3::BucketPolicy', { Bucket: 'reports' })).toMatchInlineSnapshot(`
    [
      "Is contained in S3::Bucket reports < configuration.Bucket",
    ]
  `);
});

test('disks, file systems and images', () => {
  expect(edgesOf('AWS::EC2::Volume', { kmsKeyId: keyArn })).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.kmsKeyId",
    ]
  `);
  expect(
    edgesOf('AWS::EFS::FileSystem', {
      KmsKeyId: keyArn,
      ReplicationConfiguration: { Destinations: [{ FileSystemId: 'fs-0123456789abcdef1' }] },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.KmsKeyId",
      "Replicates to EFS::FileSystem fs-0123456789abcdef1 < configuration.ReplicationConfiguration.Destinations[0].FileSystemId",
    ]
  `);
  expect(
    edgesOf('AWS::EFS::MountTarget', {
      FileSystemId: 'fs-0123456789abcdef0',
      SubnetId: 'subnet-1',
      SecurityGroups: ['sg-1'],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Mounts EFS::FileSystem fs-0123456789abcdef0 < configuration.FileSystemId",
      "Is contained in EC2::Subnet subnet-1 < configuration.SubnetId",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.SecurityGroups[0]",
    ]
  `);
  expect(edgesOf('AWS::EFS::AccessPoint', { FileSystemId: 'fs-0123456789abcdef0' })).toMatchInlineSnapshot(`
    [
      "Is contained in EFS::FileSystem fs-0123456789abcdef0 < configuration.FileSystemId",
    ]
  `);
  expect(
    edgesOf('AWS::FSx::FileSystem', { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'], KmsKeyId: keyArn }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::Subnet subnet-1 < configuration.SubnetIds[0]",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.SecurityGroupIds[0]",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.KmsKeyId",
    ]
  `);
  expect(
    edgesOf('AWS::ECR::Repository', { EncryptionConfiguration: { EncryptionType: 'KMS', KmsKey: keyArn } }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.EncryptionConfiguration.KmsKey",
    ]
  `);
});

test('backups, trails and what moves data', () => {
  expect(
    edgesOf('AWS::Backup::BackupVault', { EncryptionKeyArn: keyArn, Notifications: { SNSTopicArn: topicArn } }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.EncryptionKeyArn",
      "Notifies SNS::Topic arn:aws:sns:eu-west-1:111122223333:alerts < configuration.Notifications.SNSTopicArn",
    ]
  `);
  expect(
    edgesOf('AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanRule: [
          {
            TargetBackupVault: 'main',
            CopyActions: [{ DestinationBackupVaultArn: arn('backup', 'backup-vault:far') }],
          },
        ],
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Sends to Backup::BackupVault named main < configuration.BackupPlan.BackupPlanRule[0].TargetBackupVault",
      "Sends to Backup::BackupVault named far < configuration.BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn",
    ]
  `);
  expect(
    edgesOf('AWS::Backup::BackupSelection', {
      BackupPlanId: 'plan1',
      BackupSelection: { IamRoleArn: roleArn, Resources: [arn('dynamodb', 'table/orders'), '*'] },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in Backup::BackupPlan plan1 < configuration.BackupPlanId",
      "Protects DynamoDB::Table orders < configuration.BackupSelection.Resources[0]",
      "Acts as IAM::Role named worker < configuration.BackupSelection.IamRoleArn",
    ]
  `);
  expect(
    edgesOf('AWS::Backup::RecoveryPoint', {
      ResourceArn: arn('ec2', 'volume/vol-1'),
      BackupVaultName: 'main',
      EncryptionKeyArn: keyArn,
    }),
  ).toMatchInlineSnapshot(`
    [
      "Was copied from EC2::Volume vol-1 < configuration.ResourceArn",
      "Is contained in Backup::BackupVault named main < configuration.BackupVaultName",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.EncryptionKeyArn",
    ]
  `);
  expect(
    edgesOf('AWS::CloudTrail::Trail', {
      s3BucketName: 'trail',
      snsTopicARN: topicArn,
      cloudWatchLogsLogGroupArn: arn('logs', 'log-group:trail:*'),
      cloudWatchLogsRoleArn: roleArn,
      kmsKeyId: keyArn,
    }),
  ).toMatchInlineSnapshot(`
    [
      "Sends to S3::Bucket trail < configuration.s3BucketName",
      "Sends to SNS::Topic arn:aws:sns:eu-west-1:111122223333:alerts < configuration.snsTopicARN",
      "Sends to Logs::LogGroup named trail < configuration.cloudWatchLogsLogGroupArn",
      "Acts as IAM::Role named worker < configuration.cloudWatchLogsRoleArn",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.kmsKeyId",
    ]
  `);
  expect(edgesOf('AWS::Config::ConfigurationRecorder', { RoleARN: roleArn })).toMatchInlineSnapshot(`
    [
      "Acts as IAM::Role named worker < configuration.RoleARN",
    ]
  `);
  expect(
    edgesOf('AWS::Config::ConfigRule', { source: { owner: 'CUSTOM_LAMBDA', sourceIdentifier: functionArn } }),
  ).toMatchInlineSnapshot(`
    [
      "Invokes Lambda::Function resize < configuration.source.sourceIdentifier",
    ]
  `);
  expect(
    edgesOf('AWS::DataSync::LocationS3', {
      S3BucketArn: 'arn:aws:s3:::reports',
      S3Config: { BucketAccessRoleArn: roleArn },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Uses S3::Bucket reports < configuration.S3BucketArn",
      "Acts as IAM::Role named worker < configuration.S3Config.BucketAccessRoleArn",
    ]
  `);
  expect(
    edgesOf('AWS::DataSync::LocationEFS', {
      EfsFilesystemArn: arn('elasticfilesystem', 'file-system/fs-0123456789abcdef0'),
    }),
  ).toMatchInlineSnapshot(`
    [
      "Uses EFS::FileSystem fs-0123456789abcdef0 < configuration.EfsFilesystemArn",
    ]
  `);
  expect(
    edgesOf('AWS::DataSync::Task', {
      SourceLocationArn: arn('datasync', 'location/loc-1'),
      DestinationLocationArn: arn('datasync', 'location/loc-2'),
      CloudWatchLogGroupArn: arn('logs', 'log-group:sync'),
    }),
  ).toMatchInlineSnapshot(`
    [
      "Uses DataSync::LocationS3 arn:aws:datasync:eu-west-1:111122223333:location/loc-1 if there < configuration.SourceLocationArn",
      "Uses DataSync::LocationEFS arn:aws:datasync:eu-west-1:111122223333:location/loc-1 if there < configuration.SourceLocationArn",
      "Uses DataSync::LocationNFS arn:aws:datasync:eu-west-1:111122223333:location/loc-1 if there < configuration.SourceLocationArn",
      "Uses DataSync::LocationSMB arn:aws:datasync:eu-west-1:111122223333:location/loc-1 if there < configuration.SourceLocationArn",
      "Uses DataSync::LocationHDFS arn:aws:datasync:eu-west-1:111122223333:location/loc-1 if there < configuration.SourceLocationArn",
      "Uses DataSync::LocationObjectStorage arn:aws:datasync:eu-west-1:111122223333:location/loc-1 if there < configuration.SourceLocationArn",
      "Uses DataSync::LocationFSxWindows arn:aws:datasync:eu-west-1:111122223333:location/loc-1 if there < configuration.SourceLocationArn",
      "Uses DataSync::LocationFSxLustre arn:aws:datasync:eu-west-1:111122223333:location/loc-1 if there < configuration.SourceLocationArn",
      "Uses DataSync::LocationS3 arn:aws:datasync:eu-west-1:111122223333:location/loc-2 if there < configuration.DestinationLocationArn",
      "Uses DataSync::LocationEFS arn:aws:datasync:eu-west-1:111122223333:location/loc-2 if there < configuration.DestinationLocationArn",
      "Uses DataSync::LocationNFS arn:aws:datasync:eu-west-1:111122223333:location/loc-2 if there < configuration.DestinationLocationArn",
      "Uses DataSync::LocationSMB arn:aws:datasync:eu-west-1:111122223333:location/loc-2 if there < configuration.DestinationLocationArn",
      "Uses DataSync::LocationHDFS arn:aws:datasync:eu-west-1:111122223333:location/loc-2 if there < configuration.DestinationLocationArn",
      "Uses DataSync::LocationObjectStorage arn:aws:datasync:eu-west-1:111122223333:location/loc-2 if there < configuration.DestinationLocationArn",
      "Uses DataSync::LocationFSxWindows arn:aws:datasync:eu-west-1:111122223333:location/loc-2 if there < configuration.DestinationLocationArn",
      "Uses DataSync::LocationFSxLustre arn:aws:datasync:eu-west-1:111122223333:location/loc-2 if there < configuration.DestinationLocationArn",
      "Logs to Logs::LogGroup named sync < configuration.CloudWatchLogGroupArn",
    ]
  `);
});

test('each rule finds something in these examples', () => {
  expect(unusedRules()).toEqual([]);
});

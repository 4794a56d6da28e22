import { expect, test } from 'vitest';
import { messageRules } from './message-rules';
import { arn, functionArn, keyArn, queueArn, roleArn, rulesUnderTest, secretArn, topicArn } from './test-rules';

const { edgesOf, unusedRules } = rulesUnderTest(messageRules);
const destination = {
  BucketARN: 'arn:aws:s3:::lake',
  RoleARN: roleArn,
  EncryptionConfiguration: { KMSEncryptionConfig: { AWSKMSKeyARN: keyArn } },
};
const processing = {
  Processors: [{ Type: 'Lambda', Parameters: [{ ParameterName: 'LambdaArn', ParameterValue: functionArn }] }],
};

test('queues, topics and events', () => {
  expect(
    edgesOf('AWS::SQS::Queue', {
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arn('sqs', 'orders-failed'), maxReceiveCount: 5 }),
      KmsMasterKeyId: keyArn,
    }),
  ).toMatchInlineSnapshot(`
    [
      "Sends failures to SQS::Queue named orders-failed < configuration.RedrivePolicy.deadLetterTargetArn",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.KmsMasterKeyId",
    ]
  `);
  expect(
    edgesOf('AWS::SNS::Topic', {
      Subscription: [
        { Protocol: 'sqs', Endpoint: queueArn },
        { Protocol: 'email', Endpoint: 'ops@example.org' },
      ],
      KmsMasterKeyId: keyArn,
    }),
  ).toMatchInlineSnapshot(`
    [
      "Sends to SQS::Queue named orders < configuration.Subscription[0].Endpoint",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.KmsMasterKeyId",
    ]
  `);
  expect(
    edgesOf('AWS::SNS::Subscription', {
      TopicArn: topicArn,
      Endpoint: functionArn,
      RedrivePolicy: { deadLetterTargetArn: queueArn },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Reads SNS::Topic arn:aws:sns:eu-west-1:111122223333:alerts < configuration.TopicArn",
      "Sends to Lambda::Function resize < configuration.Endpoint",
      "Sends failures to SQS::Queue named orders < configuration.RedrivePolicy.deadLetterTargetArn",
    ]
  `);
  expect(
    edgesOf('AWS::Events::Rule', {
      EventBusName: 'shop',
      RoleArn: roleArn,
      Targets: [
        {
          Id: '1',
          Arn: arn('ecs', 'cluster/prod'),
          RoleArn: 'arn:aws:iam::111122223333:role/run',
          EcsParameters: { TaskDefinitionArn: arn('ecs', 'task-definition/reports:12') },
          DeadLetterConfig: { Arn: queueArn },
        },
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Reads Events::EventBus named shop < configuration.EventBusName",
      "Sends to ECS::Cluster arn:aws:ecs:eu-west-1:111122223333:clus < configuration.Targets[0].Arn",
      "Runs ECS::TaskDefinition arn:aws:ecs:eu-west-1:111122223333:task-definition/reports:12 < configuration.Targets[0].EcsParameters.TaskDefinitionArn",
      "Runs ECS::TaskDefinition reports if there < configuration.Targets[0].EcsParameters.TaskDefinitionArn",
      "Sends failures to SQS::Queue named orders < configuration.Targets[0].DeadLetterConfig.Arn",
      "Acts as IAM::Role named worker < configuration.RoleArn",
      "Acts as IAM::Role named run < configuration.Targets[0].RoleArn",
    ]
  `);
  expect(
    edgesOf('AWS::Events::EventBus', { DeadLetterConfig: { Arn: queueArn }, KmsKeyIdentifier: keyArn }),
  ).toMatchInlineSnapshot(`
    [
      "Sends failures to SQS::Queue named orders < configuration.DeadLetterConfig.Arn",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.KmsKeyIdentifier",
    ]
  `);
  expect(edgesOf('AWS::Events::Archive', { SourceArn: arn('events', 'event-bus/shop') })).toMatchInlineSnapshot(`
    [
      "Records Events::EventBus named shop < configuration.SourceArn",
    ]
  `);
  expect(
    edgesOf('AWS::Events::ApiDestination', { ConnectionArn: arn('events', 'connection/partner/1') }),
  ).toMatchInlineSnapshot(`
    [
      "Uses Events::Connection named partner < configuration.ConnectionArn",
    ]
  `);
  expect(edgesOf('AWS::Events::Connection', { SecretArn: secretArn })).toMatchInlineSnapshot(`
    [
      "Reads SecretsManager::Secret arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf < configuration.SecretArn",
    ]
  `);
  expect(
    edgesOf('AWS::Pipes::Pipe', { Source: queueArn, Enrichment: functionArn, Target: topicArn, RoleArn: roleArn }),
  ).toMatchInlineSnapshot(`
    [
      "Reads SQS::Queue named orders < configuration.Source",
      "Invokes Lambda::Function resize < configuration.Enrichment",
      "Sends to SNS::Topic arn:aws:sns:eu-west-1:111122223333:alerts < configuration.Target",
      "Acts as IAM::Role named worker < configuration.RoleArn",
    ]
  `);
  expect(
    edgesOf('AWS::Scheduler::Schedule', {
      Target: { Arn: functionArn, RoleArn: roleArn, DeadLetterConfig: { Arn: queueArn } },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Sends to Lambda::Function resize < configuration.Target.Arn",
      "Sends failures to SQS::Queue named orders < configuration.Target.DeadLetterConfig.Arn",
      "Acts as IAM::Role named worker < configuration.Target.RoleArn",
    ]
  `);
});

test('streams', () => {
  expect(
    edgesOf('AWS::Kinesis::Stream', { StreamEncryption: { EncryptionType: 'KMS', KeyId: keyArn } }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.StreamEncryption.KeyId",
    ]
  `);
  expect(
    edgesOf('AWS::Kinesis::StreamConsumer', { StreamARN: arn('kinesis', 'stream/clicks') }),
  ).toMatchInlineSnapshot(`
    [
      "Reads Kinesis::Stream named clicks < configuration.StreamARN",
    ]
  `);
  expect(
    edgesOf('AWS::KinesisFirehose::DeliveryStream', {
      KinesisStreamSourceConfiguration: { KinesisStreamARN: arn('kinesis', 'stream/clicks') },
      MSKSourceConfiguration: { MSKClusterARN: arn('kafka', 'cluster/events/1') },
      DeliveryStreamEncryptionConfigurationInput: { KeyARN: keyArn },
      S3DestinationConfiguration: destination,
      ExtendedS3DestinationConfiguration: { ...destination, ProcessingConfiguration: processing },
      AmazonopensearchserviceDestinationConfiguration: { DomainARN: arn('es', 'domain/logs') },
      ElasticsearchDestinationConfiguration: { DomainARN: arn('es', 'domain/old') },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Reads Kinesis::Stream named clicks < configuration.KinesisStreamSourceConfiguration.KinesisStreamARN",
      "Reads MSK::Cluster arn:aws:kafka:eu-west-1:111122223333:cluster/events/1 < configuration.MSKSourceConfiguration.MSKClusterARN",
      "Sends to S3::Bucket lake < configuration.S3DestinationConfiguration.BucketARN",
      "Acts as IAM::Role named worker < configuration.S3DestinationConfiguration.RoleARN",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.S3DestinationConfiguration.EncryptionConfiguration.KMSEncryptionConfig.AWSKMSKeyARN",
      "Invokes Lambda::Function resize < configuration.ExtendedS3DestinationConfiguration.ProcessingConfiguration.Processors[0].Parameters[LambdaArn].ParameterValue",
      "Sends to OpenSearch::Domain named logs < configuration.AmazonopensearchserviceDestinationConfiguration.DomainARN",
      "Sends to OpenSearch::Domain named old < configuration.ElasticsearchDestinationConfiguration.DomainARN",
    ]
  `);
  expect(
    edgesOf('AWS::MSK::Cluster', {
      BrokerNodeGroupInfo: { ClientSubnets: ['subnet-1'], SecurityGroups: ['sg-1'] },
      EncryptionInfo: { EncryptionAtRest: { DataVolumeKMSKeyId: keyArn } },
      ConfigurationInfo: { Arn: arn('kafka', 'configuration/tuned/1') },
      LoggingInfo: {
        BrokerLogs: {
          CloudWatchLogs: { LogGroup: 'kafka' },
          S3: { Bucket: 'logs' },
          Firehose: { DeliveryStream: 'logs' },
        },
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::Subnet subnet-1 < configuration.BrokerNodeGroupInfo.ClientSubnets[0]",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.BrokerNodeGroupInfo.SecurityGroups[0]",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId",
      "Uses MSK::Configuration arn:aws:kafka:eu-west-1:111122223333:configuration/tuned/1 < configuration.ConfigurationInfo.Arn",
      "Logs to Logs::LogGroup named kafka < configuration.LoggingInfo.BrokerLogs.CloudWatchLogs.LogGroup",
      "Logs to S3::Bucket logs < configuration.LoggingInfo.BrokerLogs.S3.Bucket",
      "Logs to KinesisFirehose::DeliveryStream named logs < configuration.LoggingInfo.BrokerLogs.Firehose.DeliveryStream",
    ]
  `);
  expect(
    edgesOf('AWS::MSK::ServerlessCluster', { VpcConfigs: [{ SubnetIds: ['subnet-1'], SecurityGroups: ['sg-1'] }] }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::Subnet subnet-1 < configuration.VpcConfigs[0].SubnetIds[0]",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.VpcConfigs[0].SecurityGroups[0]",
    ]
  `);
  expect(
    edgesOf('AWS::AmazonMQ::Broker', {
      SubnetIds: ['subnet-1'],
      SecurityGroups: ['sg-1'],
      EncryptionOptions: { KmsKeyId: keyArn },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::Subnet subnet-1 < configuration.SubnetIds[0]",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.SecurityGroups[0]",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.EncryptionOptions.KmsKeyId",
    ]
  `);
});

test('state machines and logs', () => {
  expect(
    edgesOf('AWS::StepFunctions::StateMachine', {
      RoleArn: roleArn,
      DefinitionString: JSON.stringify({
        StartAt: 'a',
        States: {
          a: { Type: 'Task', Resource: functionArn },
          b: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: { TopicArn: topicArn } },
        },
      }),
      LoggingConfiguration: {
        Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: arn('logs', 'log-group:steps:*') } }],
      },
      EncryptionConfiguration: { KmsKeyId: keyArn },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Acts as IAM::Role named worker < configuration.RoleArn",
      "Invokes Lambda::Function resize < configuration.DefinitionString",
      "Invokes SNS::Topic arn:aws:sns:eu-west-1:111122223333:alerts < configuration.DefinitionString",
      "Logs to Logs::LogGroup named steps < configuration.LoggingConfiguration.Destinations[0].CloudWatchLogsLogGroup.LogGroupArn",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.EncryptionConfiguration.KmsKeyId",
    ]
  `);
  expect(edgesOf('AWS::Logs::LogGroup', { KmsKeyId: keyArn })).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.KmsKeyId",
    ]
  `);
  expect(
    edgesOf('AWS::Logs::SubscriptionFilter', {
      LogGroupName: 'web',
      DestinationArn: arn('firehose', 'deliverystream/logs'),
      RoleArn: roleArn,
    }),
  ).toMatchInlineSnapshot(`
    [
      "Reads Logs::LogGroup named web < configuration.LogGroupName",
      "Sends to KinesisFirehose::DeliveryStream named logs < configuration.DestinationArn",
      "Acts as IAM::Role named worker < configuration.RoleArn",
    ]
  `);
  expect(edgesOf('AWS::Logs::MetricFilter', { LogGroupName: 'web' })).toMatchInlineSnapshot(`
    [
      "Reads Logs::LogGroup named web < configuration.LogGroupName",
    ]
  `);
});

test('each rule finds something in these examples', () => {
  expect(unusedRules()).toEqual([]);
});

import { anyArn } from '../arn';
import * as is from '../names';
import { type DerivedRule, inNetwork, rule, rules } from '../rule';
import * as to from '../targets';

/** Queues, topics, streams and events. */
export const messageRules: Record<string, DerivedRule[]> = {
  'AWS::SQS::Queue': [
    rule(is.failuresTo, 'RedrivePolicy.deadLetterTargetArn', anyArn),
    rule(is.encrypted, 'KmsMasterKeyId', to.kmsKey),
  ],
  'AWS::SNS::Topic': [
    rule(is.sends, 'Subscription[].Endpoint', anyArn),
    rule(is.encrypted, 'KmsMasterKeyId', to.kmsKey),
  ],
  'AWS::SNS::Subscription': [
    rule(is.reads, 'TopicArn', anyArn),
    rule(is.sends, 'Endpoint', anyArn),
    rule(is.failuresTo, 'RedrivePolicy.deadLetterTargetArn', anyArn),
  ],
  'AWS::Events::Rule': [
    rule(is.reads, 'EventBusName', to.name('AWS::Events::EventBus')),
    rule(is.sends, 'Targets[].Arn', anyArn),
    rule(is.runs, 'Targets[].EcsParameters.TaskDefinitionArn', to.taskDefinition),
    rule(is.failuresTo, 'Targets[].DeadLetterConfig.Arn', anyArn),
    rule(is.acts, 'RoleArn', to.role),
    rule(is.acts, 'Targets[].RoleArn', to.role),
  ],
  'AWS::Events::EventBus': [
    rule(is.failuresTo, 'DeadLetterConfig.Arn', anyArn),
    rule(is.encrypted, 'KmsKeyIdentifier', to.kmsKey),
  ],
  'AWS::Events::Archive': [rule(is.records, 'SourceArn', anyArn)],
  'AWS::Events::ApiDestination': [rule(is.uses, 'ConnectionArn', anyArn)],
  'AWS::Events::Connection': [rule(is.reads, 'SecretArn', anyArn)],
  'AWS::Pipes::Pipe': [
    rule(is.reads, 'Source', anyArn),
    rule(is.invokes, 'Enrichment', anyArn),
    rule(is.sends, 'Target', anyArn),
    rule(is.acts, 'RoleArn', to.role),
  ],
  'AWS::Scheduler::Schedule': [
    rule(is.sends, 'Target.Arn', anyArn),
    rule(is.failuresTo, 'Target.DeadLetterConfig.Arn', anyArn),
    rule(is.acts, 'Target.RoleArn', to.role),
  ],
  'AWS::Kinesis::Stream': [rule(is.encrypted, 'StreamEncryption.KeyId', to.kmsKey)],
  'AWS::Kinesis::StreamConsumer': [rule(is.reads, 'StreamARN', anyArn)],
  'AWS::KinesisFirehose::DeliveryStream': [
    ...rules(
      is.reads,
      ['KinesisStreamSourceConfiguration.KinesisStreamARN', 'MSKSourceConfiguration.MSKClusterARN'],
      anyArn,
    ),
    ...['S3DestinationConfiguration', 'ExtendedS3DestinationConfiguration'].flatMap((destination) => [
      rule(is.sends, `${destination}.BucketARN`, to.bucket),
      rule(is.acts, `${destination}.RoleARN`, to.role),
      rule(is.encrypted, `${destination}.EncryptionConfiguration.KMSEncryptionConfig.AWSKMSKeyARN`, to.kmsKey),
    ]),
    rule(
      is.invokes,
      'ExtendedS3DestinationConfiguration.ProcessingConfiguration.Processors[].Parameters[ParameterName=LambdaArn].ParameterValue',
      to.lambda,
    ),
    ...['AmazonopensearchserviceDestinationConfiguration', 'ElasticsearchDestinationConfiguration'].map((destination) =>
      rule(is.sends, `${destination}.DomainARN`, anyArn),
    ),
    rule(is.encrypted, 'DeliveryStreamEncryptionConfigurationInput.KeyARN', to.kmsKey),
  ],
  'AWS::MSK::Cluster': [
    ...inNetwork('BrokerNodeGroupInfo.ClientSubnets[]', 'BrokerNodeGroupInfo.SecurityGroups[]'),
    rule(is.encrypted, 'EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId', to.kmsKey),
    rule(is.uses, 'ConfigurationInfo.Arn', anyArn),
    rule(is.logsTo, 'LoggingInfo.BrokerLogs.CloudWatchLogs.LogGroup', to.logGroup),
    rule(is.logsTo, 'LoggingInfo.BrokerLogs.S3.Bucket', to.bucket),
    rule(is.logsTo, 'LoggingInfo.BrokerLogs.Firehose.DeliveryStream', to.name('AWS::KinesisFirehose::DeliveryStream')),
  ],
  'AWS::MSK::ServerlessCluster': inNetwork('VpcConfigs[].SubnetIds[]', 'VpcConfigs[].SecurityGroups[]'),
  'AWS::AmazonMQ::Broker': [
    ...inNetwork('SubnetIds[]', 'SecurityGroups[]'),
    rule(is.encrypted, 'EncryptionOptions.KmsKeyId', to.kmsKey),
  ],
  'AWS::StepFunctions::StateMachine': [
    rule(is.acts, 'RoleArn', to.role),
    rule(is.invokes, 'DefinitionString', to.arnsWithin),
    rule(is.logsTo, 'LoggingConfiguration.Destinations[].CloudWatchLogsLogGroup.LogGroupArn', to.logGroup),
    rule(is.encrypted, 'EncryptionConfiguration.KmsKeyId', to.kmsKey),
  ],
  'AWS::Logs::LogGroup': [rule(is.encrypted, 'KmsKeyId', to.kmsKey)],
  'AWS::Logs::SubscriptionFilter': [
    rule(is.reads, 'LogGroupName', to.logGroup),
    rule(is.sends, 'DestinationArn', anyArn),
    rule(is.acts, 'RoleArn', to.role),
  ],
  'AWS::Logs::MetricFilter': [rule(is.reads, 'LogGroupName', to.logGroup)],
};

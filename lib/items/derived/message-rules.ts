import { acts, type DerivedRule, encrypted, rule, sends } from './rule';
import * as to from './targets';

const watches = 'Watches';

export const messageRules: Record<string, DerivedRule[]> = {
  'AWS::SQS::Queue': [
    rule('Sends failures to', 'RedrivePolicy.deadLetterTargetArn', to.anyArn),
    rule(encrypted, 'KmsMasterKeyId', to.kmsKey),
  ],
  'AWS::SNS::Topic': [rule(sends, 'Subscription[].Endpoint', to.anyArn), rule(encrypted, 'KmsMasterKeyId', to.kmsKey)],
  'AWS::SNS::Subscription': [rule('Reads', 'TopicArn', to.anyArn), rule(sends, 'Endpoint', to.anyArn)],
  'AWS::Events::Rule': [
    rule(sends, 'Targets[].Arn', to.anyArn),
    rule(acts, 'RoleArn', to.role),
    rule(acts, 'Targets[].RoleArn', to.role),
  ],
  'AWS::KinesisFirehose::DeliveryStream': [
    rule('Reads', 'KinesisStreamSourceConfiguration.KinesisStreamARN', to.anyArn),
    rule(sends, 'S3DestinationConfiguration.BucketARN', to.bucket),
    rule(sends, 'ExtendedS3DestinationConfiguration.BucketARN', to.bucket),
    rule(acts, 'ExtendedS3DestinationConfiguration.RoleARN', to.role),
  ],
  'AWS::CloudWatch::Alarm': [
    ...['alarmActions[]', 'oKActions[]', 'insufficientDataActions[]'].map((path) => rule('Notifies', path, to.anyArn)),
    // Dimensions of the metrics that each service publishes (Amazon CloudWatch User Guide, "AWS services that publish metrics").
    rule(watches, 'dimensions[InstanceId].value', to.ofEc2),
    rule(watches, 'dimensions[NatGatewayId].value', to.ofEc2),
    rule(watches, 'dimensions[AutoScalingGroupName].value', to.name('AWS::AutoScaling::AutoScalingGroup')),
    rule(watches, 'dimensions[FunctionName].value', to.name('AWS::Lambda::Function')),
    rule(watches, 'dimensions[QueueName].value', to.name('AWS::SQS::Queue')),
    rule(watches, 'dimensions[TopicName].value', to.name('AWS::SNS::Topic')),
    rule(watches, 'dimensions[TableName].value', to.name('AWS::DynamoDB::Table')),
    rule(watches, 'dimensions[BucketName].value', to.bucket),
    rule(watches, 'dimensions[DBInstanceIdentifier].value', to.name('AWS::RDS::DBInstance')),
    rule(watches, 'dimensions[DBClusterIdentifier].value', to.name('AWS::RDS::DBCluster')),
  ],
  'AWS::Config::ConfigurationRecorder': [rule(acts, 'roleARN', to.role)],
};

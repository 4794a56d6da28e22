import { expect, test } from 'vitest';
import { alarmRules } from './alarm-rules';
import { arn, functionArn, queueArn, rulesUnderTest, topicArn } from './test-rules';

const { edgesOf, unusedRules } = rulesUnderTest(alarmRules);
const dimensions = Object.entries({
  InstanceId: 'i-064b568041d61f947',
  VolumeId: 'vol-041edc7d6cbb27f07',
  NatGatewayId: 'nat-019475c9b895b6c17',
  TransitGateway: 'tgw-0a1b2c3d4e5f60718',
  VpnId: 'vpn-0a1b2c3d4e5f60718',
  FileSystemId: 'fs-0123456789abcdef0',
  AutoScalingGroupName: 'web',
  FunctionName: 'resize',
  QueueName: 'orders',
  TopicName: 'alerts',
  TableName: 'orders',
  BucketName: 'reports',
  DBInstanceIdentifier: 'orders-1',
  DBClusterIdentifier: 'orders',
  CacheClusterId: 'sessions-001',
  ReplicationGroupId: 'sessions',
  DomainName: 'logs',
  StreamName: 'clicks',
  DeliveryStreamName: 'logs',
  StateMachineArn: arn('states', 'stateMachine:steps'),
  DistributionId: 'E1',
  LoadBalancerName: 'old',
  LogGroupName: 'web',
  RuleName: 'nightly',
  ApiId: 'a1b2c3',
  ServiceName: 'reports',
  ClusterName: 'prod',
  LoadBalancer: 'app/shop/d0921f1a5fa3df73',
  TargetGroup: 'targetgroup/web/8a2ee6f0e128a901',
}).map(([name, value]) => ({ name, value }));

test('an alarm watches what its dimensions name, of one metric or of several', () => {
  expect(
    edgesOf('AWS::CloudWatch::Alarm', {
      alarmActions: [topicArn],
      oKActions: [topicArn],
      insufficientDataActions: [functionArn],
      dimensions: [{ name: 'Weather', value: 'i-064b568041d61f947' }, ...dimensions],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Notifies SNS::Topic arn:aws:sns:eu-west-1:111122223333:alerts < configuration.alarmActions[0]",
      "Notifies Lambda::Function resize < configuration.insufficientDataActions[0]",
      "Watches EC2::Instance i-064b568041d61f947 < configuration.dimensions[InstanceId].value",
      "Watches EC2::Volume vol-041edc7d6cbb27f07 < configuration.dimensions[VolumeId].value",
      "Watches EC2::NatGateway nat-019475c9b895b6c17 < configuration.dimensions[NatGatewayId].value",
      "Watches EC2::TransitGateway tgw-0a1b2c3d4e5f60718 < configuration.dimensions[TransitGateway].value",
      "Watches EC2::VPNConnection vpn-0a1b2c3d4e5f60718 < configuration.dimensions[VpnId].value",
      "Watches EFS::FileSystem fs-0123456789abcdef0 < configuration.dimensions[FileSystemId].value",
      "Watches AutoScaling::AutoScalingGroup named web < configuration.dimensions[AutoScalingGroupName].value",
      "Watches Lambda::Function named resize < configuration.dimensions[FunctionName].value",
      "Watches SQS::Queue named orders < configuration.dimensions[QueueName].value",
      "Watches SNS::Topic named alerts < configuration.dimensions[TopicName].value",
      "Watches DynamoDB::Table named orders < configuration.dimensions[TableName].value",
      "Watches S3::Bucket reports < configuration.dimensions[BucketName].value",
      "Watches RDS::DBInstance named orders-1 < configuration.dimensions[DBInstanceIdentifier].value",
      "Watches RDS::DBCluster named orders < configuration.dimensions[DBClusterIdentifier].value",
      "Watches ElastiCache::CacheCluster sessions-001 < configuration.dimensions[CacheClusterId].value",
      "Watches ElastiCache::ReplicationGroup sessions < configuration.dimensions[ReplicationGroupId].value",
      "Watches OpenSearch::Domain named logs < configuration.dimensions[DomainName].value",
      "Watches Kinesis::Stream named clicks < configuration.dimensions[StreamName].value",
      "Watches KinesisFirehose::DeliveryStream named logs < configuration.dimensions[DeliveryStreamName].value",
      "Watches StepFunctions::StateMachine arn:aws:states:eu-west-1:111122223333:stateMachine:steps < configuration.dimensions[StateMachineArn].value",
      "Watches CloudFront::Distribution E1 < configuration.dimensions[DistributionId].value",
      "Watches ElasticLoadBalancing::LoadBalancer named old < configuration.dimensions[LoadBalancerName].value",
      "Watches Logs::LogGroup named web < configuration.dimensions[LogGroupName].value",
      "Watches Events::Rule named nightly < configuration.dimensions[RuleName].value",
      "Watches ApiGateway::RestApi arn:aws:apigateway:eu-west-1::/restapis/a1b2c3 if there < configuration.dimensions[ApiId].value",
      "Watches ApiGatewayV2::Api arn:aws:apigateway:eu-west-1::/apis/a1b2c3 if there < configuration.dimensions[ApiId].value",
      "Watches ECS::Service named reports if there < configuration.dimensions[ServiceName].value",
      "Watches ECS::Cluster named prod if there < configuration.dimensions[ClusterName].value",
      "Watches ElasticLoadBalancingV2::LoadBalancer named shop < configuration.dimensions[LoadBalancer].value",
      "Watches ElasticLoadBalancingV2::TargetGroup named web < configuration.dimensions[TargetGroup].value",
    ]
  `);
  expect(
    edgesOf('AWS::CloudWatch::Alarm', {
      okactions: [topicArn],
      metrics: [{ id: 'm1', metricStat: { metric: { namespace: 'AWS/SQS', dimensions } } }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Notifies SNS::Topic arn:aws:sns:eu-west-1:111122223333:alerts < configuration.okactions[0]",
      "Watches EC2::Instance i-064b568041d61f947 < configuration.metrics[0].metricStat.metric.dimensions[InstanceId].value",
      "Watches EC2::Volume vol-041edc7d6cbb27f07 < configuration.metrics[0].metricStat.metric.dimensions[VolumeId].value",
      "Watches EC2::NatGateway nat-019475c9b895b6c17 < configuration.metrics[0].metricStat.metric.dimensions[NatGatewayId].value",
      "Watches EC2::TransitGateway tgw-0a1b2c3d4e5f60718 < configuration.metrics[0].metricStat.metric.dimensions[TransitGateway].value",
      "Watches EC2::VPNConnection vpn-0a1b2c3d4e5f60718 < configuration.metrics[0].metricStat.metric.dimensions[VpnId].value",
      "Watches EFS::FileSystem fs-0123456789abcdef0 < configuration.metrics[0].metricStat.metric.dimensions[FileSystemId].value",
      "Watches AutoScaling::AutoScalingGroup named web < configuration.metrics[0].metricStat.metric.dimensions[AutoScalingGroupName].value",
      "Watches Lambda::Function named resize < configuration.metrics[0].metricStat.metric.dimensions[FunctionName].value",
      "Watches SQS::Queue named orders < configuration.metrics[0].metricStat.metric.dimensions[QueueName].value",
      "Watches SNS::Topic named alerts < configuration.metrics[0].metricStat.metric.dimensions[TopicName].value",
      "Watches DynamoDB::Table named orders < configuration.metrics[0].metricStat.metric.dimensions[TableName].value",
      "Watches S3::Bucket reports < configuration.metrics[0].metricStat.metric.dimensions[BucketName].value",
      "Watches RDS::DBInstance named orders-1 < configuration.metrics[0].metricStat.metric.dimensions[DBInstanceIdentifier].value",
      "Watches RDS::DBCluster named orders < configuration.metrics[0].metricStat.metric.dimensions[DBClusterIdentifier].value",
      "Watches ElastiCache::CacheCluster sessions-001 < configuration.metrics[0].metricStat.metric.dimensions[CacheClusterId].value",
      "Watches ElastiCache::ReplicationGroup sessions < configuration.metrics[0].metricStat.metric.dimensions[ReplicationGroupId].value",
      "Watches OpenSearch::Domain named logs < configuration.metrics[0].metricStat.metric.dimensions[DomainName].value",
      "Watches Kinesis::Stream named clicks < configuration.metrics[0].metricStat.metric.dimensions[StreamName].value",
      "Watches KinesisFirehose::DeliveryStream named logs < configuration.metrics[0].metricStat.metric.dimensions[DeliveryStreamName].value",
      "Watches StepFunctions::StateMachine arn:aws:states:eu-west-1:111122223333:stateMachine:steps < configuration.metrics[0].metricStat.metric.dimensions[StateMachineArn].value",
      "Watches CloudFront::Distribution E1 < configuration.metrics[0].metricStat.metric.dimensions[DistributionId].value",
      "Watches ElasticLoadBalancing::LoadBalancer named old < configuration.metrics[0].metricStat.metric.dimensions[LoadBalancerName].value",
      "Watches Logs::LogGroup named web < configuration.metrics[0].metricStat.metric.dimensions[LogGroupName].value",
      "Watches Events::Rule named nightly < configuration.metrics[0].metricStat.metric.dimensions[RuleName].value",
      "Watches ApiGateway::RestApi arn:aws:apigateway:eu-west-1::/restapis/a1b2c3 if there < configuration.metrics[0].metricStat.metric.dimensions[ApiId].value",
      "Watches ApiGatewayV2::Api arn:aws:apigateway:eu-west-1::/apis/a1b2c3 if there < configuration.metrics[0].metricStat.metric.dimensions[ApiId].value",
      "Watches ECS::Service named reports if there < configuration.metrics[0].metricStat.metric.dimensions[ServiceName].value",
      "Watches ECS::Cluster named prod if there < configuration.metrics[0].metricStat.metric.dimensions[ClusterName].value",
      "Watches ElasticLoadBalancingV2::LoadBalancer named shop < configuration.metrics[0].metricStat.metric.dimensions[LoadBalancer].value",
      "Watches ElasticLoadBalancingV2::TargetGroup named web < configuration.metrics[0].metricStat.metric.dimensions[TargetGroup].value",
    ]
  `);
  expect(
    edgesOf('AWS::CloudWatch::CompositeAlarm', {
      alarmActions: [topicArn],
      oKActions: [queueArn],
      insufficientDataActions: [functionArn],
      AlarmRule: `ALARM("cpu") AND NOT OK(${arn('cloudwatch', 'alarm:disk')})`,
    }),
  ).toMatchInlineSnapshot(`
    [
      "Notifies SNS::Topic arn:aws:sns:eu-west-1:111122223333:alerts < configuration.alarmActions[0]",
      "Notifies SQS::Queue named orders < configuration.oKActions[0]",
      "Notifies Lambda::Function resize < configuration.insufficientDataActions[0]",
      "Watches CloudWatch::Alarm named cpu < configuration.AlarmRule",
      "Watches CloudWatch::Alarm arn:aws:cloudwatch:eu-west-1:111122223333:alarm:disk < configuration.AlarmRule",
    ]
  `);
});

test('each rule finds something in these examples', () => {
  expect(unusedRules()).toEqual([]);
});

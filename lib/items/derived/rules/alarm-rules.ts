import { anyArn, api } from '../arn';
import * as is from '../names';
import { type DerivedRule, rule, rules } from '../rule';
import type { ReadTarget } from '../target';
import * as to from '../targets';

/** Dimensions of the metrics that each service publishes (Amazon CloudWatch User Guide, "AWS services that publish metrics"). */
const dimensions: Record<string, ReadTarget> = {
  InstanceId: to.ofEc2,
  VolumeId: to.ofEc2,
  NatGatewayId: to.ofEc2,
  TransitGateway: to.ofEc2,
  VpnId: to.ofEc2,
  FileSystemId: to.fileSystem,
  AutoScalingGroupName: to.name('AWS::AutoScaling::AutoScalingGroup'),
  FunctionName: to.name('AWS::Lambda::Function'),
  QueueName: to.name('AWS::SQS::Queue'),
  TopicName: to.name('AWS::SNS::Topic'),
  TableName: to.name('AWS::DynamoDB::Table'),
  BucketName: to.bucket,
  DBInstanceIdentifier: to.name('AWS::RDS::DBInstance'),
  DBClusterIdentifier: to.name('AWS::RDS::DBCluster'),
  CacheClusterId: to.id('AWS::ElastiCache::CacheCluster'),
  ReplicationGroupId: to.id('AWS::ElastiCache::ReplicationGroup'),
  DomainName: to.name('AWS::OpenSearch::Domain'),
  StreamName: to.name('AWS::Kinesis::Stream'),
  DeliveryStreamName: to.name('AWS::KinesisFirehose::DeliveryStream'),
  StateMachineArn: to.arnId('AWS::StepFunctions::StateMachine'),
  DistributionId: to.id('AWS::CloudFront::Distribution'),
  LoadBalancerName: to.name('AWS::ElasticLoadBalancing::LoadBalancer'),
  LogGroupName: to.logGroup,
  RuleName: to.name('AWS::Events::Rule'),
  ApiId: api,
  ServiceName: (text) => ({ resourceType: 'AWS::ECS::Service', resourceName: text, ifPresent: true }),
  ClusterName: (text) => ({ resourceType: 'AWS::ECS::Cluster', resourceName: text, ifPresent: true }),
  // `app/name/50dc6c495c0c9188`: the end of the ARN, without its `loadbalancer/`.
  LoadBalancer: (text) => ofSlashes('AWS::ElasticLoadBalancingV2::LoadBalancer', text),
  TargetGroup: (text) => ofSlashes('AWS::ElasticLoadBalancingV2::TargetGroup', text),
};

function ofSlashes(resourceType: string, text: string): ReturnType<ReadTarget> {
  const resourceName = text.split('/')[1];
  return resourceName ? { resourceType, resourceName } : undefined;
}

const watched = Object.entries(dimensions).flatMap(([dimension, read]) =>
  rules(
    is.watches,
    [`dimensions[${dimension}].value`, `metrics[].metricStat.metric.dimensions[${dimension}].value`],
    read,
  ),
);
// AWS Config writes the actions of an alarm as `okactions` in files, and as `oKActions` on the API.
const actions = ['alarmActions[]', 'oKActions[]', 'insufficientDataActions[]'].map((path) =>
  rule(is.notifies, path, anyArn),
);

export const alarmRules: Record<string, DerivedRule[]> = {
  'AWS::CloudWatch::Alarm': [...actions, ...watched],
  'AWS::CloudWatch::CompositeAlarm': [
    ...actions,
    rule(is.watches, 'AlarmRule', (text) =>
      Array.from(text.matchAll(/(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*"?([^")]+?)"?\s*\)/g)).map(([, alarm = '']) =>
        alarm.startsWith('arn:')
          ? { resourceType: 'AWS::CloudWatch::Alarm', resourceId: alarm }
          : { resourceType: 'AWS::CloudWatch::Alarm', resourceName: alarm },
      ),
    ),
  ],
};

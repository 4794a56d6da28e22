import { expect, test } from 'vitest';
import { autoScalingGroup, launchConfiguration, scalingPolicy } from '../services/auto-scaling/auto-scaling';
import { alarm } from '../services/cloudwatch/alarm';
import { cluster as ecsCluster } from '../services/ecs/cluster';
import { taskDefinition } from '../services/ecs/task-definition';
import { cluster as eksCluster } from '../services/eks/cluster';
import { classicLoadBalancer } from '../services/elastic-load-balancing/classic';
import { targetGroup } from '../services/elastic-load-balancing/target-group';
import { listener } from '../services/elastic-load-balancing/v2';
import { lambdaFunction } from '../services/lambda/function';
import { failingWith, listAnswers } from '../test-answering-account';

// Forms that were seen in real items of AWS Config.

const time = new Date('2026-03-04T05:06:07Z');
const epoch = time.getTime();
const alarmArn = 'arn:aws:cloudwatch:us-west-2:123456789012:alarm:busy';

const alarmAnswers = (...tags: object[]) => ({
  DescribeAlarms: { MetricAlarms: [{ AlarmName: 'busy', AlarmArn: alarmArn, StateValue: 'OK' }] },
  ListTagsForResource: { Tags: tags },
});

test('an alarm goes by its name, and without tags it has no supplementary configuration', async () => {
  const [plain] = await listAnswers([alarm], alarmAnswers());
  expect(plain).toMatchObject({ resourceId: 'busy', resourceName: 'busy', ARN: alarmArn });
  expect(plain?.configuration).toEqual({ alarmName: 'busy', alarmArn });
  expect(plain?.supplementaryConfiguration).toEqual({});
  const [tagged] = await listAnswers([alarm], alarmAnswers({ Key: 'Team', Value: 'a' }));
  expect(tagged?.supplementaryConfiguration).toEqual({ Tags: [{ key: 'Team', value: 'a' }] });
});

test('a group and a launch configuration have times as numbers; the group names a classic load balancer by id and name', async () => {
  const group = {
    AutoScalingGroupARN: 'arn:group',
    AutoScalingGroupName: 'web',
    CreatedTime: time,
    VPCZoneIdentifier: 'subnet-1,subnet-2',
    LoadBalancerNames: ['shop'],
    LaunchConfigurationName: 'web-1',
    Instances: [{ InstanceId: 'i-1' }],
  };
  const launch = { LaunchConfigurationARN: 'arn:launch', LaunchConfigurationName: 'web-1', CreatedTime: time };
  const [groupItem, launchItem] = await listAnswers([autoScalingGroup, launchConfiguration], {
    DescribeAutoScalingGroups: { AutoScalingGroups: [group] },
    DescribeLifecycleHooks: { LifecycleHooks: [] },
    DescribeLaunchConfigurations: { LaunchConfigurations: [launch] },
  });
  expect(groupItem).toMatchObject({
    resourceId: 'arn:group',
    resourceName: 'web',
    availabilityZone: 'Multiple Availability Zones',
    configuration: { createdTime: epoch, vpczoneIdentifier: 'subnet-1,subnet-2', autoScalingGroupARN: 'arn:group' },
  });
  const name = 'Is associated with ';
  expect(groupItem?.relationships).toEqual([
    { resourceId: 'i-1', resourceType: 'AWS::EC2::Instance', name: 'Contains ' },
    { resourceId: 'subnet-1', resourceType: 'AWS::EC2::Subnet', name },
    { resourceId: 'subnet-2', resourceType: 'AWS::EC2::Subnet', name },
    { resourceId: 'shop', resourceName: 'shop', resourceType: 'AWS::ElasticLoadBalancing::LoadBalancer', name },
    { resourceName: 'web-1', resourceType: 'AWS::AutoScaling::LaunchConfiguration', name },
  ]);
  expect(launchItem).toMatchObject({ resourceName: 'web-1', configuration: { createdTime: epoch } });
});

test('a scaling policy names its alarm by id and name, and its group by name', async () => {
  const policy = {
    PolicyARN: 'arn:policy',
    PolicyName: 'cpu',
    AutoScalingGroupName: 'web',
    Alarms: [{ AlarmName: 'busy', AlarmARN: alarmArn }],
  };
  const [item] = await listAnswers([scalingPolicy, alarm], {
    DescribePolicies: { ScalingPolicies: [policy] },
    ...alarmAnswers(),
  });
  const name = 'Is associated with ';
  expect(item?.relationships).toEqual([
    { resourceId: 'busy', resourceName: 'busy', resourceType: 'AWS::CloudWatch::Alarm', name },
    { resourceName: 'web', resourceType: 'AWS::AutoScaling::AutoScalingGroup', name },
  ]);
});

test('a cluster of ECS goes by its name', async () => {
  const arn = 'arn:aws:ecs:us-west-2:123456789012:cluster/prod';
  const [item] = await listAnswers([ecsCluster], {
    ListClusters: { clusterArns: [arn] },
    DescribeClusters: { clusters: [{ clusterArn: arn, clusterName: 'prod', status: 'ACTIVE' }] },
  });
  expect(item).toMatchObject({ resourceId: 'prod', resourceName: 'prod', ARN: arn, availabilityZone: 'Regional' });
  expect(item?.configuration).toMatchObject({ Arn: arn, ClusterName: 'prod', ClusterSettings: [] });
});

test('a task definition goes by its family, as its newest active revision', async () => {
  const arnOf = (revision: string) => `arn:aws:ecs:us-west-2:123456789012:task-definition/${revision}`;
  const described = ({ taskDefinition: taskDefinitionArn }: { taskDefinition: string }) => ({
    taskDefinition: { taskDefinitionArn, family: taskDefinitionArn.split(/[/:]/).at(-2), status: 'ACTIVE' },
    tags: [{ key: 'Team', value: 'a' }],
  });
  const items = await listAnswers([taskDefinition], {
    ListTaskDefinitions: { taskDefinitionArns: ['api:9', 'api:10', 'web-api:1', 'web:1', 'web:3'].map(arnOf) },
    DescribeTaskDefinition: described,
  });
  expect(items.map(({ resourceId, resourceName, ARN }) => [resourceId, resourceName, ARN])).toEqual([
    ['api', 'api:10', arnOf('api:10')],
    ['web-api', 'web-api:1', arnOf('web-api:1')],
    ['web', 'web:3', arnOf('web:3')],
  ]);
  expect(items[0]?.configuration).toMatchObject({
    Family: 'api',
    TaskDefinitionArn: arnOf('api:10'),
    Tags: [{ Key: 'Team', Value: 'a' }],
  });
});

test('a cluster of EKS tells when it was made and how it balances loads, and not its status', async () => {
  const cluster = {
    name: 'prod',
    arn: 'arn:cluster',
    createdAt: time,
    status: 'ACTIVE',
    kubernetesNetworkConfig: { ipFamily: 'ipv4', elasticLoadBalancing: { enabled: false } },
  };
  const [item] = await listAnswers([eksCluster], {
    ListClusters: { clusters: ['prod'] },
    DescribeCluster: { cluster },
  });
  expect(item).toMatchObject({ resourceId: 'prod', availabilityZone: 'Regional' });
  expect(item?.configuration).toMatchObject({
    CreatedAt: time.toISOString(),
    KubernetesNetworkConfig: { IpFamily: 'ipv4', ElasticLoadBalancing: { Enabled: false } },
  });
  expect(item?.configuration).not.toHaveProperty('ClusterStatus');
});

test('a classic load balancer has its time as a number, and tags beside its attributes and policies', async () => {
  const [item] = await listAnswers([classicLoadBalancer], {
    DescribeLoadBalancers: {
      LoadBalancerDescriptions: [{ LoadBalancerName: 'shop', CreatedTime: time, DNSName: 'd' }],
    },
    DescribeLoadBalancerAttributes: { LoadBalancerAttributes: { AccessLog: { Enabled: false } } },
    DescribeLoadBalancerPolicies: { PolicyDescriptions: [] },
    DescribeTags: { TagDescriptions: [{ Tags: [{ Key: 'Team', Value: 'a' }] }] },
  });
  expect(item?.configuration).toEqual({ loadBalancerName: 'shop', createdTime: epoch, dnsname: 'd' });
  expect(item?.supplementaryConfiguration).toEqual({
    LoadBalancerAttributes: { accessLog: { enabled: false } },
    LoadBalancerPolicies: [],
    Tags: [{ key: 'Team', value: 'a' }],
  });
});

test('listeners and target groups are regional; a group has its targets, attributes and tags', async () => {
  const arn = 'arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/web/0123456789abcdef';
  const target = { Id: 'i-1', Port: 80 };
  const [listenerItem, groupItem] = await listAnswers([listener, targetGroup], {
    DescribeLoadBalancers: { LoadBalancers: [{ LoadBalancerArn: 'arn:balancer' }] },
    DescribeListeners: { Listeners: [{ ListenerArn: 'arn:listener', Port: 80 }] },
    DescribeTargetGroups: { TargetGroups: [{ TargetGroupArn: arn, TargetGroupName: 'web', Port: 80 }] },
    DescribeTargetGroupAttributes: { Attributes: [{ Key: 'stickiness.enabled', Value: 'false' }] },
    DescribeTargetHealth: { TargetHealthDescriptions: [{ Target: target, TargetHealth: { State: 'healthy' } }] },
    DescribeTags: { TagDescriptions: [{ Tags: [{ Key: 'Team', Value: 'a' }] }] },
  });
  expect(listenerItem).toMatchObject({ availabilityZone: 'Regional', configuration: { ListenerArn: 'arn:listener' } });
  expect(groupItem).toMatchObject({ resourceId: arn, resourceName: 'web', availabilityZone: 'Regional' });
  expect(groupItem?.configuration).toEqual({
    TargetGroupArn: arn,
    TargetGroupName: 'web',
    Port: 80,
    Name: 'web',
    TargetGroupFullName: 'targetgroup/web/0123456789abcdef',
    Targets: [target],
    TargetGroupAttributes: [{ Key: 'stickiness.enabled', Value: 'false' }],
    Tags: [{ Key: 'Team', Value: 'a' }],
  });
});

test('the state of a function is a word', async () => {
  const configuration = {
    FunctionName: 'mail',
    FunctionArn: 'arn:function',
    Role: 'arn:aws:iam::123456789012:role/worker',
    State: 'Active',
    Environment: { Variables: { PASSWORD: 'open-sesame' } },
  };
  const [item] = await listAnswers([lambdaFunction], {
    ListFunctions: { Functions: [configuration] },
    ListTags: { Tags: {} },
    GetPolicy: failingWith('ResourceNotFoundException'),
    GetFunctionConcurrency: {},
  });
  expect(item?.configuration).toEqual({
    functionName: 'mail',
    functionArn: 'arn:function',
    role: 'arn:aws:iam::123456789012:role/worker',
    state: 'Active',
  });
  expect(item?.supplementaryConfiguration).toEqual({ Tags: {} });
  expect(item?.relationships).toEqual([
    { resourceName: 'worker', resourceType: 'AWS::IAM::Role', name: 'Is associated with ' },
  ]);
});

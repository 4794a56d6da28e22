import {
  AutoScalingClient,
  type AutoScalingGroup,
  DescribeLifecycleHooksCommand,
  type LaunchConfiguration,
  type LifecycleHook,
  paginateDescribeAutoScalingGroups,
  paginateDescribeLaunchConfigurations,
  paginateDescribePolicies,
  type ScalingPolicy,
} from '@aws-sdk/client-auto-scaling';
import { enrich, flattenPages } from '../../calls/pages';
import { beanCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

interface WholeGroup extends AutoScalingGroup {
  hooks?: LifecycleHook[];
}

export const autoScalingGroup = resourceType<WholeGroup>({
  resourceType: 'AWS::AutoScaling::AutoScalingGroup',
  permissions: ['autoscaling:DescribeAutoScalingGroups', 'autoscaling:DescribeLifecycleHooks'],
  list({ client }) {
    const autoScaling = client(AutoScalingClient);
    return enrich(
      flattenPages(paginateDescribeAutoScalingGroups({ client: autoScaling }, {}), (page) => page.AutoScalingGroups),
      async (group) => {
        const input = { AutoScalingGroupName: group.AutoScalingGroupName };
        const { LifecycleHooks } = await autoScaling.send(new DescribeLifecycleHooksCommand(input));
        return { ...group, hooks: LifecycleHooks };
      },
    );
  },
  describe: ({ hooks = [], ...group }) => ({
    id: group.AutoScalingGroupARN,
    name: group.AutoScalingGroupName,
    arn: group.AutoScalingGroupARN,
    createdAt: group.CreatedTime,
    zone: 'Multiple Availability Zones',
    tags: tagsOf(group.Tags),
    configuration: beanCase(group, { times: 'epoch' }),
    supplementaryConfiguration: { LifeCycleHooks: hooks.map((hook) => beanCase(hook)) },
  }),
  related: {
    'AWS::EC2::Instance': ({ Instances }) => Instances?.map(({ InstanceId }) => InstanceId),
    'AWS::EC2::Subnet': ({ VPCZoneIdentifier }) => VPCZoneIdentifier?.split(','),
    'AWS::ElasticLoadBalancing::LoadBalancer': ({ LoadBalancerNames }) =>
      LoadBalancerNames?.map((name) => ({ id: name, name })),
  },
  relatedByName: {
    'AWS::AutoScaling::LaunchConfiguration': ({ LaunchConfigurationName }) => LaunchConfigurationName,
  },
});

export const launchConfiguration = resourceType<LaunchConfiguration>({
  resourceType: 'AWS::AutoScaling::LaunchConfiguration',
  permissions: ['autoscaling:DescribeLaunchConfigurations'],
  list: ({ client }) =>
    flattenPages(
      paginateDescribeLaunchConfigurations({ client: client(AutoScalingClient) }, {}),
      ({ LaunchConfigurations }) => LaunchConfigurations,
    ),
  describe: (launch) => ({
    id: launch.LaunchConfigurationARN,
    name: launch.LaunchConfigurationName,
    arn: launch.LaunchConfigurationARN,
    createdAt: launch.CreatedTime,
    zone: 'Not Applicable',
    configuration: beanCase(launch, { times: 'epoch' }),
  }),
  related: {
    // Launch configurations of EC2-Classic named groups by name; those have no id to be found by.
    'AWS::EC2::SecurityGroup': ({ SecurityGroups }) => SecurityGroups?.filter((group) => group.startsWith('sg-')),
  },
});

export const scalingPolicy = resourceType<ScalingPolicy>({
  resourceType: 'AWS::AutoScaling::ScalingPolicy',
  permissions: ['autoscaling:DescribePolicies'],
  list: ({ client }) =>
    flattenPages(
      paginateDescribePolicies({ client: client(AutoScalingClient) }, {}),
      ({ ScalingPolicies }) => ScalingPolicies,
    ),
  describe: (policy) => ({
    id: policy.PolicyARN,
    name: policy.PolicyName,
    arn: policy.PolicyARN,
    zone: 'Not Applicable',
    configuration: beanCase(policy),
  }),
  related: {
    'AWS::CloudWatch::Alarm': ({ Alarms }) => Alarms?.map(({ AlarmName }) => ({ id: AlarmName, name: AlarmName })),
  },
  relatedByName: {
    'AWS::AutoScaling::AutoScalingGroup': ({ AutoScalingGroupName }) => AutoScalingGroupName,
  },
});

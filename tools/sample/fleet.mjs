/**
 * @import { Account, Resource } from './account.mjs'
 * @import { Network } from './network.mjs'
 */

import { registryTags, tagList, tagsOf } from './account.mjs';
import { addInstance, image } from './compute.mjs';
import { addInterface } from './interfaces.mjs';

/**
 * Instances that scale: launch template, group, policy and the alarm that calls it.
 * @param {Account} account
 * @param {Network} network
 * @param {{ name: string, size: string, groups: Resource[], profile: string, count: number, targets: Resource[] }} told the target groups that it is behind
 */
export function buildFleet(account, network, { name, size, groups, profile, count, targets }) {
  const label = `${network.environment}-${name}`;
  const tags = tagsOf(label, network.environment, 'storefront', 'CC-2210');
  const templateId = account.ec2Id('lt', network.named(name));
  const template = account.add({
    type: 'AWS::EC2::LaunchTemplate',
    id: templateId,
    arn: account.arn('ec2', `launch-template/${templateId}`),
    tags,
    answer: {
      launchTemplateId: templateId,
      launchTemplateName: label,
      latestVersionNumber: 7,
      defaultVersionNumber: 7,
      createTime: account.time(`lt/${label}`, 210, 90),
      tags: tagList(tags),
    },
    more: {
      latest: {
        ImageId: image,
        InstanceType: size,
        EbsOptimized: true,
        IamInstanceProfile: { Name: profile },
        MetadataOptions: { HttpTokens: 'required' },
        SecurityGroupIds: groups.map(({ id }) => id),
        TagSpecifications: [{ ResourceType: 'instance', Tags: registryTags(tags) }],
      },
    },
  });
  const instances = Array.from({ length: count }, (_, at) =>
    addInstance(account, network, {
      name: `${name}-${at + 1}`,
      subnet: network.privateSubnetAt(at),
      host: 40 + at,
      groups,
      size,
      team: 'storefront',
      profile,
      template,
    }),
  );
  const groupArn = account.arn(
    'autoscaling',
    `autoScalingGroup:${account.uuid(`asg/${label}`)}:autoScalingGroupName/${label}`,
  );
  const created = account.time(`asg/${label}`, 200, 90);
  account.add({
    type: 'AWS::AutoScaling::AutoScalingGroup',
    id: groupArn,
    name: label,
    arn: groupArn,
    tags,
    answer: {
      autoScalingGroupName: label,
      autoScalingGroupARN: groupArn,
      launchTemplate: { launchTemplateId: templateId, launchTemplateName: label, version: '$Latest' },
      minSize: count,
      maxSize: count * 3,
      desiredCapacity: count,
      defaultCooldown: 300,
      availabilityZones: network.privateSubnets.map(({ zone }) => zone),
      loadBalancerNames: [],
      targetGroupARNs: targets.map(({ arn }) => arn),
      healthCheckType: 'ELB',
      healthCheckGracePeriod: 120,
      instances: instances.map(({ id: instanceId, zone: availabilityZone }) => ({
        instanceId,
        instanceType: size,
        availabilityZone,
        lifecycleState: 'InService',
        healthStatus: 'Healthy',
        protectedFromScaleIn: false,
      })),
      createdTime: created,
      suspendedProcesses: [],
      vPCZoneIdentifier: network.privateSubnets.map(({ id }) => id).join(','),
      enabledMetrics: [],
      tags: Object.entries(tags).map(([key, value]) => ({
        resourceId: label,
        resourceType: 'auto-scaling-group',
        key,
        value,
        propagateAtLaunch: true,
      })),
      terminationPolicies: ['Default'],
      newInstancesProtectedFromScaleIn: false,
    },
  });

  const policyArn = account.arn(
    'autoscaling',
    `scalingPolicy:${account.uuid(`policy/${label}`)}:autoScalingGroupName/${label}:policyName/cpu-70`,
  );
  const alarm = addAlarm(account, {
    name: `${label}-cpu-high`,
    metric: 'CPUUtilization',
    namespace: 'AWS/EC2',
    dimensions: [{ name: 'AutoScalingGroupName', value: label }],
    threshold: 70,
    actions: [policyArn],
  });
  account.add({
    type: 'AWS::AutoScaling::ScalingPolicy',
    id: policyArn,
    name: 'cpu-70',
    arn: policyArn,
    answer: {
      autoScalingGroupName: label,
      policyName: 'cpu-70',
      policyARN: policyArn,
      policyType: 'TargetTrackingScaling',
      stepAdjustments: [],
      alarms: [{ alarmName: alarm.name, alarmARN: alarm.arn }],
      targetTrackingConfiguration: {
        predefinedMetricSpecification: { predefinedMetricType: 'ASGAverageCPUUtilization' },
        targetValue: 70,
        disableScaleIn: false,
      },
      enabled: true,
    },
  });
  for (const target of targets) target.more?.targets.push(...instances.map(({ id }) => ({ Id: id, Port: 8080 })));
}

/**
 * An alarm on the average of a metric.
 * @param {Account} account
 * @param {{ name: string, metric: string, namespace: string, dimensions: { name: string, value: string }[], threshold: number,
 *   actions: string[] }} told
 */
export function addAlarm(account, { name, metric, namespace, dimensions, threshold, actions }) {
  const arn = account.arn('cloudwatch', `alarm:${name}`);
  return account.add({
    type: 'AWS::CloudWatch::Alarm',
    id: arn,
    name,
    arn,
    answer: {
      alarmName: name,
      alarmArn: arn,
      alarmConfigurationUpdatedTimestamp: account.time(arn, 20, 200),
      actionsEnabled: true,
      OKActions: [],
      alarmActions: actions,
      insufficientDataActions: [],
      metricName: metric,
      namespace,
      statistic: 'Average',
      dimensions,
      period: 60,
      evaluationPeriods: 3,
      threshold,
      comparisonOperator: 'GreaterThanThreshold',
      treatMissingData: 'missing',
      metrics: [],
    },
  });
}

/** The load balancer before production with its listeners and target group, and its interface in each subnet. @param {Account} account @param {Network} network @param {Resource} group */
export function buildLoadBalancer(account, network, group) {
  const label = `${network.environment}-storefront`;
  const tags = tagsOf(label, network.environment, 'storefront', 'CC-2210');
  const suffix = account.hex(`alb/${label}`, 16);
  const arn = account.arn('elasticloadbalancing', `loadbalancer/app/${label}/${suffix}`);
  const created = account.time(label, 380, 10);
  const subnets = network.subnets.slice(0, 2);
  account.add({
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    id: arn,
    name: label,
    arn,
    tags,
    answer: {
      loadBalancerArn: arn,
      dNSName: `${label}-1480936172.${account.region}.elb.amazonaws.com`,
      canonicalHostedZoneId: 'Z1H1FL5HABSF5',
      createdTime: created,
      loadBalancerName: label,
      scheme: 'internet-facing',
      vpcId: network.vpc.id,
      state: { code: 'active' },
      type: 'application',
      availabilityZones: subnets.map(({ id: subnetId, zone: zoneName }) => ({
        zoneName,
        subnetId,
        loadBalancerAddresses: [],
      })),
      securityGroups: [group.id],
      ipAddressType: 'ipv4',
    },
    more: {
      attributes: [
        { Key: 'deletion_protection.enabled', Value: 'true' },
        { Key: 'access_logs.s3.enabled', Value: 'true' },
        { Key: 'access_logs.s3.bucket', Value: 'example-prod-logs' },
        { Key: 'idle_timeout.timeout_seconds', Value: '60' },
        { Key: 'routing.http2.enabled', Value: 'true' },
      ],
    },
  });
  subnets.forEach((subnet, at) => {
    addInterface(account, {
      name: `${label}-alb-${at}`,
      subnet,
      vpc: network.vpc,
      ip: `10.${network.second}.${16 * at}.30`,
      groups: [group],
      tags: {},
      description: `ELB app/${label}/${suffix}`,
      type: 'load_balancer',
    });
  });
  const targetArn = account.arn('elasticloadbalancing', `targetgroup/${label}-web/${account.hex(`tg/${label}`, 16)}`);
  const target = account.add({
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    id: targetArn,
    name: `${label}-web`,
    arn: targetArn,
    tags,
    answer: {
      TargetGroupArn: targetArn,
      TargetGroupName: `${label}-web`,
      Protocol: 'HTTP',
      Port: 8080,
      VpcId: network.vpc.id,
      HealthCheckProtocol: 'HTTP',
      HealthCheckPort: 'traffic-port',
      HealthCheckEnabled: true,
      HealthCheckIntervalSeconds: 15,
      HealthCheckPath: '/healthz',
      Matcher: { HttpCode: '200' },
      LoadBalancerArns: [arn],
      TargetType: 'instance',
    },
    more: {
      attributes: [
        { Key: 'deregistration_delay.timeout_seconds', Value: '30' },
        { Key: 'stickiness.enabled', Value: 'false' },
      ],
      /** Filled by the fleet that stands behind it. @type {{ Id: string, Port: number }[]} */
      targets: [],
    },
  });
  /** @param {number} port @param {object} more */
  const listen = (port, more) => {
    const listenerArn = account.arn(
      'elasticloadbalancing',
      `listener/app/${label}/${suffix}/${account.hex(`listener/${label}/${port}`, 16)}`,
    );
    account.add({
      type: 'AWS::ElasticLoadBalancingV2::Listener',
      id: listenerArn,
      arn: listenerArn,
      tags,
      answer: { ListenerArn: listenerArn, LoadBalancerArn: arn, Port: port, ...more },
    });
  };
  const redirect = {
    Protocol: 'HTTPS',
    Port: '443',
    Host: '#{host}',
    Path: '/#{path}',
    Query: '#{query}',
    StatusCode: 'HTTP_301',
  };
  listen(80, { Protocol: 'HTTP', DefaultActions: [{ Type: 'redirect', RedirectConfig: redirect }] });
  listen(443, {
    Protocol: 'HTTPS',
    SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
    Certificates: [{ CertificateArn: account.arn('acm', `certificate/${account.uuid('certificate')}`) }],
    DefaultActions: [{ Type: 'forward', TargetGroupArn: targetArn }],
  });
  return target;
}

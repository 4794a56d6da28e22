/**
 * @import { Account, Item } from './account.mjs'
 * @import { Network } from './network.mjs'
 */

import { registryTags, tagsOf } from './account.mjs';
import { addAlarm } from './fleet.mjs';

/**
 * Functions, with their role known by name alone, as Config relates them.
 * @param {Account} account
 * @param {Network} network
 * @param {Item} group
 * @param {Item} role
 */
export function buildFunctions(account, network, group, role) {
  return ['place-order', 'send-mail', 'resize-image'].map((name) => {
    const label = `prod-${name}`;
    const arn = account.arn('lambda', `function:${label}`);
    const inVpc = name !== 'resize-image';
    const item = account.add({
      type: 'AWS::Lambda::Function',
      id: label,
      name: label,
      arn,
      zone: 'Not Applicable',
      tags: tagsOf(label, 'prod', 'storefront', 'CC-2210'),
      configuration: {
        functionName: label,
        functionArn: arn,
        runtime: 'nodejs20.x',
        role: role.ARN,
        handler: 'index.handler',
        codeSize: 1_048_576 + parseInt(account.hex(arn, 5), 16),
        description: '',
        timeout: 30,
        memorySize: 512,
        lastModified: account.time(arn, 2, 60),
        codeSha256: Buffer.from(account.hex(`code/${arn}`, 64), 'hex').toString('base64'),
        version: '$LATEST',
        ...(inVpc && {
          vpcConfig: {
            subnetIds: network.privateSubnets.map(({ resourceId }) => resourceId),
            securityGroupIds: [group.resourceId],
            vpcId: network.vpc.resourceId,
          },
        }),
        tracingConfig: { mode: 'Active' },
        revisionId: account.uuid(`revision/${arn}`),
        layers: [],
        packageType: 'Zip',
        architectures: ['arm64'],
        ephemeralStorage: { size: 512 },
      },
      supplementary: { Policy: 'null', Tags: tagsOf(label, 'prod', 'storefront', 'CC-2210') },
    });
    account.linkByName(item, role);
    if (inVpc) {
      account.link(item, group);
      for (const subnet of network.privateSubnets) account.link(item, subnet);
    }
    addAlarm(account, {
      name: `${label}-errors`,
      metric: 'Errors',
      namespace: 'AWS/Lambda',
      dimensions: [{ name: 'FunctionName', value: label }],
      threshold: 1,
      actions: [account.arn('sns', 'prod-alerts')],
    });
    return item;
  });
}

/**
 * The reports service in containers. AWS relates none of these.
 * @param {Account} account
 * @param {Network} network
 * @param {Item} group
 * @param {Item} taskRole
 */
export function buildContainers(account, network, group, taskRole) {
  const tags = tagsOf('prod-reports', 'prod', 'data', 'CC-3320');
  const clusterArn = account.arn('ecs', 'cluster/prod');
  const taskArn = account.arn('ecs', 'task-definition/prod-reports:12');
  const serviceArn = account.arn('ecs', 'service/prod/reports');
  account.add({
    type: 'AWS::ECS::Cluster',
    id: clusterArn,
    name: 'prod',
    arn: clusterArn,
    zone: 'Regional',
    tags,
    configuration: {
      ClusterName: 'prod',
      Arn: clusterArn,
      CapacityProviders: ['FARGATE', 'FARGATE_SPOT'],
      ClusterSettings: [{ Name: 'containerInsights', Value: 'enabled' }],
      Tags: registryTags(tags),
    },
  });
  account.add({
    type: 'AWS::ECS::TaskDefinition',
    id: taskArn,
    name: 'prod-reports',
    arn: taskArn,
    zone: 'Regional',
    tags,
    configuration: {
      TaskDefinitionArn: taskArn,
      Family: 'prod-reports',
      Cpu: '512',
      Memory: '1024',
      NetworkMode: 'awsvpc',
      RequiresCompatibilities: ['FARGATE'],
      TaskRoleArn: taskRole.ARN,
      ContainerDefinitions: [
        {
          Name: 'reports',
          Image: `${account.id}.dkr.ecr.${account.region}.amazonaws.com/reports:1.12.0`,
          Essential: true,
          PortMappings: [{ ContainerPort: 8080, Protocol: 'tcp' }],
          Environment: [{ Name: 'STAGE', Value: 'prod' }],
          LogConfiguration: {
            LogDriver: 'awslogs',
            Options: {
              'awslogs-group': '/ecs/reports',
              'awslogs-region': account.region,
              'awslogs-stream-prefix': 'reports',
            },
          },
        },
      ],
      Tags: registryTags(tags),
    },
  });
  account.add({
    type: 'AWS::ECS::Service',
    id: serviceArn,
    name: 'reports',
    arn: serviceArn,
    zone: 'Regional',
    tags,
    configuration: {
      ServiceArn: serviceArn,
      ServiceName: 'reports',
      Cluster: clusterArn,
      TaskDefinition: taskArn,
      DesiredCount: 2,
      LaunchType: 'FARGATE',
      PlatformVersion: 'LATEST',
      SchedulingStrategy: 'REPLICA',
      NetworkConfiguration: {
        AwsvpcConfiguration: {
          AssignPublicIp: 'DISABLED',
          SecurityGroups: [group.resourceId],
          Subnets: network.privateSubnets.map(({ resourceId }) => resourceId),
        },
      },
      DeploymentConfiguration: {
        MaximumPercent: 200,
        MinimumHealthyPercent: 100,
        DeploymentCircuitBreaker: { Enable: true, Rollback: true },
      },
      Tags: registryTags(tags),
    },
  });
}

/** What oversees the account: the stack that its order functions came from, and the trail. @param {Account} account @param {Item[]} members */
export function buildGovernance(account, members) {
  const stackArn = account.arn('cloudformation', `stack/prod-orders/${account.uuid('stack/prod-orders')}`);
  const created = account.time(stackArn, 200, 10);
  const stack = account.add({
    type: 'AWS::CloudFormation::Stack',
    id: stackArn,
    name: 'prod-orders',
    arn: stackArn,
    zone: 'Regional',
    created,
    tags: tagsOf('prod-orders', 'prod', 'storefront', 'CC-2210'),
    configuration: {
      stackId: stackArn,
      stackName: 'prod-orders',
      description: 'Order functions',
      parameters: [{ parameterKey: 'Stage', parameterValue: 'prod' }],
      creationTime: created,
      rollbackConfiguration: { rollbackTriggers: [] },
      stackStatus: 'UPDATE_COMPLETE',
      disableRollback: false,
      notificationARNs: [],
      capabilities: ['CAPABILITY_IAM'],
      outputs: [],
      tags: [],
      driftInformation: { stackDriftStatus: 'NOT_CHECKED' },
    },
    supplementary: {
      unsupportedResources: [{ resourceId: 'prod-order-api', resourceType: 'AWS::ApiGateway::Deployment' }],
    },
  });
  for (const member of members) account.link(stack, member);
  const trailArn = account.arn('cloudtrail', 'trail/account-activity');
  account.add({
    type: 'AWS::CloudTrail::Trail',
    id: 'account-activity',
    name: 'account-activity',
    arn: trailArn,
    zone: 'Regional',
    tags: tagsOf('account-activity', 'shared', 'platform', 'CC-1040'),
    configuration: {
      name: 'account-activity',
      s3BucketName: 'example-prod-logs',
      s3KeyPrefix: 'trail',
      includeGlobalServiceEvents: true,
      isMultiRegionTrail: true,
      homeRegion: account.region,
      trailARN: trailArn,
      logFileValidationEnabled: true,
      hasCustomEventSelectors: false,
      isOrganizationTrail: false,
    },
    supplementary: {
      Tags: [],
      TrailStatus: { isLogging: true },
      EventSelectors: [{ readWriteType: 'All', includeManagementEvents: true, dataResources: [] }],
    },
  });
}

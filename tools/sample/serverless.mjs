/**
 * @import { Account, Resource } from './account.mjs'
 * @import { Network } from './network.mjs'
 */

import { tagList, tagsOf } from './account.mjs';
import { addAlarm } from './fleet.mjs';

/**
 * Functions, with their role known by name alone, as Config relates them.
 * @param {Account} account
 * @param {Network} network
 * @param {Resource} group
 * @param {Resource} role
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
      tags: tagsOf(label, 'prod', 'storefront', 'CC-2210'),
      answer: {
        state: 'Active',
        functionName: label,
        functionArn: arn,
        runtime: 'nodejs20.x',
        role: role.arn,
        handler: 'index.handler',
        codeSize: 1_048_576 + parseInt(account.hex(arn, 5), 16),
        description: '',
        timeout: 30,
        memorySize: 512,
        lastModified: account.time(arn, 2, 60).replace('Z', '+0000'),
        codeSha256: Buffer.from(account.hex(`code/${arn}`, 64), 'hex').toString('base64'),
        version: '$LATEST',
        ...(inVpc && {
          vpcConfig: {
            subnetIds: network.privateSubnets.map(({ id }) => id),
            securityGroupIds: [group.id],
            vpcId: network.vpc.id,
          },
        }),
        tracingConfig: { mode: 'Active' },
        revisionId: account.uuid(`revision/${arn}`),
        layers: [],
        packageType: 'Zip',
        architectures: ['arm64'],
        ephemeralStorage: { size: 512 },
      },
    });
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
 * @param {Resource} group
 * @param {Resource} taskRole
 */
export function buildContainers(account, network, group, taskRole) {
  const labels = tagsOf('prod-reports', 'prod', 'data', 'CC-3320');
  const tags = tagList(labels);
  const clusterArn = account.arn('ecs', 'cluster/prod');
  const taskArn = account.arn('ecs', 'task-definition/prod-reports:12');
  const serviceArn = account.arn('ecs', 'service/prod/reports');
  account.add({
    type: 'AWS::ECS::Cluster',
    id: 'prod',
    arn: clusterArn,
    answer: {
      clusterName: 'prod',
      clusterArn,
      status: 'ACTIVE',
      capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
      settings: [{ name: 'containerInsights', value: 'enabled' }],
      tags,
    },
  });
  account.add({
    type: 'AWS::ECS::TaskDefinition',
    id: 'prod-reports',
    arn: taskArn,
    answer: {
      taskDefinitionArn: taskArn,
      family: 'prod-reports',
      revision: 12,
      status: 'ACTIVE',
      cpu: '512',
      memory: '1024',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      taskRoleArn: taskRole.arn,
      containerDefinitions: [
        {
          name: 'reports',
          image: `${account.id}.dkr.ecr.${account.region}.amazonaws.com/reports:1.12.0`,
          essential: true,
          portMappings: [{ containerPort: 8080, protocol: 'tcp' }],
          environment: [{ name: 'STAGE', value: 'prod' }],
          logConfiguration: {
            logDriver: 'awslogs',
            options: {
              'awslogs-group': '/ecs/reports',
              'awslogs-region': account.region,
              'awslogs-stream-prefix': 'reports',
            },
          },
        },
      ],
    },
    more: { tags },
  });
  account.add({
    type: 'AWS::ECS::Service',
    id: serviceArn,
    arn: serviceArn,
    answer: {
      serviceArn,
      serviceName: 'reports',
      clusterArn,
      status: 'ACTIVE',
      taskDefinition: taskArn,
      desiredCount: 2,
      launchType: 'FARGATE',
      platformVersion: 'LATEST',
      schedulingStrategy: 'REPLICA',
      networkConfiguration: {
        awsvpcConfiguration: {
          assignPublicIp: 'DISABLED',
          securityGroups: [group.id],
          subnets: network.privateSubnets.map(({ id }) => id),
        },
      },
      deploymentConfiguration: {
        maximumPercent: 200,
        minimumHealthyPercent: 100,
        deploymentCircuitBreaker: { enable: true, rollback: true },
      },
      tags,
    },
  });
}

/** What oversees the account: the stack that its order functions came from, and the trail. @param {Account} account @param {Resource[]} members */
export function buildGovernance(account, members) {
  const stackArn = account.arn('cloudformation', `stack/prod-orders/${account.uuid('stack/prod-orders')}`);
  const created = account.time(stackArn, 200, 10);
  account.add({
    type: 'AWS::CloudFormation::Stack',
    id: stackArn,
    name: 'prod-orders',
    arn: stackArn,
    tags: tagsOf('prod-orders', 'prod', 'storefront', 'CC-2210'),
    answer: {
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
      tags: tagList(tagsOf('prod-orders', 'prod', 'storefront', 'CC-2210')),
      driftInformation: { stackDriftStatus: 'NOT_CHECKED' },
    },
    more: {
      resources: [
        ...members.map(({ type, name }) => ({ logicalResourceId: name, physicalResourceId: name, resourceType: type })),
        {
          logicalResourceId: 'Deployment',
          physicalResourceId: 'prod-order-api',
          resourceType: 'AWS::ApiGateway::Deployment',
        },
      ].map((resource) => ({ ...resource, resourceStatus: 'UPDATE_COMPLETE', lastUpdatedTimestamp: created })),
    },
  });
  const trailArn = account.arn('cloudtrail', 'trail/account-activity');
  account.add({
    type: 'AWS::CloudTrail::Trail',
    id: 'account-activity',
    name: 'account-activity',
    arn: trailArn,
    tags: tagsOf('account-activity', 'shared', 'platform', 'CC-1040'),
    answer: {
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
  });
}

import { expect, test } from 'vitest';
import { awsError, bare, itemsOf } from '../../test-items';
import { application } from './application';
import { deploymentConfig } from './deployment-config';
import { deploymentGroup } from './deployment-group';

const arn = (resource: string) => `arn:aws:codedeploy:us-west-2:123456789012:${resource}`;
const common = { ...bare, availabilityZone: 'Not Applicable' };
const createTime = new Date('2026-11-24T10:00:00Z');
const shop = {
  applicationId: '11111111-2222-3333-4444-555555555555',
  applicationName: 'shop',
  createTime,
  linkedToGitHub: false,
  computePlatform: 'Server',
};
const ofApplications = {
  listApplications: { applications: ['shop', 'gone'] },
  getApplication: ({ applicationName }: { applicationName: string }) =>
    applicationName === 'shop' ? { application: shop } : awsError('ApplicationDoesNotExistException'),
};

test("a deployment configuration of AWS's own is as in a real snapshot", async () => {
  const trafficRoutingConfig = {
    type: 'TimeBasedLinear',
    timeBasedLinear: { linearPercentage: 10, linearInterval: 1 },
  };
  const deploymentConfigName = 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes';
  const deploymentConfigId = '00000000-0000-0000-0000-000000000015';
  const items = await itemsOf(deploymentConfig, {
    listDeploymentConfigs: { deploymentConfigsList: [deploymentConfigName] },
    getDeploymentConfig: {
      deploymentConfigInfo: { deploymentConfigId, deploymentConfigName, computePlatform: 'ECS', trafficRoutingConfig },
    },
  });
  expect(items).toEqual([
    {
      ...common,
      resourceType: 'AWS::CodeDeploy::DeploymentConfig',
      resourceId: deploymentConfigId,
      resourceName: deploymentConfigName,
      ARN: arn(`deploymentconfig:${deploymentConfigName}`),
      configuration: { computePlatform: 'ECS', deploymentConfigId, deploymentConfigName, trafficRoutingConfig },
    },
  ]);
});

test('an application goes by the id that CodeDeploy gave it', async () => {
  const items = await itemsOf(application, {
    ...ofApplications,
    listTagsForResource: { Tags: [{ Key: 'Team', Value: 'platform' }] },
  });
  expect(items).toEqual([
    {
      ...common,
      resourceType: 'AWS::CodeDeploy::Application',
      resourceId: shop.applicationId,
      resourceName: 'shop',
      ARN: arn('application:shop'),
      resourceCreationTime: '2026-11-24T10:00:00.000Z',
      tags: { Team: 'platform' },
      configuration: { ...shop, createTime: '2026-11-24T10:00:00.000Z' },
    },
  ]);
});

test('a deployment group lies in its application and says nothing of its last deployments', async () => {
  const notes: string[] = [];
  const group = {
    applicationName: 'shop',
    deploymentGroupId: '66666666-7777-8888-9999-000000000000',
    deploymentGroupName: 'production',
    deploymentConfigName: 'CodeDeployDefault.OneAtATime',
    serviceRoleArn: 'arn:aws:iam::123456789012:role/deploy',
    autoScalingGroups: [{ name: 'web', hook: 'hook' }],
  };
  const items = await itemsOf(
    deploymentGroup,
    {
      ...ofApplications,
      listDeploymentGroups: { deploymentGroups: ['production'] },
      getDeploymentGroup: {
        deploymentGroupInfo: {
          ...group,
          lastSuccessfulDeployment: { deploymentId: 'd-1' },
          lastAttemptedDeployment: {},
        },
      },
      listTagsForResource: awsError('AccessDeniedException'),
    },
    { note: (note) => notes.push(note) },
  );
  expect(items).toEqual([
    {
      ...common,
      resourceType: 'AWS::CodeDeploy::DeploymentGroup',
      resourceId: group.deploymentGroupId,
      resourceName: 'production',
      ARN: arn('deploymentgroup:shop/production'),
      relationships: [
        { resourceId: shop.applicationId, resourceType: 'AWS::CodeDeploy::Application', name: 'Is contained in ' },
      ],
      configuration: group,
    },
  ]);
  expect(notes).toEqual([expect.stringContaining('codedeploy:ListTagsForResource')]);
});

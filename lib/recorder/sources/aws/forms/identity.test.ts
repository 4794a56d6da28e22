import { expect, test } from 'vitest';
import { restApi } from '../services/api-gateway/rest-api';
import { stage } from '../services/api-gateway/stage';
import { trail } from '../services/cloudtrail/trail';
import { group } from '../services/iam/group';
import { policy } from '../services/iam/policy';
import { role } from '../services/iam/role';
import { user } from '../services/iam/user';
import { key } from '../services/kms/key';
import { listAnswers } from '../test-answering-account';

// Forms that were seen in real items of AWS Config.

test('users, groups, roles and policies name each other by id and name', async () => {
  const attached = [{ PolicyName: 'look', PolicyArn: 'arn:look' }];
  const items = await listAnswers([user, group, role, policy], {
    GetAccountAuthorizationDetails: {
      UserDetailList: [{ UserId: 'AIDA1', UserName: 'ada', GroupList: ['ops'], AttachedManagedPolicies: attached }],
      GroupDetailList: [{ GroupId: 'AGPA1', GroupName: 'ops' }],
      RoleDetailList: [{ RoleId: 'AROA1', RoleName: 'worker', AttachedManagedPolicies: attached }],
      Policies: [{ PolicyId: 'ANPA1', PolicyName: 'look', Arn: 'arn:look' }],
    },
    ListPolicies: { Policies: [{ PolicyId: 'ANPA1', Arn: 'arn:look' }] },
    ListPolicyTags: { Tags: [] },
  });
  const look = { resourceId: 'ANPA1', resourceName: 'look', resourceType: 'AWS::IAM::Policy' };
  const ops = { resourceId: 'AGPA1', resourceName: 'ops', resourceType: 'AWS::IAM::Group' };
  const ada = { resourceId: 'AIDA1', resourceName: 'ada', resourceType: 'AWS::IAM::User' };
  const worker = { resourceId: 'AROA1', resourceName: 'worker', resourceType: 'AWS::IAM::Role' };
  const toPolicy = { ...look, name: 'Is attached to CustomerManagedPolicy' };
  expect(items.map(({ resourceId, awsRegion, relationships }) => [resourceId, awsRegion, relationships])).toEqual([
    ['AIDA1', 'global', [{ ...ops, name: 'Is attached to Group' }, toPolicy]],
    ['AGPA1', 'global', [{ ...ada, name: 'Contains User' }]],
    ['AROA1', 'global', [toPolicy]],
    [
      'ANPA1',
      'global',
      [
        { ...worker, name: 'Is attached to Role' },
        { ...ada, name: 'Is attached to User' },
      ],
    ],
  ]);
});

test('a stage names its API by id and name; an API has its tags beside its configuration', async () => {
  const [api, stageItem] = await listAnswers([restApi, stage], {
    GetRestApis: { items: [{ id: 'a1', name: 'shop', tags: { Team: 'a' } }] },
    GetStages: { item: [{ stageName: 'prod' }] },
  });
  const id = 'arn:aws:apigateway:us-west-2::/restapis/a1';
  expect(api).toMatchObject({ resourceId: id, resourceName: 'shop', availabilityZone: 'Not Applicable' });
  expect(api?.configuration).toEqual({ id: 'a1', name: 'shop' });
  expect(api?.supplementaryConfiguration).toEqual({ tags: { Team: 'a' } });
  expect(stageItem?.relationships).toEqual([
    { resourceId: id, resourceName: 'shop', resourceType: 'AWS::ApiGateway::RestApi', name: 'Is contained in ' },
  ]);
});

test('a trail has no resourceName', async () => {
  const [item] = await listAnswers([trail], {
    DescribeTrails: { trailList: [{ Name: 'all', TrailARN: 'arn:trail', HomeRegion: 'us-west-2' }] },
    ListTags: { ResourceTagList: [{ TagsList: [] }] },
  });
  expect(item).toMatchObject({ resourceId: 'all', ARN: 'arn:trail', availabilityZone: 'Regional' });
  expect(item).not.toHaveProperty('resourceName');
});

test("of a key of AWS's own the policy alone is beside its configuration; times are numbers", async () => {
  const time = new Date('2026-03-04T05:06:07Z');
  const answers = (KeyManager: string) => ({
    ListKeys: { Keys: [{ KeyId: 'k' }] },
    DescribeKey: { KeyMetadata: { KeyId: 'k', Arn: 'arn:key', AWSAccountId: '1', CreationDate: time, KeyManager } },
    GetKeyPolicy: { Policy: '{}' },
    GetKeyRotationStatus: { KeyRotationEnabled: true },
    ListResourceTags: { Tags: [] },
  });
  const [aws] = await listAnswers([key], answers('AWS'));
  expect(aws?.configuration).toMatchObject({ keyId: 'k', awsaccountId: '1', creationDate: time.getTime() });
  expect(aws?.supplementaryConfiguration).toEqual({ Policy: '{}' });
  const [own] = await listAnswers([key], answers('CUSTOMER'));
  expect(own?.supplementaryConfiguration).toEqual({ Policy: '{}', KeyRotationStatus: true, Tags: [] });
});

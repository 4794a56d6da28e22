import { expect, test } from 'vitest';
import { memberOf } from './member';

const stackId = 'arn:aws:cloudformation:eu-west-1:123456789012:stack/web/1';
const member = (ResourceType: string, PhysicalResourceId: string) =>
  memberOf({ ResourceType, PhysicalResourceId }, stackId);

test("knows a stack's resource by what AWS Config calls it", () => {
  expect(member('AWS::S3::Bucket', 'logs')).toEqual({ resourceType: 'AWS::S3::Bucket', resourceId: 'logs' });
  expect(member('AWS::IAM::Role', 'web')).toEqual({ resourceType: 'AWS::IAM::Role', resourceName: 'web' });
  expect(member('AWS::IAM::ManagedPolicy', 'arn:aws:iam::123456789012:policy/team/look')).toEqual({
    resourceType: 'AWS::IAM::Policy',
    resourceName: 'look',
  });
  expect(member('AWS::ApiGateway::RestApi', 'a1b2')).toEqual({
    resourceType: 'AWS::ApiGateway::RestApi',
    resourceId: 'arn:aws:apigateway:eu-west-1::/restapis/a1b2',
  });
  expect(member('AWS::ApiGatewayV2::Api', 'a1b2')).toMatchObject({
    resourceId: 'arn:aws:apigateway:eu-west-1::/apis/a1b2',
  });
  expect(member('AWS::CodeDeploy::Application', 'shop')).toMatchObject({ resourceName: 'shop' });
  expect(member('AWS::WAFv2::WebACL', 'front|1234|REGIONAL')).toMatchObject({ resourceName: 'front' });
  expect(member('AWS::Events::Rule', 'orders|placed')).toMatchObject({ resourceId: 'orders|placed' });
});

test('knows what AWS Config does not support, and inline policies, which are no resources', () => {
  expect(member('AWS::SNS::Subscription', 'arn:aws:sns:eu-west-1:123456789012:t:1')).toBeUndefined();
  expect(member('AWS::IAM::Policy', 'web-Inli-1')).toBeUndefined();
  expect(member('Custom::Thing', 'x')).toBeUndefined();
});

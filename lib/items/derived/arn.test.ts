import { expect, test } from 'vitest';
import { anyArn, resourceOfArn } from './arn';

test.each([
  ['dynamodb', 'table/orders/index/by-date', 'DynamoDB::Table', 'orders'],
  ['lambda', 'function:resize:live', 'Lambda::Function', 'resize'],
  ['kms', 'key/4b8f3476-e875-40d0-aa7b-336b59b15040', 'KMS::Key', '4b8f3476-e875-40d0-aa7b-336b59b15040'],
  ['iam', 'role/service/worker', 'IAM::Role', 'named worker'],
  ['logs', 'log-group:/aws/lambda/resize:*', 'Logs::LogGroup', 'named /aws/lambda/resize'],
  ['s3', 'lake/raw/a.csv', 'S3::Bucket', 'lake'],
  ['s3', 'accesspoint/readers/object/a.csv', 'S3::AccessPoint', 'named readers'],
  ['ssm', 'parameter/limit', 'SSM::Parameter', 'named limit'],
  ['ssm', 'parameter/shop/limit', 'SSM::Parameter', 'named /shop/limit'],
  ['elasticloadbalancing', 'loadbalancer/old', 'ElasticLoadBalancing::LoadBalancer', 'named old'],
  ['autoscaling', 'autoScalingGroup:1:autoScalingGroupName/web', 'AutoScaling::AutoScalingGroup', 'named web'],
])('%s %s is of %s %s', (service, resource, resourceType, known) => {
  const arn = `arn:aws:${service}:eu-west-1:111122223333:${resource}`;
  const target = resourceOfArn(arn);
  expect(target).toMatchObject({ resourceType: `AWS::${resourceType}`, arn });
  expect(target && ('resourceId' in target ? target.resourceId : `named ${target.resourceName}`)).toBe(known);
});

test.each([
  ['sns', 'alerts:0b2f6a3e-5f2a-4f0a-9e0e-3a0f6c1d2e4b', 'SNS::Topic', 'alerts'],
  ['secretsmanager', 'secret:prod/db-AbCdEf:password::', 'SecretsManager::Secret', 'secret:prod/db-AbCdEf'],
  ['states', 'stateMachine:ship:1', 'StepFunctions::StateMachine', 'stateMachine:ship'],
  [
    'elasticloadbalancing',
    'listener-rule/app/shop/d0921f1a5fa3df73/a/b',
    'ElasticLoadBalancingV2::ListenerRule',
    'listener-rule/app/shop/d0921f1a5fa3df73/a/b',
  ],
])('%s %s is of %s, whose id is the ARN that ends in %s', (service, resource, resourceType, end) => {
  const start = `arn:aws:${service}:eu-west-1:111122223333:`;
  expect(resourceOfArn(start + resource)).toEqual({ resourceType: `AWS::${resourceType}`, resourceId: start + end });
});

test('what API Gateway calls is read out of its ARN', () => {
  const lambda = 'arn:aws:lambda:eu-west-1:111122223333:function:resize';
  const path = `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${lambda}/invocations`;
  expect(anyArn(path, {})).toMatchObject({ resourceType: 'AWS::Lambda::Function', resourceId: 'resize' });
});

test.each(['orders', 'arn:aws:sqs', 'arn:aws:unknown:eu-west-1:111122223333:thing/a', 'arn:aws:__proto__:::a'])(
  '%s names no resource',
  (text) => {
    expect(anyArn(text, {})).toBeUndefined();
  },
);

import { expect, test } from 'vitest';
import { awsError, bare, itemsOf } from '../../test-items';
import { eventBus } from './event-bus';
import { rule } from './rule';

const arn = (resource: string) => `arn:aws:events:us-west-2:123456789012:${resource}`;
const common = { ...bare, availabilityZone: 'Regional' };
const bus = (Name: string) => ({ Name, Arn: arn(`event-bus/${Name}`) });
const tagged = { Tags: [{ Key: 'Team', Value: 'platform' }] };

test('buses go by their names, the default one too, and have their policy as JSON', async () => {
  const Policy = '{"Version":"2012-10-17","Statement":[]}';
  const items = await itemsOf(eventBus, {
    listEventBuses: ({ NextToken }: { NextToken?: string }) =>
      NextToken === undefined
        ? { EventBuses: [bus('default')], NextToken: 'more' }
        : { EventBuses: [bus('orders'), bus('gone')] },
    describeEventBus: ({ Name }: { Name: string }) => {
      if (Name === 'gone') return awsError('ResourceNotFoundException');
      return Name === 'orders'
        ? { ...bus(Name), Policy, CreationTime: new Date('2026-11-24T10:00:00Z'), LastModifiedTime: new Date() }
        : bus(Name);
    },
    listTagsForResource: tagged,
  });
  expect(items).toEqual([
    {
      ...common,
      resourceType: 'AWS::Events::EventBus',
      resourceId: 'default',
      resourceName: 'default',
      ARN: arn('event-bus/default'),
      tags: { Team: 'platform' },
      configuration: { ...bus('default'), Tags: tagged.Tags },
    },
    expect.objectContaining({
      resourceId: 'orders',
      resourceCreationTime: '2026-11-24T10:00:00.000Z',
      configuration: { ...bus('orders'), Policy: { Version: '2012-10-17', Statement: [] }, Tags: tagged.Tags },
    }),
  ]);
});

test('rules of all buses are there, with targets in the words of the registry', async () => {
  const scheduled = {
    Name: 'nightly',
    Arn: arn('rule/nightly'),
    EventBusName: 'default',
    State: 'ENABLED',
    ScheduleExpression: 'rate(1 day)',
  };
  const matching = {
    Name: 'placed',
    Arn: arn('rule/orders/placed'),
    EventBusName: 'orders',
    State: 'ENABLED',
    EventPattern: '{"source":["shop"]}',
    ManagedBy: 'shop.amazonaws.com',
  };
  const items = await itemsOf(rule, {
    listEventBuses: { EventBuses: [bus('default'), bus('orders'), bus('gone')] },
    listRules: ({ EventBusName }: { EventBusName: string }) => {
      if (EventBusName === 'gone') return awsError('ResourceNotFoundException');
      return { Rules: EventBusName === 'default' ? [scheduled] : [matching] };
    },
    listTargetsByRule: ({ Rule }: { Rule: string }) => ({
      Targets:
        Rule === 'placed'
          ? [{ Id: 'queue', Arn: 'arn:aws:sqs:us-west-2:123456789012:orders' }]
          : [
              {
                Id: 'task',
                Arn: 'arn:aws:ecs:us-west-2:123456789012:cluster/web',
                InputTransformer: { InputPathsMap: { at: '$.time' }, InputTemplate: '<at>' },
                EcsParameters: {
                  TaskDefinitionArn: 'arn:aws:ecs:us-west-2:123456789012:task-definition/web:1',
                  NetworkConfiguration: { awsvpcConfiguration: { Subnets: ['subnet-1'] } },
                  CapacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }],
                  PlacementStrategy: [{ type: 'random' }],
                  Tags: [{ Key: 'a', Value: 'b' }],
                },
              },
            ],
    }),
    listTagsForResource: { Tags: [] },
  });
  const form = { ...common, resourceType: 'AWS::Events::Rule' };
  expect(items).toEqual([
    {
      ...form,
      resourceId: 'nightly',
      resourceName: 'nightly',
      ARN: scheduled.Arn,
      configuration: {
        Id: 'nightly',
        ...scheduled,
        Targets: [
          {
            Id: 'task',
            Arn: 'arn:aws:ecs:us-west-2:123456789012:cluster/web',
            InputTransformer: { InputPathsMap: { at: '$.time' }, InputTemplate: '<at>' },
            EcsParameters: {
              TaskDefinitionArn: 'arn:aws:ecs:us-west-2:123456789012:task-definition/web:1',
              NetworkConfiguration: { AwsVpcConfiguration: { Subnets: ['subnet-1'] } },
              CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE', Weight: 1 }],
              PlacementStrategies: [{ Type: 'random' }],
              TagList: [{ Key: 'a', Value: 'b' }],
            },
          },
        ],
        Tags: [],
      },
    },
    {
      ...form,
      resourceId: 'orders|placed',
      resourceName: 'placed',
      ARN: matching.Arn,
      configuration: {
        Id: 'orders|placed',
        Arn: matching.Arn,
        Name: 'placed',
        EventBusName: 'orders',
        State: 'ENABLED',
        EventPattern: { source: ['shop'] },
        Targets: [{ Id: 'queue', Arn: 'arn:aws:sqs:us-west-2:123456789012:orders' }],
        Tags: [],
      },
    },
  ]);
});

import { expect, test } from 'vitest';
import { bare, itemsOf } from '../../test-items';
import { capacityProvider } from './capacity-provider';

test("capacity providers go by their names, AWS's own too", async () => {
  const arn = (name: string) => `arn:aws:ecs:us-west-2:123456789012:capacity-provider/${name}`;
  const provider = (name: string, more: object = {}) => ({
    name,
    capacityProviderArn: arn(name),
    status: 'ACTIVE',
    tags: [],
    ...more,
  });
  const group = 'arn:aws:autoscaling:us-west-2:123456789012:autoScalingGroup:1:autoScalingGroupName/web';
  const items = await itemsOf(capacityProvider, {
    describeCapacityProviders: ({ nextToken }: { nextToken?: string }) =>
      nextToken === undefined
        ? { capacityProviders: [provider('FARGATE')], nextToken: 'more' }
        : {
            capacityProviders: [
              provider('machines', {
                autoScalingGroupProvider: {
                  autoScalingGroupArn: group,
                  managedScaling: { status: 'ENABLED', targetCapacity: 100 },
                  managedTerminationProtection: 'DISABLED',
                },
                updateStatus: 'UPDATE_COMPLETE',
                tags: [{ key: 'Team', value: 'platform' }],
              }),
              provider('gone', { status: 'INACTIVE' }),
            ],
          },
  });
  const common = { ...bare, resourceType: 'AWS::ECS::CapacityProvider', availabilityZone: 'Regional' };
  expect(items).toEqual([
    {
      ...common,
      resourceId: 'FARGATE',
      resourceName: 'FARGATE',
      ARN: arn('FARGATE'),
      configuration: { Name: 'FARGATE', Tags: [] },
    },
    {
      ...common,
      resourceId: 'machines',
      resourceName: 'machines',
      ARN: arn('machines'),
      tags: { Team: 'platform' },
      configuration: {
        Name: 'machines',
        AutoScalingGroupProvider: {
          AutoScalingGroupArn: group,
          ManagedScaling: { Status: 'ENABLED', TargetCapacity: 100 },
          ManagedTerminationProtection: 'DISABLED',
        },
        Tags: [{ Key: 'Team', Value: 'platform' }],
      },
    },
  ]);
});

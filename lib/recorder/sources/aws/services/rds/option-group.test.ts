import { expect, test } from 'vitest';
import { awsError, bare, itemsOf } from '../../test-items';
import { optionGroup } from './option-group';

const arn = (name: string) => `arn:aws:rds:us-west-2:123456789012:og:${name}`;

test("option groups have options and settings as the registry has them; RDS's own are among them", async () => {
  const group = (OptionGroupName: string, more: object = {}) => ({
    OptionGroupName,
    OptionGroupDescription: OptionGroupName,
    EngineName: 'mysql',
    MajorEngineVersion: '8.0',
    AllowsVpcAndNonVpcInstanceMemberships: true,
    OptionGroupArn: arn(OptionGroupName),
    ...more,
  });
  const option = {
    OptionName: 'MEMCACHED',
    OptionDescription: 'Innodb Memcached for MySQL',
    Persistent: false,
    Port: 11211,
    OptionSettings: [{ Name: 'BACKLOG_QUEUE_LIMIT', Value: '1024', DefaultValue: '1024', IsCollection: false }],
    DBSecurityGroupMemberships: [{ DBSecurityGroupName: 'default', Status: 'authorized' }],
    VpcSecurityGroupMemberships: [{ VpcSecurityGroupId: 'sg-1', Status: 'active' }],
  };
  const items = await itemsOf(optionGroup, {
    describeOptionGroups: {
      OptionGroupsList: [group('cached', { Options: [option] }), group('default:mysql-8-0'), group('gone')],
    },
    listTagsForResource: ({ ResourceName }: { ResourceName: string }) => {
      if (ResourceName.endsWith(':gone')) return awsError('OptionGroupNotFoundFault');
      return { TagList: ResourceName.endsWith(':cached') ? [{ Key: 'Team', Value: 'platform' }] : [] };
    },
  });
  const common = { ...bare, resourceType: 'AWS::RDS::OptionGroup', availabilityZone: 'Regional' };
  expect(items).toEqual([
    {
      ...common,
      resourceId: 'cached',
      resourceName: 'cached',
      ARN: arn('cached'),
      tags: { Team: 'platform' },
      configuration: {
        OptionGroupName: 'cached',
        OptionGroupDescription: 'cached',
        EngineName: 'mysql',
        MajorEngineVersion: '8.0',
        OptionConfigurations: [
          {
            OptionName: 'MEMCACHED',
            Port: 11211,
            OptionSettings: [{ Name: 'BACKLOG_QUEUE_LIMIT', Value: '1024' }],
            DBSecurityGroupMemberships: ['default'],
            VpcSecurityGroupMemberships: [{ VpcSecurityGroupId: 'sg-1', Status: 'active' }],
          },
        ],
        Tags: [{ Key: 'Team', Value: 'platform' }],
      },
    },
    expect.objectContaining({
      resourceId: 'default:mysql-8-0',
      configuration: expect.objectContaining({ OptionConfigurations: [], Tags: [] }),
    }),
  ]);
});

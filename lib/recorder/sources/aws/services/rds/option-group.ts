import {
  ListTagsForResourceCommand,
  type Option,
  type OptionGroup,
  paginateDescribeOptionGroups,
  RDSClient,
  type Tag,
} from '@aws-sdk/client-rds';
import { ignoreNotFound } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { asSpelt } from '../../fields/casing';
import { registryTags } from '../../fields/registry-tags';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

interface WholeOptionGroup extends OptionGroup {
  tags?: Tag[];
}

/**
 * In the form of the CloudFormation registry, with the memberships of an option as the property file of
 * awslabs/aws-config-resource-schema has them. The groups that RDS makes by itself (`default:mysql-8-0`) are among them.
 */
export const optionGroup = resourceType<WholeOptionGroup>({
  resourceType: 'AWS::RDS::OptionGroup',
  permissions: ['rds:DescribeOptionGroups', 'rds:ListTagsForResource'],
  list({ client }) {
    const rds = client(RDSClient);
    return enrich(
      flattenPages(paginateDescribeOptionGroups({ client: rds, pageSize: 100 }, {}), (page) => page.OptionGroupsList),
      (group) =>
        ignoreNotFound(['OptionGroupNotFoundFault', 'OptionGroupNotFound'], async () => {
          if (group.OptionGroupArn === undefined) return group;
          const { TagList } = await rds.send(new ListTagsForResourceCommand({ ResourceName: group.OptionGroupArn }));
          return { ...group, tags: TagList };
        }),
    );
  },
  describe: (group) => {
    const tags = tagsOf(group.tags);
    return {
      id: group.OptionGroupName,
      name: group.OptionGroupName,
      arn: group.OptionGroupArn,
      zone: 'Regional',
      tags,
      configuration: {
        ...asSpelt({
          OptionGroupName: group.OptionGroupName,
          OptionGroupDescription: group.OptionGroupDescription,
          EngineName: group.EngineName,
          MajorEngineVersion: group.MajorEngineVersion,
          OptionConfigurations: (group.Options ?? []).map(optionConfiguration),
        }),
        Tags: registryTags(tags),
      },
    };
  },
});

function optionConfiguration(option: Option) {
  return {
    OptionName: option.OptionName,
    OptionVersion: option.OptionVersion,
    Port: option.Port,
    OptionSettings: (option.OptionSettings ?? []).map(({ Name, Value }) => ({ Name, Value })),
    DBSecurityGroupMemberships: (option.DBSecurityGroupMemberships ?? []).map((group) => group.DBSecurityGroupName),
    VpcSecurityGroupMemberships: option.VpcSecurityGroupMemberships ?? [],
  };
}

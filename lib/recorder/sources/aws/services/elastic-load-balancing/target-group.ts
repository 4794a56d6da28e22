import {
  DescribeTargetGroupAttributesCommand,
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
  paginateDescribeTargetGroups,
  type Tag,
  type TargetDescription,
  type TargetGroup,
  type TargetGroupAttribute,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound, optionalCall } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { asSpelt } from '../../fields/casing';
import { registryTags } from '../../fields/registry-tags';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';
import { gone, tagsOfArn } from './tags-of-arn';

interface WholeTargetGroup {
  group: TargetGroup;
  attributes: TargetGroupAttribute[] | undefined;
  targets: TargetDescription[] | undefined;
  tags: Tag[] | undefined;
}

/**
 * What the service tells, and beside it what the CloudFormation registry calls otherwise or has more, as in real items: `Name`,
 * `TargetGroupFullName`, `Targets`, `TargetGroupAttributes`, `Tags`. How healthy a target is, is no configuration.
 */
export const targetGroup = resourceType<WholeTargetGroup>({
  resourceType: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  permissions: [
    'elasticloadbalancing:DescribeTargetGroups',
    'elasticloadbalancing:DescribeTargetGroupAttributes',
    'elasticloadbalancing:DescribeTargetHealth',
    'elasticloadbalancing:DescribeTags',
  ],
  list: (access) =>
    enrich(
      flattenPages(
        paginateDescribeTargetGroups({ client: access.client(ElasticLoadBalancingV2Client) }, {}),
        ({ TargetGroups }) => TargetGroups,
      ),
      (group) => ignoreNotFound(gone, () => readWhole(access, group)),
    ),
  describe: ({ group, attributes, targets, tags: list }) => {
    const tags = tagsOf(list);
    return {
      id: group.TargetGroupArn,
      name: group.TargetGroupName,
      arn: group.TargetGroupArn,
      zone: 'Regional',
      tags,
      configuration: {
        ...asSpelt({
          ...group,
          Name: group.TargetGroupName,
          TargetGroupFullName: group.TargetGroupArn?.split(':').at(-1),
          Targets: targets,
          TargetGroupAttributes: attributes,
        }),
        Tags: registryTags(tags),
      },
    };
  },
});

async function readWhole(access: AwsAccess, group: TargetGroup): Promise<WholeTargetGroup> {
  const client = access.client(ElasticLoadBalancingV2Client);
  const { TargetGroupArn } = group;
  const about = `target group ${group.TargetGroupName}`;
  const attributes = await optionalCall(access, {
    permission: 'elasticloadbalancing:DescribeTargetGroupAttributes',
    about,
    call: () => client.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn })),
  });
  const health = await optionalCall(access, {
    permission: 'elasticloadbalancing:DescribeTargetHealth',
    about,
    call: () => client.send(new DescribeTargetHealthCommand({ TargetGroupArn })),
  });
  return {
    group,
    attributes: attributes?.Attributes,
    targets: health?.TargetHealthDescriptions?.flatMap(({ Target }) => Target ?? []),
    tags: await tagsOfArn(access, TargetGroupArn),
  };
}

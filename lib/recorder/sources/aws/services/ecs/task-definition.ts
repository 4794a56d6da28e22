import {
  DescribeTaskDefinitionCommand,
  ECSClient,
  paginateListTaskDefinitions,
  type Tag,
  type TaskDefinition,
} from '@aws-sdk/client-ecs';
import { enrich, flattenPages } from '../../calls/pages';
import { registryTags } from '../../fields/registry-tags';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';
import { registryCase } from './registry-case';

interface WholeTaskDefinition {
  definition: TaskDefinition;
  tags: Tag[] | undefined;
}

/** What is no property of the type in the CloudFormation registry, and so none in AWS Config. */
const withheld = [
  'compatibilities',
  'registeredAt',
  'registeredBy',
  'deregisteredAt',
  'requiresAttributes',
  'revision',
];

/** Lists that AWS Config has even where they are empty (example item of awslabs/aws-config-rdk). */
const lists = { inferenceAccelerators: [], placementConstraints: [], requiresCompatibilities: [], volumes: [] };

/**
 * The newest active revision of each family: AWS Config knows a task definition by its family, and has the revision in its name and ARN
 * (example item of awslabs/aws-config-rdk, real items). A new revision is a change of the family. Its containers' environment is recorded, as AWS Config does (`ContainerDefinitions.Environment` in its
 * property file): secrets belong into `secrets`, of which ECS tells the place and not the value.
 */
export const taskDefinition = resourceType<WholeTaskDefinition>({
  resourceType: 'AWS::ECS::TaskDefinition',
  permissions: ['ecs:ListTaskDefinitions', 'ecs:DescribeTaskDefinition'],
  list: ({ client }) => {
    const ecs = client(ECSClient);
    return enrich(newestRevisions(ecs), async (arn) => {
      const { taskDefinition: definition, tags } = await ecs.send(
        new DescribeTaskDefinitionCommand({ taskDefinition: arn, include: ['TAGS'] }),
      );
      // It may have been taken out of use since it was listed.
      return definition?.status === 'ACTIVE' ? { definition, tags } : undefined;
    });
  },
  describe: ({ definition, tags: list }) => {
    const arn = definition.taskDefinitionArn;
    const tags = tagsOf(list);
    return {
      id: definition.family ?? familyOf(arn ?? ''),
      name: arn?.split('/').at(-1),
      arn,
      zone: 'Regional',
      tags,
      configuration: { ...registryCase({ ...lists, ...definition }, withheld), Tags: registryTags(tags) },
    };
  },
});

const familyOf = (arn: string) => arn.split('/').at(-1)?.split(':')[0] ?? arn;

/** The ARNs of the newest active revisions, one for each family: ECS lists all revisions, the oldest of each family first. */
async function* newestRevisions(client: ECSClient): AsyncGenerator<string> {
  let newest: string | undefined;
  const revisions = flattenPages(paginateListTaskDefinitions({ client }, { status: 'ACTIVE' }), (page) => {
    return page.taskDefinitionArns;
  });
  for await (const arn of revisions) {
    if (newest !== undefined && familyOf(newest) !== familyOf(arn)) yield newest;
    newest = arn;
  }
  if (newest !== undefined) yield newest;
}

import {
  ECRClient,
  GetLifecyclePolicyCommand,
  GetRepositoryPolicyCommand,
  ListTagsForResourceCommand,
  paginateDescribeRepositories,
  type Repository,
  type Tag,
} from '@aws-sdk/client-ecr';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound, optionalCall } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { pascalCase } from '../../fields/casing';
import { parsedText } from '../../fields/json-text';
import { registryTags } from '../../fields/registry-tags';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

interface WholeRepository {
  repository: Repository;
  lifecyclePolicy: string | undefined;
  policy: string | undefined;
  tags: Tag[] | undefined;
}

/** With the field names of the CloudFormation registry: see the example item of awslabs/aws-config-rdk. */
export const repository = resourceType<WholeRepository>({
  resourceType: 'AWS::ECR::Repository',
  permissions: [
    'ecr:DescribeRepositories',
    'ecr:GetLifecyclePolicy',
    'ecr:GetRepositoryPolicy',
    'ecr:ListTagsForResource',
  ],
  list: (access) =>
    enrich(
      flattenPages(paginateDescribeRepositories({ client: access.client(ECRClient) }, {}), (page) => page.repositories),
      (repository) => ignoreNotFound(['RepositoryNotFoundException'], () => readWhole(access, repository)),
    ),
  describe: ({ repository, lifecyclePolicy, policy, tags: list }) => {
    const tags = tagsOf(list);
    const { repositoryArn, repositoryName, registryId } = repository;
    return {
      id: repositoryName,
      name: repositoryName,
      arn: repositoryArn,
      createdAt: repository.createdAt,
      zone: 'Regional',
      tags,
      configuration: {
        ...pascalCase({
          arn: repositoryArn,
          repositoryName,
          repositoryUri: repository.repositoryUri,
          imageTagMutability: repository.imageTagMutability,
          imageScanningConfiguration: repository.imageScanningConfiguration,
          encryptionConfiguration: repository.encryptionConfiguration,
        }),
        LifecyclePolicy:
          lifecyclePolicy === undefined
            ? {}
            : { LifecyclePolicyText: lifecyclePolicy, ...(registryId === undefined ? {} : { RegistryId: registryId }) },
        RepositoryPolicyText: policy === undefined ? {} : parsedText(policy),
        Tags: registryTags(tags),
      },
    };
  },
});

async function readWhole(access: AwsAccess, repository: Repository): Promise<WholeRepository> {
  const client = access.client(ECRClient);
  const { repositoryName, registryId, repositoryArn: resourceArn } = repository;
  const ask = <Answer>(permission: string, call: () => Promise<Answer>, none?: readonly string[]) =>
    optionalCall(access, { permission, about: `repository ${repositoryName}`, call, none });
  const lifecycle = await ask(
    'ecr:GetLifecyclePolicy',
    () => client.send(new GetLifecyclePolicyCommand({ repositoryName, registryId })),
    ['LifecyclePolicyNotFoundException'],
  );
  const policy = await ask(
    'ecr:GetRepositoryPolicy',
    () => client.send(new GetRepositoryPolicyCommand({ repositoryName, registryId })),
    ['RepositoryPolicyNotFoundException'],
  );
  const tagged = await ask('ecr:ListTagsForResource', () =>
    client.send(new ListTagsForResourceCommand({ resourceArn })),
  );
  return {
    repository,
    lifecyclePolicy: lifecycle?.lifecyclePolicyText,
    policy: policy?.policyText,
    tags: tagged?.tags,
  };
}

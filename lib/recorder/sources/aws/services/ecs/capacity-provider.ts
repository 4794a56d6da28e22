import { type CapacityProvider, DescribeCapacityProvidersCommand, ECSClient } from '@aws-sdk/client-ecs';
import { flattenTokenPages } from '../../calls/pages';
import { registryTags } from '../../fields/registry-tags';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';
import { registryCase } from './registry-case';

/**
 * In the form of the CloudFormation registry (property file of awslabs/aws-config-resource-schema). AWS's own `FARGATE` and `FARGATE_SPOT`
 * are among them: the registry reads them by the same call, which tells of them as of others.
 */
export const capacityProvider = resourceType<CapacityProvider>({
  resourceType: 'AWS::ECS::CapacityProvider',
  permissions: ['ecs:DescribeCapacityProviders'],
  list: ({ client }) =>
    flattenTokenPages(
      (nextToken) => client(ECSClient).send(new DescribeCapacityProvidersCommand({ include: ['TAGS'], nextToken })),
      // A deleted one is told of as INACTIVE.
      (page) => page.capacityProviders?.filter(({ status }) => status !== 'INACTIVE'),
      (page) => page.nextToken,
    ),
  describe: (provider) => {
    const tags = tagsOf(provider.tags);
    return {
      id: provider.name,
      name: provider.name,
      arn: provider.capacityProviderArn,
      zone: 'Regional',
      tags,
      configuration: {
        ...registryCase({
          name: provider.name,
          clusterName: provider.cluster,
          autoScalingGroupProvider: provider.autoScalingGroupProvider,
          managedInstancesProvider: provider.managedInstancesProvider,
        }),
        Tags: registryTags(tags),
      },
    };
  },
});

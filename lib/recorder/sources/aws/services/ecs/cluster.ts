import { type Cluster, DescribeClustersCommand, ECSClient, paginateListClusters } from '@aws-sdk/client-ecs';
import type { AwsAccess } from '../../calls/access';
import { registryTags } from '../../fields/registry-tags';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';
import { registryCase } from './registry-case';

/**
 * AWS Config has the properties that the CloudFormation registry has (awslabs/aws-config-resource-schema): nothing that is counted. A
 * cluster goes by its name, as in real items.
 */
export const cluster = resourceType<Cluster>({
  resourceType: 'AWS::ECS::Cluster',
  permissions: ['ecs:ListClusters', 'ecs:DescribeClusters'],
  list: clusters,
  describe: (cluster) => {
    const { clusterArn, clusterName, capacityProviders, settings, configuration, defaultCapacityProviderStrategy } =
      cluster;
    const tags = tagsOf(cluster.tags);
    return {
      id: clusterName,
      name: clusterName,
      arn: clusterArn,
      zone: 'Regional',
      tags,
      configuration: {
        ...registryCase({
          arn: clusterArn,
          clusterName,
          capacityProviders: capacityProviders ?? [],
          clusterSettings: settings ?? [],
          configuration,
          defaultCapacityProviderStrategy: defaultCapacityProviderStrategy ?? [],
          serviceConnectDefaults: cluster.serviceConnectDefaults,
        }),
        Tags: registryTags(tags),
      },
    };
  },
});

/** ECS lists and describes at most 100 clusters at a time; those that were deleted lately are told of as INACTIVE. */
async function* clusters(access: AwsAccess): AsyncGenerator<Cluster> {
  const client = access.client(ECSClient);
  for await (const { clusterArns } of paginateListClusters({ client }, {})) {
    if (clusterArns === undefined || clusterArns.length === 0) continue;
    const { clusters: described } = await client.send(
      new DescribeClustersCommand({ clusters: clusterArns, include: ['CONFIGURATIONS', 'SETTINGS', 'TAGS'] }),
    );
    yield* (described ?? []).filter(({ status }) => status !== 'INACTIVE');
  }
}

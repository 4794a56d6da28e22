import { type Cluster, DescribeClusterCommand, EKSClient, paginateListClusters } from '@aws-sdk/client-eks';
import type { JsonValue } from '../../../../../items/configuration-item';
import { ignoreNotFound } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { pascalCase } from '../../fields/casing';
import { registryTags } from '../../fields/registry-tags';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

/**
 * With the field names of the CloudFormation registry (property file of awslabs/aws-config-resource-schema), but for what real items
 * have otherwise: `CreatedAt`, and no `ClusterStatus`.
 */
export const cluster = resourceType<Cluster>({
  resourceType: 'AWS::EKS::Cluster',
  permissions: ['eks:ListClusters', 'eks:DescribeCluster'],
  list: ({ client }) => {
    const eks = client(EKSClient);
    return enrich(
      flattenPages(paginateListClusters({ client: eks }, {}), (page) => page.clusters),
      (name) =>
        ignoreNotFound(
          ['ResourceNotFoundException'],
          async () => (await eks.send(new DescribeClusterCommand({ name }))).cluster,
        ),
    );
  },
  describe: (cluster) => {
    const tags = tagsOf(cluster.tags);
    return {
      id: cluster.name,
      name: cluster.name,
      arn: cluster.arn,
      createdAt: cluster.createdAt,
      zone: 'Regional',
      tags,
      configuration: { ...pascalCase(properties(cluster)), Logging: logging(cluster), Tags: registryTags(tags) },
    };
  },
});

function properties(cluster: Cluster) {
  const { vpcId: _, clusterSecurityGroupId, ...resourcesVpcConfig } = cluster.resourcesVpcConfig ?? {};
  return {
    arn: cluster.arn,
    name: cluster.name,
    version: cluster.version,
    roleArn: cluster.roleArn,
    createdAt: cluster.createdAt,
    endpoint: cluster.endpoint,
    certificateAuthorityData: cluster.certificateAuthority?.data,
    clusterSecurityGroupId,
    openIdConnectIssuerUrl: cluster.identity?.oidc?.issuer,
    resourcesVpcConfig,
    kubernetesNetworkConfig: cluster.kubernetesNetworkConfig,
    encryptionConfig: cluster.encryptionConfig ?? [],
    encryptionConfigKeyArn: cluster.encryptionConfig?.[0]?.provider?.keyArn,
    accessConfig: cluster.accessConfig,
    upgradePolicy: cluster.upgradePolicy,
    deletionProtection: cluster.deletionProtection,
  };
}

/** EKS tells of every kind of log in groups, the registry of those that are enabled. */
function logging({ logging }: Cluster): JsonValue {
  const enabled = (logging?.clusterLogging ?? []).filter(({ enabled }) => enabled).flatMap(({ types }) => types ?? []);
  return { ClusterLogging: { EnabledTypes: enabled.map((Type) => ({ Type })) } };
}

import {
  DescribeServicesCommand,
  ECSClient,
  paginateListClusters,
  paginateListServices,
  type Service,
} from '@aws-sdk/client-ecs';
import { errorCode } from '../../../../../errors';
import type { AwsAccess } from '../../calls/access';
import { registryTags } from '../../fields/registry-tags';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';
import { registryCase } from './registry-case';

/** What ECS lists in one page of services, and all that it describes at a time. */
const servicesAtATime = 10;

/** AWS Config has the properties that the CloudFormation registry has: what is deployed and runs just now is none of them. */
export const service = resourceType<Service>({
  resourceType: 'AWS::ECS::Service',
  permissions: ['ecs:ListClusters', 'ecs:ListServices', 'ecs:DescribeServices'],
  list: services,
  describe: (service) => {
    const tags = tagsOf(service.tags);
    return {
      id: service.serviceArn,
      name: service.serviceName,
      arn: service.serviceArn,
      createdAt: service.createdAt,
      zone: 'Regional',
      tags,
      configuration: { ...registryCase(properties(service)), Tags: registryTags(tags) },
    };
  },
});

function properties(service: Service) {
  return {
    serviceArn: service.serviceArn,
    serviceName: service.serviceName,
    name: service.serviceName,
    cluster: service.clusterArn,
    taskDefinition: service.taskDefinition,
    desiredCount: service.desiredCount,
    launchType: service.launchType,
    capacityProviderStrategy: service.capacityProviderStrategy ?? [],
    platformVersion: service.platformVersion,
    schedulingStrategy: service.schedulingStrategy,
    role: service.roleArn,
    deploymentConfiguration: service.deploymentConfiguration,
    deploymentController: service.deploymentController,
    networkConfiguration: service.networkConfiguration,
    loadBalancers: service.loadBalancers ?? [],
    serviceRegistries: service.serviceRegistries ?? [],
    placementConstraints: service.placementConstraints ?? [],
    placementStrategies: service.placementStrategy ?? [],
    healthCheckGracePeriodSeconds: service.healthCheckGracePeriodSeconds,
    enableECSManagedTags: service.enableECSManagedTags,
    enableExecuteCommand: service.enableExecuteCommand,
    propagateTags: service.propagateTags,
  };
}

async function* services(access: AwsAccess): AsyncGenerator<Service> {
  const client = access.client(ECSClient);
  for await (const { clusterArns } of paginateListClusters({ client }, {})) {
    for (const cluster of clusterArns ?? []) {
      try {
        yield* servicesOf(cluster, client);
      } catch (error) {
        // Deleted since it was listed, and its services before it.
        if (errorCode(error) !== 'ClusterNotFoundException') throw error;
      }
    }
  }
}

async function* servicesOf(cluster: string, client: ECSClient): AsyncGenerator<Service> {
  for await (const { serviceArns } of paginateListServices({ client, pageSize: servicesAtATime }, { cluster })) {
    if (serviceArns === undefined || serviceArns.length === 0) continue;
    const { services: described } = await client.send(
      new DescribeServicesCommand({ cluster, services: serviceArns, include: ['TAGS'] }),
    );
    yield* (described ?? []).filter(({ status }) => status !== 'INACTIVE');
  }
}

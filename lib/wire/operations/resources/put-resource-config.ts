import type { PutResourceConfigRequest } from '@aws-sdk/client-config-service';
import { requireRecording } from '../../../inventory/recorder/recorder-errors';
import type { Operation, WirePorts } from '../../operation';
import { parsedConfiguration, requireCustomType } from '../../shapes/custom-resource';

/** Records the state of a custom resource. */
export const putResourceConfig =
  ({
    inventory,
    customResources,
  }: Pick<WirePorts, 'inventory' | 'customResources'>): Operation<PutResourceConfigRequest, void> =>
  async ({ ResourceType, ResourceId, ResourceName, Configuration, Tags }, scope) => {
    requireCustomType(ResourceType);
    const configuration = parsedConfiguration(Configuration);
    requireRecording(await inventory(scope).recorder(), 'put-resource');
    await customResources.put(scope, {
      relatedEvents: [],
      relationships: [],
      configuration,
      supplementaryConfiguration: {},
      tags: { ...Tags },
      resourceType: ResourceType,
      resourceId: ResourceId,
      ...(ResourceName === undefined ? {} : { resourceName: ResourceName }),
      awsRegion: scope.region,
    });
  };

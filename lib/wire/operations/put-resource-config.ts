import type { PutResourceConfigRequest } from '@aws-sdk/client-config-service';
import type { Operation, WirePorts } from '../operation';
import { parsedConfiguration, requireCustomType, requireRecording } from '../shapes/custom-resource';

/** Records the state of a custom resource. */
export const putResourceConfig =
  ({ recorder, resources }: Pick<WirePorts, 'recorder' | 'resources'>): Operation<PutResourceConfigRequest, void> =>
  async ({ ResourceType, ResourceId, ResourceName, Configuration, Tags }, scope) => {
    requireCustomType(ResourceType);
    const configuration = parsedConfiguration(Configuration);
    await requireRecording(recorder, scope);
    await resources.putCustom(scope, {
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

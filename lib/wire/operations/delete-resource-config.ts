import type { DeleteResourceConfigRequest } from '@aws-sdk/client-config-service';
import type { Operation, WirePorts } from '../operation';
import { requireCustomType, requireRecording } from '../shapes/custom-resource';

/** Records that a custom resource is gone; one that is not there is no error. */
export const deleteResourceConfig =
  ({ recorder, resources }: Pick<WirePorts, 'recorder' | 'resources'>): Operation<DeleteResourceConfigRequest, void> =>
  async ({ ResourceType, ResourceId }, scope) => {
    requireCustomType(ResourceType);
    await requireRecording(recorder, scope);
    await resources.deleteCustom(scope, { resourceType: ResourceType, resourceId: ResourceId });
  };

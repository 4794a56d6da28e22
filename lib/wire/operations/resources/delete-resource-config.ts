import type { DeleteResourceConfigRequest } from '@aws-sdk/client-config-service';
import { requireRecording } from '../../../inventory/recorder/recorder-errors';
import type { Operation, WirePorts } from '../../operation';
import { requireCustomType } from '../../shapes/custom-resource';

/** Records that a custom resource is gone; one that is not there is no error. */
export const deleteResourceConfig =
  ({
    inventory,
    customResources,
  }: Pick<WirePorts, 'inventory' | 'customResources'>): Operation<DeleteResourceConfigRequest, void> =>
  async ({ ResourceType, ResourceId }, scope) => {
    requireCustomType(ResourceType);
    requireRecording(await inventory(scope).recorder(), 'put-resource');
    await customResources.delete(scope, { resourceType: ResourceType, resourceId: ResourceId });
  };

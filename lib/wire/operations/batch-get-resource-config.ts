import type { BatchGetResourceConfigRequest, BatchGetResourceConfigResponse } from '@aws-sdk/client-config-service';
import { requireRecorder } from '../lookups/recorder-lookup';
import type { Operation, WirePorts } from '../operation';
import { baseConfigurationItem } from '../shapes/configuration-item';

/** The current items of up to 100 resources, without tags; what is unknown or deleted is left out. All keys are processed at once. */
export const batchGetResourceConfig =
  ({
    recorder,
    resources,
  }: Pick<WirePorts, 'recorder' | 'resources'>): Operation<
    BatchGetResourceConfigRequest,
    BatchGetResourceConfigResponse
  > =>
  async ({ resourceKeys }, scope) => {
    await requireRecorder(recorder, scope);
    const found = await resources.current(scope, resourceKeys);
    return { baseConfigurationItems: found.map(baseConfigurationItem), unprocessedResourceKeys: [] };
  };

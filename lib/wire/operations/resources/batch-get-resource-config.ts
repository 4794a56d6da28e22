import type { BatchGetResourceConfigRequest, BatchGetResourceConfigResponse } from '@aws-sdk/client-config-service';
import { requireRecorder } from '../../../inventory/recorder/recorder-errors';
import type { Operation, WirePorts } from '../../operation';
import { baseConfigurationItem } from '../../shapes/configuration-item';

/** The current items of up to 100 resources, without tags; what is unknown or deleted is left out. All keys are processed at once. */
export const batchGetResourceConfig =
  ({
    inventory,
  }: Pick<WirePorts, 'inventory'>): Operation<BatchGetResourceConfigRequest, BatchGetResourceConfigResponse> =>
  async ({ resourceKeys }, scope) => {
    const kept = inventory(scope);
    requireRecorder(await kept.recorder(), 'read');
    const found = await kept.current(resourceKeys);
    return { baseConfigurationItems: found.map(baseConfigurationItem), unprocessedResourceKeys: [] };
  };

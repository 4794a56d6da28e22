import type { GetResourceConfigHistoryRequest, GetResourceConfigHistoryResponse } from '@aws-sdk/client-config-service';
import { WireError } from '../../errors';
import type { Operation, WirePorts } from '../../operation';
import { configurationItem } from '../../shapes/configuration-item';
import { cutPage, pagePosition, wholeNumber } from '../../shapes/page-token';

const defaultPageSize = 10;

/**
 * The items of one resource within a time range, newest first unless asked for otherwise. No recorder is needed: what was recorded
 * stays to be read after its recorder is deleted (DeleteConfigurationRecorder in the model).
 */
export const getResourceConfigHistory =
  ({
    inventory,
    clock,
  }: Pick<WirePorts, 'inventory' | 'clock'>): Operation<
    GetResourceConfigHistoryRequest,
    GetResourceConfigHistoryResponse
  > =>
  async ({ resourceType, resourceId, laterTime, earlierTime, chronologicalOrder, limit, nextToken }, scope) => {
    // AWS gives this error without words.
    if (earlierTime && earlierTime >= (laterTime ?? clock())) throw new WireError('InvalidTimeRangeException', '');
    const oldestFirst = chronologicalOrder === 'Forward';
    const context = ['GetResourceConfigHistory', scope, resourceType, resourceId, laterTime, earlierTime, oldestFirst];
    const beyond = pagePosition(context, nextToken, wholeNumber);
    const pageSize = limit || defaultPageSize;
    const range = { from: earlierTime, to: laterTime, oldestFirst };
    const found = await inventory(scope).history({ resourceType, resourceId }, range, { beyond, limit: pageSize + 1 });
    const page = cutPage(found, pageSize, context, (last) => last.stateId);
    return { configurationItems: page.entries.map(configurationItem), nextToken: page.nextToken };
  };

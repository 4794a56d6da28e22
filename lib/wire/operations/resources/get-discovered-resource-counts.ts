import type {
  GetDiscoveredResourceCountsRequest,
  GetDiscoveredResourceCountsResponse,
  ResourceType,
} from '@aws-sdk/client-config-service';
import type { Operation, WirePorts } from '../../operation';
import { cutPage, pagePosition, wholeNumber } from '../../shapes/page-token';

const defaultPageSize = 100;

/**
 * How many resources there are of each type, the most numerous first; the total is that of all pages. There are none while the recorder
 * is off or missing ("If the configuration recorder is turned off, AWS Config returns an empty list of ResourceCount objects": the
 * model, of `resourceTypes`).
 */
export const getDiscoveredResourceCounts =
  ({
    inventory,
  }: Pick<WirePorts, 'inventory'>): Operation<
    GetDiscoveredResourceCountsRequest,
    GetDiscoveredResourceCountsResponse
  > =>
  async ({ resourceTypes = [], limit, nextToken }, scope) => {
    const context = ['GetDiscoveredResourceCounts', scope, resourceTypes];
    const start = Number(pagePosition(context, nextToken, wholeNumber) ?? 0);
    const kept = inventory(scope);
    const recording = (await kept.recorder())?.recording ?? false;
    const counts = recording ? await kept.countDiscovered(resourceTypes) : [];
    const pageSize = limit || defaultPageSize;
    const page = cutPage(counts.slice(start), pageSize, context, () => String(start + pageSize));
    return {
      totalDiscoveredResources: counts.reduce((total, { count }) => total + count, 0),
      resourceCounts: page.entries.map(({ resourceType, count }) => ({
        resourceType: resourceType as ResourceType,
        count,
      })),
      nextToken: page.nextToken,
    };
  };

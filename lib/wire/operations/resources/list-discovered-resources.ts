import type {
  ListDiscoveredResourcesRequest,
  ListDiscoveredResourcesResponse,
  ResourceType,
} from '@aws-sdk/client-config-service';
import { requireRecorder } from '../../../inventory/recorder/recorder-errors';
import { WireError } from '../../errors';
import type { Operation, WirePorts } from '../../operation';
import { cutPage, pagePosition } from '../../shapes/page-token';

const defaultPageSize = 100;
const mostIds = 20;

/** The resources of one type, narrowed by ids or by a name; deleted ones if wanted, with the time of their deletion. */
export const listDiscoveredResources =
  ({
    inventory,
  }: Pick<WirePorts, 'inventory'>): Operation<ListDiscoveredResourcesRequest, ListDiscoveredResourcesResponse> =>
  async ({ resourceType, resourceIds, resourceName, limit, includeDeletedResources, nextToken }, scope) => {
    if (resourceIds?.length && resourceName) {
      const message = 'Both Resource ID and Resource Name cannot be specified in the request';
      throw new WireError('ValidationException', message);
    }
    if (resourceIds && resourceIds.length > mostIds) {
      const message = `The specified list had more than ${mostIds} resource ID's. It must have '${mostIds}' or less items`;
      throw new WireError('ValidationException', message);
    }
    const deletedToo = includeDeletedResources ?? false;
    const ids = resourceIds?.length ? resourceIds : undefined;
    const context = ['ListDiscoveredResources', scope, resourceType, ids, resourceName, deletedToo];
    const after = pagePosition(context, nextToken);
    const kept = inventory(scope);
    requireRecorder(await kept.recorder(), 'read');
    const pageSize = limit || defaultPageSize;
    const wanted = { resourceType, resourceIds: ids, resourceName, deletedToo };
    const found = await kept.listDiscovered(wanted, { after, limit: pageSize + 1 });
    const page = cutPage(found, pageSize, context, (last) => last.resourceId);
    return {
      resourceIdentifiers: page.entries.map((resource) => ({
        resourceType: resource.resourceType as ResourceType,
        resourceId: resource.resourceId,
        resourceName: resource.resourceName,
        resourceDeletionTime: resource.deletedAt,
      })),
      nextToken: page.nextToken,
    };
  };

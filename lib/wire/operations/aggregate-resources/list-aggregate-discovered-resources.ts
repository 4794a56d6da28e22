import type {
  ListAggregateDiscoveredResourcesRequest,
  ListAggregateDiscoveredResourcesResponse,
} from '@aws-sdk/client-config-service';
import { parseIdentity, printIdentity } from '../../../items/identity';
import { aggregatorNamed, seenBy } from '../../lookups/aggregator-lookup';
import type { Operation, WirePorts } from '../../operation';
import { aggregateIdentifier } from '../../shapes/aggregate-identifier';
import { cutPage, pagePosition } from '../../shapes/page-token';

const defaultPageSize = 100;

/** The resources of one type that an aggregator sees, narrowed by account, Region, id or name. */
export const listAggregateDiscoveredResources =
  (
    ports: Pick<WirePorts, 'aggregators' | 'authorizations' | 'aggregate'>,
  ): Operation<ListAggregateDiscoveredResourcesRequest, ListAggregateDiscoveredResourcesResponse> =>
  async ({ ConfigurationAggregatorName: name, ResourceType, Filters = {}, Limit, NextToken }, scope) => {
    const context = ['ListAggregateDiscoveredResources', scope, name, ResourceType, Filters];
    const position = pagePosition(context, NextToken);
    const seen = await seenBy(ports, scope, await aggregatorNamed(ports, scope, name));
    const view = ports
      .aggregate(seen)
      .narrowed({ accountId: Filters.AccountId, region: Filters.Region, resourceType: ResourceType });
    const pageSize = Limit || defaultPageSize;
    const found = await view.list(
      { resourceType: ResourceType, resourceId: Filters.ResourceId, resourceName: Filters.ResourceName },
      { after: position === undefined ? undefined : parseIdentity(position), limit: pageSize + 1 },
    );
    const page = cutPage(found, pageSize, context, printIdentity);
    return { ResourceIdentifiers: page.entries.map(aggregateIdentifier), NextToken: page.nextToken };
  };

import type {
  GetAggregateDiscoveredResourceCountsRequest,
  GetAggregateDiscoveredResourceCountsResponse,
} from '@aws-sdk/client-config-service';
import { aggregatorNamed, seenBy } from '../../lookups/aggregator-lookup';
import type { Operation, WirePorts } from '../../operation';
import { cutPage, pagePosition, wholeNumber } from '../../shapes/page-token';

const defaultPageSize = 1000;

/** How many resources an aggregator sees, and, where a key is given, how many of each type, account or Region, the most numerous first. */
export const getAggregateDiscoveredResourceCounts =
  (
    ports: Pick<WirePorts, 'aggregators' | 'authorizations' | 'aggregate'>,
  ): Operation<GetAggregateDiscoveredResourceCountsRequest, GetAggregateDiscoveredResourceCountsResponse> =>
  async ({ ConfigurationAggregatorName: name, Filters = {}, GroupByKey, Limit, NextToken }, scope) => {
    const context = ['GetAggregateDiscoveredResourceCounts', scope, name, Filters, GroupByKey];
    const offset = Number(pagePosition(context, NextToken, wholeNumber) ?? 0);
    const seen = await seenBy(ports, scope, await aggregatorNamed(ports, scope, name));
    const view = ports.aggregate(seen).narrowed({
      accountId: Filters.AccountId,
      region: Filters.Region,
      resourceType: Filters.ResourceType,
    });
    const pageSize = Limit || defaultPageSize;
    const { total, groups } = await view.count(GroupByKey ?? 'ACCOUNT_ID', {
      offset,
      limit: GroupByKey ? pageSize + 1 : 0,
    });
    const page = cutPage(groups, pageSize, context, () => String(offset + pageSize));
    return {
      TotalDiscoveredResources: total,
      GroupByKey,
      GroupedResourceCounts: GroupByKey
        ? page.entries.map((group) => ({ GroupName: group.name, ResourceCount: group.count }))
        : undefined,
      NextToken: page.nextToken,
    };
  };

import type {
  DescribePendingAggregationRequestsRequest,
  DescribePendingAggregationRequestsResponse,
} from '@aws-sdk/client-config-service';
import type { Operation, WirePorts } from '../../operation';
import { cutPage, pagePosition } from '../../shapes/page-token';
import { printedScope, scopeAfter } from './scope-position';

const defaultPageSize = 20;

/** The accounts and Regions whose aggregators name this account and Region and are not authorized. */
export const describePendingAggregationRequests =
  ({
    authorizations,
  }: Pick<WirePorts, 'authorizations'>): Operation<
    DescribePendingAggregationRequestsRequest,
    DescribePendingAggregationRequestsResponse
  > =>
  async ({ Limit, NextToken }, scope) => {
    const context = ['DescribePendingAggregationRequests', scope];
    const after = scopeAfter(pagePosition(context, NextToken));
    const pageSize = Limit || defaultPageSize;
    const found = await authorizations.pending(scope, { after, limit: pageSize + 1 });
    const page = cutPage(found, pageSize, context, printedScope);
    return {
      PendingAggregationRequests: page.entries.map(({ accountId, region }) => ({
        RequesterAccountId: accountId,
        RequesterAwsRegion: region,
      })),
      NextToken: page.nextToken,
    };
  };

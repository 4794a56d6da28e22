import type {
  DescribeAggregationAuthorizationsRequest,
  DescribeAggregationAuthorizationsResponse,
} from '@aws-sdk/client-config-service';
import type { Operation, WirePorts } from '../../operation';
import { aggregationAuthorization } from '../../shapes/aggregator';
import { cutPage, pagePosition } from '../../shapes/page-token';
import { printedScope, scopeAfter } from './scope-position';

const defaultPageSize = 100;

/** Whose aggregators may collect from this account and Region. */
export const describeAggregationAuthorizations =
  ({
    authorizations,
  }: Pick<WirePorts, 'authorizations'>): Operation<
    DescribeAggregationAuthorizationsRequest,
    DescribeAggregationAuthorizationsResponse
  > =>
  async ({ Limit, NextToken }, scope) => {
    const context = ['DescribeAggregationAuthorizations', scope];
    const after = scopeAfter(pagePosition(context, NextToken));
    const pageSize = Limit || defaultPageSize;
    const found = await authorizations.list(scope, { after, limit: pageSize + 1 });
    const page = cutPage(found, pageSize, context, ({ authorized }) => printedScope(authorized));
    return {
      AggregationAuthorizations: page.entries.map((each) => aggregationAuthorization(scope, each)),
      NextToken: page.nextToken,
    };
  };

import type {
  DescribeConfigurationAggregatorsRequest,
  DescribeConfigurationAggregatorsResponse,
} from '@aws-sdk/client-config-service';
import { noSuchAggregator } from '../../lookups/aggregator-lookup';
import type { Operation, WirePorts } from '../../operation';
import { configurationAggregator } from '../../shapes/aggregator';
import { cutPage, pagePosition } from '../../shapes/page-token';

const defaultPageSize = 100;

/** Aggregators by name, all or those that are named. */
export const describeConfigurationAggregators =
  ({
    aggregators,
  }: Pick<WirePorts, 'aggregators'>): Operation<
    DescribeConfigurationAggregatorsRequest,
    DescribeConfigurationAggregatorsResponse
  > =>
  async ({ ConfigurationAggregatorNames = [], NextToken, Limit }, scope) => {
    const names = [...new Set(ConfigurationAggregatorNames)];
    const context = ['DescribeConfigurationAggregators', scope, names];
    const after = pagePosition(context, NextToken);
    if (names.length > 0) {
      const present = await aggregators.list(scope, { names, limit: names.length });
      if (present.length < names.length) throw noSuchAggregator(names.length);
    }
    const pageSize = Limit || defaultPageSize;
    const wanted = { names: names.length > 0 ? names : undefined, after, limit: pageSize + 1 };
    const page = cutPage(await aggregators.list(scope, wanted), pageSize, context, (last) => last.name);
    return {
      ConfigurationAggregators: page.entries.map((aggregator) => configurationAggregator(scope, aggregator)),
      NextToken: page.nextToken,
    };
  };

import type {
  SelectAggregateResourceConfigRequest,
  SelectAggregateResourceConfigResponse,
} from '@aws-sdk/client-config-service';
import { aggregatorNamed, seenBy } from '../../lookups/aggregator-lookup';
import type { Operation, WirePorts } from '../../operation';
import { pagePosition, pageToken, wholeNumber } from '../../shapes/page-token';

/** Asks the current items that an aggregator sees in AWS's query language; each result is a JSON text. */
export const selectAggregateResourceConfig =
  (
    ports: Pick<WirePorts, 'aggregators' | 'authorizations' | 'select'>,
  ): Operation<SelectAggregateResourceConfigRequest, SelectAggregateResourceConfigResponse> =>
  async ({ Expression, ConfigurationAggregatorName: name, Limit, MaxResults, NextToken }, scope) => {
    const context = ['SelectAggregateResourceConfig', scope, name, Expression];
    const offset = Number(pagePosition(context, NextToken, wholeNumber) ?? 0);
    const seen = await seenBy(ports, scope, await aggregatorNamed(ports, scope, name));
    const { results, fields, nextOffset } = await ports.select(seen, Expression, {
      offset,
      limit: MaxResults || Limit,
    });
    return {
      Results: results,
      QueryInfo: { SelectFields: fields.map((Name) => ({ Name })) },
      NextToken: nextOffset === undefined ? undefined : pageToken(context, String(nextOffset)),
    };
  };

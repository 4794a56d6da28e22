import type {
  BatchGetAggregateResourceConfigRequest,
  BatchGetAggregateResourceConfigResponse,
} from '@aws-sdk/client-config-service';
import { aggregatorNamed, seenBy } from '../../lookups/aggregator-lookup';
import type { Operation, WirePorts } from '../../operation';
import { identityOf, isNamed } from '../../shapes/aggregate-identifier';
import { baseConfigurationItem } from '../../shapes/configuration-item';

/**
 * The current items of up to 100 resources that an aggregator sees, without tags and relationships. What it does not see, or is deleted, comes
 * back as unprocessed, as moto has it of AWS.
 */
export const batchGetAggregateResourceConfig =
  (
    ports: Pick<WirePorts, 'aggregators' | 'authorizations' | 'aggregate'>,
  ): Operation<BatchGetAggregateResourceConfigRequest, BatchGetAggregateResourceConfigResponse> =>
  async ({ ConfigurationAggregatorName: name, ResourceIdentifiers }, scope) => {
    const seen = await seenBy(ports, scope, await aggregatorNamed(ports, scope, name));
    const found = await ports.aggregate(seen).current(ResourceIdentifiers.map(identityOf));
    const matching = ResourceIdentifiers.map((wanted, index) => {
      const item = found[index];
      return { wanted, item: item && isNamed(item, wanted) ? item : undefined };
    });
    return {
      BaseConfigurationItems: matching.flatMap(({ item }) => (item ? [baseConfigurationItem(item)] : [])),
      UnprocessedResourceIdentifiers: matching.flatMap(({ wanted, item }) => (item ? [] : [wanted])),
    };
  };

import type {
  GetAggregateResourceConfigRequest,
  GetAggregateResourceConfigResponse,
} from '@aws-sdk/client-config-service';
import { notDiscovered } from '../../../inventory/search/discovered';
import { aggregatorNamed, seenBy } from '../../lookups/aggregator-lookup';
import type { Operation, WirePorts } from '../../operation';
import { identityOf, isNamed } from '../../shapes/aggregate-identifier';
import { configurationItem } from '../../shapes/configuration-item';

/** The current item of a resource that an aggregator sees; a deleted one, and one that it does not see, is not discovered. */
export const getAggregateResourceConfig =
  (
    ports: Pick<WirePorts, 'aggregators' | 'authorizations' | 'aggregate'>,
  ): Operation<GetAggregateResourceConfigRequest, GetAggregateResourceConfigResponse> =>
  async ({ ConfigurationAggregatorName: name, ResourceIdentifier }, scope) => {
    const seen = await seenBy(ports, scope, await aggregatorNamed(ports, scope, name));
    const identity = identityOf(ResourceIdentifier);
    const [found] = await ports.aggregate(seen).current([identity]);
    if (!found || !isNamed(found, ResourceIdentifier)) throw notDiscovered(identity);
    return { ConfigurationItem: configurationItem(found) };
  };

import type { DeleteConfigurationAggregatorRequest } from '@aws-sdk/client-config-service';
import { aggregatorNamed } from '../../lookups/aggregator-lookup';
import type { Operation, WirePorts } from '../../operation';
import { aggregatorArn } from '../../shapes/aggregator';

/** Deletes an aggregator with its tags, and with it what it requested. */
export const deleteConfigurationAggregator =
  ({
    aggregators,
    tags,
  }: Pick<WirePorts, 'aggregators' | 'tags'>): Operation<DeleteConfigurationAggregatorRequest, void> =>
  async ({ ConfigurationAggregatorName: name }, scope) => {
    const found = await aggregatorNamed({ aggregators }, scope, name);
    await aggregators.delete(scope, name);
    await tags.remove(scope, aggregatorArn(scope, found));
  };

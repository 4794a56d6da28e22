import { PutConfigurationAggregatorCommand } from '@aws-sdk/client-config-service';
import type { Account } from '../account';

/** The name of the aggregator that `putAggregator` makes. */
export const all = { ConfigurationAggregatorName: 'all' };

/** Makes the aggregator `all` of its own account and the given others, of all Regions. */
export function putAggregator({ client, id }: Account, accountIds: string[] = [], more: object = {}) {
  const AccountAggregationSources = [{ AccountIds: [id, ...accountIds], AllAwsRegions: true }];
  return client.send(new PutConfigurationAggregatorCommand({ ...all, AccountAggregationSources, ...more }));
}

import type { RetentionConfiguration } from '@aws-sdk/client-config-service';
import type { Scope } from '../../items/scope';
import { WireError } from '../errors';
import type { RetentionPort } from '../operation';

/** There is one for each account and region, and AWS names it so. */
const retentionName = 'default';

export const retentionConfiguration = (days: number): RetentionConfiguration => ({
  Name: retentionName,
  RetentionPeriodInDays: days,
});

/**
 * The retention configurations of these names, or all.
 *
 * @throws WireError `NoSuchRetentionConfigurationException`.
 */
export async function retentionsNamed(
  retention: RetentionPort,
  scope: Scope,
  names: readonly string[],
): Promise<RetentionConfiguration[]> {
  const days = await retention.find(scope);
  const missing = names.find((name) => name !== retentionName || days === undefined);
  if (missing !== undefined) {
    const message = `Cannot find retention configuration with the specified name '${missing}'.`;
    throw new WireError('NoSuchRetentionConfigurationException', message);
  }
  return days === undefined ? [] : [retentionConfiguration(days)];
}

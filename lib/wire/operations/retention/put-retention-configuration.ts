import type {
  PutRetentionConfigurationRequest,
  PutRetentionConfigurationResponse,
} from '@aws-sdk/client-config-service';
import { retentionConfiguration } from '../../lookups/retention-lookup';
import type { Operation, WirePorts } from '../../operation';

/** Sets for how many days configuration items are kept; older ones are deleted from then on. */
export const putRetentionConfiguration =
  ({
    retention,
  }: Pick<WirePorts, 'retention'>): Operation<PutRetentionConfigurationRequest, PutRetentionConfigurationResponse> =>
  async ({ RetentionPeriodInDays }, scope) => {
    await retention.put(scope, RetentionPeriodInDays);
    return { RetentionConfiguration: retentionConfiguration(RetentionPeriodInDays) };
  };

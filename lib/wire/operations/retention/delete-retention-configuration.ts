import type { DeleteRetentionConfigurationRequest } from '@aws-sdk/client-config-service';
import { retentionsNamed } from '../../lookups/retention-lookup';
import type { Operation, WirePorts } from '../../operation';

/** Deletes the retention configuration: items are kept for AWS's own 2,557 days again. */
export const deleteRetentionConfiguration =
  ({ retention }: Pick<WirePorts, 'retention'>): Operation<DeleteRetentionConfigurationRequest, void> =>
  async ({ RetentionConfigurationName }, scope) => {
    await retentionsNamed(retention, scope, [RetentionConfigurationName]);
    await retention.delete(scope);
  };

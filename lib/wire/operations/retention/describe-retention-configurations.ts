import type {
  DescribeRetentionConfigurationsRequest,
  DescribeRetentionConfigurationsResponse,
} from '@aws-sdk/client-config-service';
import { retentionsNamed } from '../../lookups/retention-lookup';
import type { Operation, WirePorts } from '../../operation';
import { pagePosition } from '../../shapes/page-token';

/** The retention configuration, where one was put: one at most, so there is never a second page. */
export const describeRetentionConfigurations =
  ({
    retention,
  }: Pick<WirePorts, 'retention'>): Operation<
    DescribeRetentionConfigurationsRequest,
    DescribeRetentionConfigurationsResponse
  > =>
  async ({ RetentionConfigurationNames = [], NextToken }, scope) => {
    pagePosition(['DescribeRetentionConfigurations', scope], NextToken);
    return { RetentionConfigurations: await retentionsNamed(retention, scope, RetentionConfigurationNames) };
  };

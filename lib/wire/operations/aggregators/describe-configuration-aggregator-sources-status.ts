import type {
  AggregatedSourceStatus,
  DescribeConfigurationAggregatorSourcesStatusRequest,
  DescribeConfigurationAggregatorSourcesStatusResponse,
} from '@aws-sdk/client-config-service';
import { type AggregatorSource, aggregatorNamed, sourcesOf } from '../../lookups/aggregator-lookup';
import type { Operation, WirePorts } from '../../operation';
import { cutPage, pagePosition, wholeNumber } from '../../shapes/page-token';

const defaultPageSize = 100;

/**
 * For each source whether the aggregator is authorized: "the status includes information about the last time AWS Config verified authorization
 * between the source account and an aggregator account" (the model). That is now, since nothing is copied: what is recorded is asked
 * for where it is, and never outdated. The code and sentence of a failure are ours, as none is published.
 */
export const describeConfigurationAggregatorSourcesStatus =
  (
    ports: Pick<WirePorts, 'aggregators' | 'authorizations' | 'clock'>,
  ): Operation<
    DescribeConfigurationAggregatorSourcesStatusRequest,
    DescribeConfigurationAggregatorSourcesStatusResponse
  > =>
  async ({ ConfigurationAggregatorName: name, UpdateStatus, NextToken, Limit }, scope) => {
    const context = ['DescribeConfigurationAggregatorSourcesStatus', scope, name, UpdateStatus];
    const start = Number(pagePosition(context, NextToken, wholeNumber) ?? 0);
    const sources = await sourcesOf(ports, scope, await aggregatorNamed(ports, scope, name));
    const wanted = sources.filter((source) => UpdateStatus?.includes(updateStatus(source)) ?? true);
    const pageSize = Limit || defaultPageSize;
    const page = cutPage(wanted.slice(start), pageSize, context, () => String(start + pageSize));
    const now = ports.clock();
    return {
      AggregatedSourceStatusList: page.entries.map((source) => sourceStatus(source, now)),
      NextToken: page.nextToken,
    };
  };

function updateStatus({ authorized }: AggregatorSource): 'SUCCEEDED' | 'FAILED' {
  return authorized ? 'SUCCEEDED' : 'FAILED';
}

function sourceStatus(source: AggregatorSource, now: Date): AggregatedSourceStatus {
  const { accountId, region, authorized } = source;
  return {
    SourceId: accountId,
    SourceType: 'ACCOUNT',
    AwsRegion: region,
    LastUpdateStatus: updateStatus(source),
    LastUpdateTime: now,
    LastErrorCode: authorized ? undefined : 'NotAuthorized',
    LastErrorMessage: authorized
      ? undefined
      : `The account ${accountId} has not authorized this aggregator${region ? ` in ${region}` : ''}. Use PutAggregationAuthorization there.`,
  };
}

import type {
  AggregationAuthorization as AuthorizationShape,
  ConfigurationAggregator,
} from '@aws-sdk/client-config-service';
import type { Scope } from '../../items/scope';
import type { Aggregator } from '../stores/aggregator-store';
import type { AggregationAuthorization } from '../stores/authorization-store';

/** An aggregator as AWS's answers have it. */
export function configurationAggregator(scope: Scope, aggregator: Aggregator): ConfigurationAggregator {
  const { name, accountIds, regions, filters, createdAt, updatedAt } = aggregator;
  return {
    ConfigurationAggregatorName: name,
    ConfigurationAggregatorArn: aggregatorArn(scope, aggregator),
    AccountAggregationSources: [
      {
        AccountIds: accountIds,
        AllAwsRegions: regions.length === 0,
        AwsRegions: regions.length > 0 ? regions : undefined,
      },
    ],
    CreationTime: createdAt,
    LastUpdatedTime: updatedAt,
    AggregatorFilters: filters,
  };
}

/** `arn:aws:config:<region>:<account>:config-aggregator/<id>`, the form that the model's pattern for it asks for. */
export function aggregatorArn({ accountId, region }: Scope, { id }: Pick<Aggregator, 'id'>): string {
  return `arn:aws:config:${region}:${accountId}:config-aggregator/${id}`;
}

/** An authorization as AWS's answers have it. */
export function aggregationAuthorization(
  scope: Scope,
  { authorized, createdAt }: AggregationAuthorization,
): AuthorizationShape {
  return {
    AggregationAuthorizationArn: authorizationArn(scope, authorized),
    AuthorizedAccountId: authorized.accountId,
    AuthorizedAwsRegion: authorized.region,
    CreationTime: createdAt,
  };
}

/** `arn:aws:config:<region>:<account>:aggregation-authorization/<account>/<region>`, as AWS's service authorization reference has it. */
export function authorizationArn({ accountId, region }: Scope, authorized: Scope): string {
  return `arn:aws:config:${region}:${accountId}:aggregation-authorization/${authorized.accountId}/${authorized.region}`;
}

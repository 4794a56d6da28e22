import type {
  PutAggregationAuthorizationRequest,
  PutAggregationAuthorizationResponse,
} from '@aws-sdk/client-config-service';
import type { Operation, WirePorts } from '../../operation';
import { aggregationAuthorization, authorizationArn } from '../../shapes/aggregator';
import { checkedTags } from '../../shapes/tag-list';

/** Lets the aggregators of an account and Region collect from this account and Region. One that is there stays, with its tags. */
export const putAggregationAuthorization =
  ({
    authorizations,
    tags,
    clock,
  }: Pick<WirePorts, 'authorizations' | 'tags' | 'clock'>): Operation<
    PutAggregationAuthorizationRequest,
    PutAggregationAuthorizationResponse
  > =>
  async ({ AuthorizedAccountId, AuthorizedAwsRegion, Tags }, scope) => {
    const added = checkedTags(Tags ?? []);
    const authorized = { accountId: AuthorizedAccountId, region: AuthorizedAwsRegion };
    const present = await authorizations.find(scope, authorized);
    const kept = present ?? { authorized, createdAt: clock() };
    if (!present) {
      await authorizations.add(scope, kept);
      // "Tags are added at creation and cannot be updated with this operation" (the model).
      await tags.add(scope, authorizationArn(scope, authorized), added);
    }
    return { AggregationAuthorization: aggregationAuthorization(scope, kept) };
  };

import type { DeleteAggregationAuthorizationRequest } from '@aws-sdk/client-config-service';
import type { Operation, WirePorts } from '../../operation';
import { authorizationArn } from '../../shapes/aggregator';

/** Takes an authorization back, with its tags; one that is not there is no error, as moto's tests record. */
export const deleteAggregationAuthorization =
  ({
    authorizations,
    tags,
  }: Pick<WirePorts, 'authorizations' | 'tags'>): Operation<DeleteAggregationAuthorizationRequest, void> =>
  async ({ AuthorizedAccountId, AuthorizedAwsRegion }, scope) => {
    const authorized = { accountId: AuthorizedAccountId, region: AuthorizedAwsRegion };
    await authorizations.remove(scope, authorized);
    await tags.remove(scope, authorizationArn(scope, authorized));
  };

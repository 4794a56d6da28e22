import type { DeletePendingAggregationRequestRequest } from '@aws-sdk/client-config-service';
import type { Operation, WirePorts } from '../../operation';

/** Deletes the request of an account and Region until one of its aggregators is put again; one that is not there is no error. */
export const deletePendingAggregationRequest =
  ({ authorizations }: Pick<WirePorts, 'authorizations'>): Operation<DeletePendingAggregationRequestRequest, void> =>
  ({ RequesterAccountId, RequesterAwsRegion }, scope) =>
    authorizations.dismiss(scope, { accountId: RequesterAccountId, region: RequesterAwsRegion });

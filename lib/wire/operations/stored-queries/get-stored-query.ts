import type { GetStoredQueryRequest, GetStoredQueryResponse } from '@aws-sdk/client-config-service';
import { storedQueryArn } from '../../lookups/stored-query-arn';
import type { Operation, WirePorts } from '../../operation';
import { noSuchQuery } from './delete-stored-query';

/** A stored query with its expression. */
export const getStoredQuery =
  ({ storedQueries }: Pick<WirePorts, 'storedQueries'>): Operation<GetStoredQueryRequest, GetStoredQueryResponse> =>
  async ({ QueryName }, scope) => {
    const found = await storedQueries.find(scope, QueryName);
    if (!found) throw noSuchQuery(QueryName);
    return {
      StoredQuery: {
        QueryId: found.id,
        QueryArn: storedQueryArn(scope, found),
        QueryName: found.name,
        Description: found.description,
        Expression: found.expression,
      },
    };
  };

import type { ListStoredQueriesRequest, ListStoredQueriesResponse } from '@aws-sdk/client-config-service';
import { storedQueryArn } from '../../lookups/stored-query-arn';
import type { Operation, WirePorts } from '../../operation';
import { cutPage, pagePosition } from '../../shapes/page-token';

const defaultPageSize = 100;

/** Stored queries by name, without their expressions. */
export const listStoredQueries =
  ({
    storedQueries,
  }: Pick<WirePorts, 'storedQueries'>): Operation<ListStoredQueriesRequest, ListStoredQueriesResponse> =>
  async ({ NextToken, MaxResults }, scope) => {
    const context = ['ListStoredQueries', scope];
    const after = pagePosition(context, NextToken);
    const pageSize = MaxResults || defaultPageSize;
    const found = await storedQueries.list(scope, { after, limit: pageSize + 1 });
    const page = cutPage(found, pageSize, context, (last) => last.name);
    return {
      StoredQueryMetadata: page.entries.map((query) => ({
        QueryId: query.id,
        QueryArn: storedQueryArn(scope, query),
        QueryName: query.name,
        Description: query.description,
      })),
      NextToken: page.nextToken,
    };
  };

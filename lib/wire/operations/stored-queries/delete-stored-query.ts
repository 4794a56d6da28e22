import type { DeleteStoredQueryRequest, DeleteStoredQueryResponse } from '@aws-sdk/client-config-service';
import { WireError } from '../../errors';
import { storedQueryArn } from '../../lookups/stored-query-arn';
import type { Operation, WirePorts } from '../../operation';

/** Deletes a stored query with its tags. */
export const deleteStoredQuery =
  ({
    storedQueries,
    tags,
  }: Pick<WirePorts, 'storedQueries' | 'tags'>): Operation<DeleteStoredQueryRequest, DeleteStoredQueryResponse> =>
  async ({ QueryName }, scope) => {
    const found = await storedQueries.find(scope, QueryName);
    if (!found || !(await storedQueries.delete(scope, QueryName))) throw noSuchQuery(QueryName);
    await tags.remove(scope, storedQueryArn(scope, found));
    return {};
  };

/** In the words of the model's ResourceNotFoundException. */
export function noSuchQuery(name: string): WireError {
  const message = `You have specified a resource that does not exist: there is no stored query '${name}'.`;
  return new WireError('ResourceNotFoundException', message);
}

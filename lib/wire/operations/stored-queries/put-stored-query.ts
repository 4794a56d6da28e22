import { randomUUID } from 'node:crypto';
import type { PutStoredQueryRequest, PutStoredQueryResponse } from '@aws-sdk/client-config-service';
import { WireError } from '../../errors';
import { storedQueryArn } from '../../lookups/stored-query-arn';
import type { Operation, WirePorts } from '../../operation';
import { checkedTags } from '../../shapes/tag-list';

/**
 * Saves a query under a name, or replaces the one of that name; it is not run, and so not checked, as with AWS. "When you are updating a
 * query […] updating the description is optional" (the model): it stays where none is given.
 */
export const putStoredQuery =
  ({
    storedQueries,
    tags,
  }: Pick<WirePorts, 'storedQueries' | 'tags'>): Operation<PutStoredQueryRequest, PutStoredQueryResponse> =>
  async ({ StoredQuery: wanted, Tags }, scope) => {
    if (!wanted.Expression) throw new WireError('ValidationException', 'A stored query must have an Expression.');
    const checked = checkedTags(Tags ?? []);
    const present = await storedQueries.find(scope, wanted.QueryName);
    const kept = await storedQueries.save(scope, {
      name: wanted.QueryName,
      // The model's pattern of the ARN asks for this beginning, and 36 characters at most.
      id: present?.id ?? `query-${randomUUID().replaceAll('-', '').slice(0, 30)}`,
      description: wanted.Description ?? present?.description,
      expression: wanted.Expression,
    });
    const arn = storedQueryArn(scope, kept);
    // AWS takes tags when the query is made, and ignores them afterwards.
    if (!present) await tags.add(scope, arn, checked);
    return { QueryArn: arn };
  };

import type { Scope } from '../../items/scope';
import { WireError } from '../errors';
import type { WirePorts } from '../operation';
import { recorderArn } from './recorder-lookup';
import { storedQueryArn } from './stored-query-arn';

/**
 * Makes sure that an ARN names something that can bear tags here: a recorder or a stored query of this account and region.
 *
 * @throws WireError `ResourceNotFoundException`.
 */
export async function requireTaggable(
  { recorder, storedQueries }: Pick<WirePorts, 'recorder' | 'storedQueries'>,
  scope: Scope,
  arn: string,
): Promise<void> {
  const found = await recorder.find(scope);
  if (found && recorderArn(scope, found) === arn) return;
  const queryName = /:stored-query\/([^/]+)\//.exec(arn)?.[1];
  const query = queryName ? await storedQueries.find(scope, queryName) : undefined;
  if (query && storedQueryArn(scope, query) === arn) return;
  throw new WireError('ResourceNotFoundException', `ResourceArn '${arn}' does not exist`);
}

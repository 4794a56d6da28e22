import type { Scope } from '../../items/scope';
import { WireError } from '../errors';
import type { WirePorts } from '../operation';
import { aggregatorArn, authorizationArn } from '../shapes/aggregator';
import { recorderArn } from './recorder-lookup';
import { storedQueryArn } from './stored-query-arn';

/** What may be asked for things that bear tags. */
export type TaggablePorts = Pick<WirePorts, 'recorder' | 'storedQueries' | 'aggregators' | 'authorizations'>;

/**
 * Makes sure that an ARN names something that can bear tags here: a recorder, a stored query, an aggregator or an authorization of this
 * account and region.
 *
 * @throws WireError `ResourceNotFoundException`.
 */
export async function requireTaggable(ports: TaggablePorts, scope: Scope, arn: string): Promise<void> {
  const [, kind = '', path = ''] = /^arn:aws:config:[^:]*:[^:]*:([a-z-]+)\/(.*)$/s.exec(arn) ?? [];
  const present = await arnOf.get(kind)?.(ports, scope, path);
  if (present === arn) return;
  throw new WireError('ResourceNotFoundException', `ResourceArn '${arn}' does not exist`);
}

type ArnFinder = (ports: TaggablePorts, scope: Scope, path: string) => Promise<string | undefined>;

/** For each kind of ARN, that of what is there under what follows the kind. */
const arnOf: ReadonlyMap<string, ArnFinder> = new Map<string, ArnFinder>([
  [
    'configuration-recorder',
    async ({ recorder }, scope) => {
      const found = await recorder.find(scope);
      return found && recorderArn(scope, found);
    },
  ],
  [
    'stored-query',
    async ({ storedQueries }, scope, path) => {
      const found = await storedQueries.find(scope, path.split('/')[0] ?? '');
      return found && storedQueryArn(scope, found);
    },
  ],
  [
    'config-aggregator',
    async ({ aggregators }, scope, id) => {
      const found = await aggregators.find(scope, { id });
      return found && aggregatorArn(scope, found);
    },
  ],
  [
    'aggregation-authorization',
    async ({ authorizations }, scope, path) => {
      const [accountId = '', region = ''] = path.split('/');
      const found = await authorizations.find(scope, { accountId, region });
      return found && authorizationArn(scope, found.authorized);
    },
  ],
]);

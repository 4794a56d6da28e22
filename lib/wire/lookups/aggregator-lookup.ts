import type { Scope, ScopeSelection } from '../../items/scope';
import { WireError } from '../errors';
import type { WirePorts } from '../operation';
import type { Aggregator } from '../stores/aggregator-store';

type AggregatorPorts = Pick<WirePorts, 'aggregators' | 'authorizations'>;

/**
 * The aggregator of that name.
 *
 * @throws WireError `NoSuchConfigurationAggregatorException`, in AWS's words as moto has them.
 */
export async function aggregatorNamed(
  { aggregators }: Pick<WirePorts, 'aggregators'>,
  scope: Scope,
  name: string,
): Promise<Aggregator> {
  const found = await aggregators.find(scope, { name });
  if (found) return found;
  throw noSuchAggregator(1);
}

/** @param asked for how many the request asks by name. */
export function noSuchAggregator(asked: number): WireError {
  const message =
    asked === 1
      ? 'The configuration aggregator does not exist. Check the configuration aggregator name and try again.'
      : 'At least one of the configuration aggregators does not exist. Check the configuration aggregator names and try again.';
  return new WireError('NoSuchConfigurationAggregatorException', message);
}

/** An account and Region that an aggregator names. No Region: of all Regions of the account none is known to it. */
export interface AggregatorSource {
  accountId: string;
  region?: string;
  authorized: boolean;
}

/**
 * The sources of an aggregator in order of account and Region. Its own account is always authorized; another one is where it authorized
 * the account and Region of the aggregator, Region by Region. Of all Regions of another account only those are told that it
 * authorized: that more are recorded is nobody's business.
 */
export async function sourcesOf(
  { aggregators, authorizations }: AggregatorPorts,
  own: Scope,
  { accountIds, regions }: Pick<Aggregator, 'accountIds' | 'regions'>,
): Promise<AggregatorSource[]> {
  const authorizing = new Map<string, string[]>();
  for (const { accountId, region } of await authorizations.authorizing(own, accountIds)) {
    const known = authorizing.get(accountId);
    if (known) known.push(region);
    else authorizing.set(accountId, [region]);
  }
  const held = accountIds.includes(own.accountId) ? await aggregators.heldRegions(own.accountId) : [];
  return [...accountIds].sort().flatMap((accountId): AggregatorSource[] => {
    const isOwn = accountId === own.accountId;
    const open = isOwn ? held : (authorizing.get(accountId) ?? []);
    const isOpen = new Set(open);
    const named = regions.length > 0 ? [...regions].sort() : open;
    if (named.length === 0) return [{ accountId, authorized: isOwn }];
    return named.map((region) => ({ accountId, region, authorized: isOwn || isOpen.has(region) }));
  });
}

/**
 * What an aggregator sees: what its sources let it, and of that the types of its filter. A filter by service principal is one of
 * service-linked recorders, and there are none.
 */
export async function seenBy(ports: AggregatorPorts, own: Scope, aggregator: Aggregator): Promise<ScopeSelection> {
  const { ResourceType, ServicePrincipal } = aggregator.filters ?? {};
  const sources = ServicePrincipal ? [] : await sourcesOf(ports, own, aggregator);
  const scopes = sources.flatMap(({ accountId, region, authorized }) =>
    authorized && region !== undefined ? [{ accountId, region }] : [],
  );
  return { scopes, resourceTypes: ResourceType?.Value };
}

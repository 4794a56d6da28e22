import type { Scope } from '../items/scope';

/** As many as an installation is likely to use; one that is dropped is made again when it is asked for. */
const MOST = 200;

/**
 * Services for any account and region, made when first asked for and kept while they are in use. `home` is the one that the server itself
 * looks after, and is always there.
 */
export function keepByScope<Services>(
  home: { scope: Scope; services: Services },
  make: (scope: Scope) => Services,
): (scope: Scope) => Services {
  const kept = new Map<string, Services>();
  const homeName = nameOf(home.scope);
  return (scope) => {
    const name = nameOf(scope);
    if (name === homeName) return home.services;
    const services = kept.get(name) ?? make(scope);
    // The one asked for longest ago stands first.
    kept.delete(name);
    kept.set(name, services);
    const [oldest] = kept.keys();
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    return services;
  };
}

const nameOf = ({ accountId, region }: Scope) => `${accountId}/${region}`;

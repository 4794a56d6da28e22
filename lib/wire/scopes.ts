import { LRUCache } from 'lru-cache';
import type { Scope } from '../items/scope';

/** As many as an installation is likely to use; one that is dropped is made again when it is asked for. */
const mostScopes = 200;

/**
 * An engine for any account and region, made when first asked for and kept while it is in use. `home` is the one that the server itself
 * looks after, and is always there.
 */
export function keepByScope<Engine extends object>(
  home: { scope: Scope; engine: Engine },
  make: (scope: Scope) => Engine,
): (scope: Scope) => Engine {
  const kept = new LRUCache<string, Engine, Scope>({
    max: mostScopes,
    memoMethod: (_name, _stale, { context: scope }) => make(scope),
  });
  const homeName = nameOf(home.scope);
  return (scope) => {
    const name = nameOf(scope);
    if (name === homeName) return home.engine;
    return kept.memo(name, { context: scope });
  };
}

const nameOf = ({ accountId, region }: Scope) => `${accountId}/${region}`;

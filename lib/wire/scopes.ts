import type { Scope } from '../items/scope';

/** As many as an installation is likely to use; one that is dropped is made again when it is asked for. */
const MOST = 200;

/**
 * An engine for any account and region, made when first asked for and kept while it is in use. `home` is the one that the server itself
 * looks after, and is always there.
 */
export function keepByScope<Engine>(
  home: { scope: Scope; engine: Engine },
  make: (scope: Scope) => Engine,
): (scope: Scope) => Engine {
  const kept = new Map<string, Engine>();
  const homeName = nameOf(home.scope);
  return (scope) => {
    const name = nameOf(scope);
    if (name === homeName) return home.engine;
    const engine = kept.get(name) ?? make(scope);
    // The one asked for longest ago stands first.
    kept.delete(name);
    kept.set(name, engine);
    const [oldest] = kept.keys();
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    return engine;
  };
}

const nameOf = ({ accountId, region }: Scope) => `${accountId}/${region}`;

import { DomainError } from '../errors';

/** What there is of each Region that this server records; the first one is its home. */
export interface Regions<Engine> {
  readonly home: Engine;
  readonly all: readonly Engine[];
  /**
   * The engine of a Region, of the home where none is named.
   *
   * @throws DomainError `UnknownRegion` for one that is not recorded here.
   */
  of(region?: string): Engine;
  /** The engine of a Region, if it is recorded here. */
  find(region: string): Engine | undefined;
}

/**
 * Makes the engine of each Region.
 *
 * @param names the home first.
 */
export function createRegions<Engine>(
  names: readonly [string, ...string[]],
  make: (region: string) => Engine,
): Regions<Engine> {
  const [homeName, ...others] = names;
  const home = make(homeName);
  const engines = new Map([[homeName, home], ...others.map((name) => [name, make(name)] as const)]);
  return {
    home,
    all: [...engines.values()],
    find: (region) => engines.get(region),
    of(region = homeName) {
      const found = engines.get(region);
      if (found) return found;
      const known = [...engines.keys()].join(', ');
      const message = `The Region ${JSON.stringify(region)} is not recorded here; these are: ${known}. SNAPSCOPE_AWS_REGIONS names them.`;
      throw new DomainError('invalid', 'UnknownRegion', message);
    },
  };
}

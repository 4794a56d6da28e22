import { DomainError } from '../errors';

/** What there is of each Region that this server records; the first one is its home. */
export interface Regions<Services> {
  readonly home: Services;
  readonly all: readonly Services[];
  /** The services of a Region, of the home where none is named. Fails with `UnknownRegion` for one that is not recorded here. */
  of(region?: string): Services;
  /** The services of a Region, if it is recorded here. */
  find(region: string): Services | undefined;
}

/**
 * Makes the services of each Region.
 *
 * @param names the home first.
 */
export function createRegions<Services>(
  names: readonly [string, ...string[]],
  make: (region: string) => Services,
): Regions<Services> {
  const [homeName, ...others] = names;
  const home = make(homeName);
  const services = new Map([[homeName, home], ...others.map((name) => [name, make(name)] as const)]);
  return {
    home,
    all: [...services.values()],
    find: (region) => services.get(region),
    of(region = homeName) {
      const found = services.get(region);
      if (found) return found;
      const known = [...services.keys()].join(', ');
      const message = `The Region ${JSON.stringify(region)} is not recorded here; these are: ${known}. SNAPSCOPE_AWS_REGIONS names them.`;
      throw new DomainError('invalid', 'UnknownRegion', message);
    },
  };
}

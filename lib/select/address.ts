import type { Bound } from './language/expression';

const byte = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const group = '[0-9a-fA-F]{1,4}';
const version4 = `(?:${byte}\\.){3}${byte}(?:/(?:3[0-2]|[12]?[0-9]))?`;
/** In full, and with `::` after none to all of its groups. */
const version6 = [
  `(?:${group}:){7}${group}`,
  `(?:${group}:){1,7}:`,
  ...[1, 2, 3, 4, 5, 6].map((after) => `(?:${group}:){1,${7 - after}}(?::${group}){1,${after}}`),
  `:(?::${group}){1,7}`,
  '::',
].join('|');

/** An IP address, or a block in CIDR notation, of either version: in what JavaScript, PostgreSQL and DuckDB all read as a pattern. */
export const addressPattern = `^(?:${version4}|(?:${version6})(?:/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9]))?)$`;
const address = new RegExp(addressPattern);

/** A comparison with what lies from the first address of `first` to the last one of `last`; either may be a block. */
export interface AddressTest {
  operator: Bound[0];
  first: string;
  last: string;
}

/**
 * What a comparison (BETWEEN has two bounds) means for values that are addresses, where its own are some; undefined where they are not.
 *
 * "CIDR notation is converted to IP ranges for search. This means that = and BETWEEN search for any range that includes the provided IP"
 * (AWS Config Developer Guide, "CIDR notation/IP range"): a block fulfils `=` and BETWEEN where it includes all that was provided, `<` where
 * it has an address before that, and `>` where it has one after; the guide's examples put these together to find one block alone. A single
 * address fulfils `=` where it lies in what was provided.
 */
export function addressTest([low, high]: readonly [Bound, Bound?]): AddressTest | undefined {
  const first = low[1];
  const last = high ? high[1] : first;
  if (typeof first !== 'string' || typeof last !== 'string') return undefined;
  if (!address.test(first) || !address.test(last) || first.includes(':') !== last.includes(':')) return undefined;
  return { operator: high ? '=' : low[0], first, last };
}

/**
 * The test as SQL over values that the dialect has of addresses: the first and the last one of the stored value, and of what was provided.
 *
 * @param isBlock SQL that is true where the stored value is in CIDR notation.
 */
export function addressComparison(
  operator: AddressTest['operator'],
  isBlock: string,
  stored: { first: string; last: string },
  provided: { first: string; last: string },
): string {
  switch (operator) {
    case '=': {
      const includes = `${stored.first} <= ${provided.first} AND ${provided.last} <= ${stored.last}`;
      const within = `${provided.first} <= ${stored.first} AND ${stored.last} <= ${provided.last}`;
      return `CASE WHEN ${isBlock} THEN ${includes} ELSE ${within} END`;
    }
    case '<':
      return `${stored.first} < ${provided.first}`;
    case '<=':
      return `${stored.first} <= ${provided.last}`;
    case '>':
      return `${stored.last} > ${provided.last}`;
    case '>=':
      return `${stored.last} >= ${provided.first}`;
  }
}

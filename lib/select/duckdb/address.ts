import { type AddressTest, addressComparison, addressPattern } from '../address';
import { sqlString } from './quote';

/**
 * Macros that addresses are compared with: DuckDB's own type for them is in an extension. An address becomes its hexadecimal digits, in
 * full, so that those of one version compare as texts; `ip_first` and `ip_last` are the ends of a block, or the address itself.
 */
export const addressMacros: readonly string[] = [
  `CREATE MACRO ip_groups(part) AS list_transform(list_filter(string_split(part, ':'), lambda g: g <> ''), lambda g: lpad(lower(g), 4, '0'))`,
  `CREATE MACRO ip_digits(address) AS CASE WHEN contains(address, ':') THEN array_to_string(list_concat(
      ip_groups(split_part(address, '::', 1)),
      list_transform(range(8 - len(ip_groups(address))), lambda n: '0000'),
      ip_groups(split_part(address, '::', 2))), '')
    ELSE array_to_string(list_transform(string_split(address, '.'), lambda n: format('{:02x}', TRY_CAST(n AS INTEGER))), '') END`,
  `CREATE MACRO ip_length(block, digits) AS coalesce(TRY_CAST(nullif(split_part(block, '/', 2), '') AS INTEGER), 4 * length(digits))`,
  // The digit in which a block ends has bits of the network and others.
  `CREATE MACRO ip_least(digit, bits) AS (instr('0123456789abcdef', digit) - 1) // (1 << (4 - bits)) * (1 << (4 - bits))`,
  `CREATE MACRO ip_end(digits, bits, rest, fill) AS rpad(left(digits, bits // 4) || CASE WHEN bits % 4 = 0 THEN '' ELSE
    substr('0123456789abcdef', ip_least(substr(digits, bits // 4 + 1, 1), bits % 4) + rest * ((1 << (4 - bits % 4)) - 1) + 1, 1) END,
    CAST(length(digits) AS INTEGER), fill)`,
  ...Object.entries({ ip_first: [0, '0'], ip_last: [1, 'f'] }).map(
    ([name, [rest, fill]]) =>
      `CREATE MACRO ${name}(block) AS ip_end(ip_digits(split_part(block, '/', 1)), ip_length(block, ip_digits(split_part(block, '/', 1))), ${rest}, '${fill}')`,
  ),
];

/**
 * A comparison with IP addresses of one text, given as SQL: one that is an address or a block is compared as such, any other by `asText`.
 * The same as `lib/select/address-predicate.ts`.
 */
export function comparedAsAddress(value: string, { operator, first, last }: AddressTest, asText: string): string {
  const provided = { first: `ip_first(${sqlString(first)})`, last: `ip_last(${sqlString(last)})` };
  const stored = { first: `ip_first(${value})`, last: `ip_last(${value})` };
  const sameVersion = `length(${stored.first}) = length(${provided.first})`;
  const test = addressComparison(operator, `contains(${value}, '/')`, stored, provided);
  return `CASE WHEN regexp_matches(${value}, ${sqlString(addressPattern)}) THEN ${sameVersion} AND (${test}) ELSE ${asText} END`;
}

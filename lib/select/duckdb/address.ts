import { type AddressTest, addressComparison, addressPattern } from '../address';
import { sqlString } from './quote';

/**
 * Macros that addresses are compared with: DuckDB's own type for them is in an extension. An address becomes its hexadecimal digits, in
 * full, so that those of one version compare as texts; `ip_ends` has the first and the last one of a block, or the address itself twice.
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
  // Each value is made once and handed on through a lambda: a macro's argument is planned anew wherever it stands, which for the two ends of
  // two blocks took DuckDB longer than to answer.
  `CREATE MACRO ip_ends(block) AS list_transform([ip_digits(split_part(block, '/', 1))], lambda digits:
    list_transform([ip_length(block, digits)], lambda bits:
      {'first': ip_end(digits, bits, 0, '0'), 'last': ip_end(digits, bits, 1, 'f')})[1])[1]`,
];

/**
 * A comparison with IP addresses of one text, given as SQL: one that is an address or a block is compared as such, any other by `asText`.
 * The same as `lib/select/postgres/address-predicate.ts`.
 */
export function comparedAsAddress(value: string, { operator, first, last }: AddressTest, asText: string): string {
  const ends = `{'stored': ip_ends(${value}), 'first': ip_ends(${sqlString(first)}), 'last': ip_ends(${sqlString(last)})}`;
  const test = addressComparison(
    operator,
    `contains(${value}, '/')`,
    { first: 'ends.stored.first', last: 'ends.stored.last' },
    { first: 'ends.first.first', last: 'ends.last.last' },
  );
  const compared = `list_transform([${ends}], lambda ends: length(ends.stored.first) = length(ends.first.first) AND (${test}))[1]`;
  return `CASE WHEN regexp_matches(${value}, ${sqlString(addressPattern)}) THEN ${compared} ELSE ${asText} END`;
}

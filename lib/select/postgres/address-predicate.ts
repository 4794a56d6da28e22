import { type AddressTest, addressComparison, addressPattern } from '../address';
import type { Property } from './property';

/**
 * A comparison of a property within a document with IP addresses: values that are addresses or blocks are compared as such, other texts
 * as texts, by `asText` over the text `t`.
 */
export function addressPredicate(
  property: Extract<Property, { kind: 'document' }>,
  { operator, first, last }: AddressTest,
  asText: string,
  parameter: (value: string) => string,
): string {
  const value = (part: 'network' | 'broadcast', text: string) => `host(${part}(${text}::inet))::inet`;
  // Addresses have no character that would end a string, and a parameter that an operator has no use for would have no type.
  const provided = { first: value('network', `'${first}'`), last: value('broadcast', `'${last}'`) };
  const stored = { first: value('network', 't'), last: value('broadcast', 't') };
  const sameVersion = `family(t::inet) = ${first.includes(':') ? 6 : 4}`;
  const test = addressComparison(operator, "t LIKE '%/%'", stored, provided);
  return `EXISTS (SELECT FROM jsonb_path_query(${property.sql}, ${parameter(`${property.jsonPath}[*]`)}::jsonpath) AS each(value)
    CROSS JOIN LATERAL (SELECT value #>> '{}' AS t) AS text
    WHERE jsonb_typeof(value) = 'string'
      AND CASE WHEN t ~ ${parameter(addressPattern)} THEN ${sameVersion} AND (${test}) ELSE ${asText} END)`;
}

import { JsonNumber } from '../../json';
import { addressTest } from '../address';
import { dateBounds } from '../dates';
import type { Bound, Condition, Path } from '../language/expression';
import { comparedAsAddress } from './address';
import { propertyOf } from './property';
import { sqlString } from './quote';

/**
 * A condition as DuckDB's SQL that is true or false, never null, meaning what `lib/select/postgres/predicate.ts` says: what an item has not fulfils
 * no comparison, and of several values in an array one is enough.
 */
export function predicate(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.conditions.map(predicate);
      return `(${parts.join(condition.kind === 'and' ? ' AND ' : ' OR ')})`;
    }
    case 'not':
      return `(NOT ${predicate(condition.condition)})`;
    case 'compare':
      if (condition.operator === '!=') return `(NOT ${ranged(condition.path, [['=', condition.value]])})`;
      return ranged(condition.path, [[condition.operator, condition.value]]);
    case 'between':
      return ranged(condition.path, [
        ['>=', condition.low],
        ['<=', condition.high],
      ]);
    case 'in':
      return `(${condition.values.map((value) => ranged(condition.path, [['=', value]])).join(' OR ')})`;
    case 'like':
      return like(condition);
  }
}

function ranged(path: Path, bounds: [Bound, Bound?]): string {
  const property = propertyOf(path);
  const given = bounds.filter((bound) => bound !== undefined);
  const asText = (sql: string) =>
    given.map(([operator, value]) => `${sql} ${operator} ${sqlString(String(value))}`).join(' AND ');
  if (property.kind === 'scalar') return `coalesce(${asText(property.sql)}, false)`;
  const content = (value: string) => `json_extract_string(${value}, '$')`;
  const addresses = addressTest(bounds);
  const dates = dateBounds(path, given);
  const test = (value: string) =>
    addresses
      ? `json_type(${value}) = 'VARCHAR' AND ${comparedAsAddress(content(value), addresses, asText(content(value)))}`
      : [given, ...(dates ? [dates] : [])].map((all) => `(${comparedAll(value, content(value), all)})`).join(' OR ');
  const several = `len(list_filter(${property.values}, lambda v: coalesce(${test('v')}, false))) > 0`;
  // Texts are what is asked for most, and mostly lie in no array: then one look into the document tells.
  const [operator, literal] = bounds[0];
  if (operator !== '=' || typeof literal !== 'string' || bounds[1] || addresses || dates) return `(${several})`;
  return `CASE WHEN ${property.isPlain} THEN coalesce(${property.value} = ${sqlString(literal)} AND ${property.isText}, false) ELSE ${several} END`;
}

function comparedAll(value: string, content: string, bounds: readonly Bound[]): string {
  return bounds.map((bound) => compared(value, content, bound)).join(' AND ');
}

/** Numbers are compared with numbers only, texts with texts, and truths with truths. */
function compared(value: string, content: string, [operator, literal]: Bound): string {
  const type = `json_type(${value})`;
  // Doubles cannot tell large whole numbers apart.
  if (literal instanceof JsonNumber && /^-?\d{1,38}$/.test(String(literal)))
    return `${type} IN ('UBIGINT', 'BIGINT') AND TRY_CAST(${content} AS HUGEINT) ${operator} ${literal}`;
  if (typeof literal === 'number' || literal instanceof JsonNumber)
    return `${type} IN ('UBIGINT', 'BIGINT', 'DOUBLE') AND TRY_CAST(${content} AS DOUBLE) ${operator} ${literal}`;
  if (typeof literal === 'boolean')
    return `${type} = 'BOOLEAN' AND ${content} ${operator} ${sqlString(String(literal))}`;
  return `${type} = 'VARCHAR' AND ${content} ${operator} ${sqlString(literal)}`;
}

function like({ path, prefix, rest }: Extract<Condition, { kind: 'like' }>): string {
  const property = propertyOf(path);
  const pattern = sqlString(prefix.replace(/[\\%_]/g, '\\$&') + (rest === 'anything' ? '%' : '_'.repeat(rest)));
  const likePattern = `LIKE ${pattern} ESCAPE '\\'`;
  if (property.kind === 'scalar') return `coalesce(${property.sql} ${likePattern}, false)`;
  return `(len(list_filter(${property.values}, lambda v: json_type(v) = 'VARCHAR' AND json_extract_string(v, '$') ${likePattern})) > 0)`;
}

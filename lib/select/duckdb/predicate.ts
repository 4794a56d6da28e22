import type { Comparison, Condition, Literal, Path } from '../expression';
import { propertyOf, text } from './property';

/**
 * A condition as DuckDB's SQL that is true or false, never null, meaning what `lib/select/predicate.ts` says: what an item has not fulfils
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

function ranged(path: Path, bounds: [Exclude<Comparison, '!='>, Literal][]): string {
  const property = propertyOf(path);
  if (property.kind === 'scalar') {
    const tests = bounds.map(([operator, value]) => `${property.sql} ${operator} ${text(String(value))}`);
    return `coalesce(${tests.join(' AND ')}, false)`;
  }
  const test = (value: string) => bounds.map(([operator, literal]) => compared(value, operator, literal)).join(' AND ');
  const several = `len(list_filter(${property.values}, lambda v: coalesce(${test('v')}, false))) > 0`;
  // Texts are what is asked for most, and mostly lie in no array: then one look into the document tells.
  const [first, second] = bounds;
  if (first?.[0] !== '=' || typeof first[1] !== 'string' || second) return `(${several})`;
  return `CASE WHEN ${property.isPlain} THEN coalesce(${property.value} = ${text(first[1])} AND ${property.isText}, false) ELSE ${several} END`;
}

/** Numbers are compared with numbers only, texts with texts, and truths with truths. */
function compared(value: string, operator: Exclude<Comparison, '!='>, literal: Literal): string {
  const type = `json_type(${value})`;
  const content = `json_extract_string(${value}, '$')`;
  if (typeof literal === 'number')
    return `${type} IN ('UBIGINT', 'BIGINT', 'DOUBLE') AND TRY_CAST(${content} AS DOUBLE) ${operator} ${literal}`;
  if (typeof literal === 'boolean') return `${type} = 'BOOLEAN' AND ${content} ${operator} ${text(String(literal))}`;
  return `${type} = 'VARCHAR' AND ${content} ${operator} ${text(literal)}`;
}

function like({ path, prefix, rest }: Extract<Condition, { kind: 'like' }>): string {
  const property = propertyOf(path);
  const pattern = text(prefix.replace(/[\\%_]/g, '\\$&') + (rest === 'anything' ? '%' : '_'.repeat(rest)));
  const likePattern = `LIKE ${pattern} ESCAPE '\\'`;
  if (property.kind === 'scalar') return `coalesce(${property.sql} ${likePattern}, false)`;
  return `(len(list_filter(${property.values}, lambda v: json_type(v) = 'VARCHAR' AND json_extract_string(v, '$') ${likePattern})) > 0)`;
}

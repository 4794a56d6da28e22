import { stringifyJson } from '../../json';
import { addressTest } from '../address';
import { dateBounds } from '../dates';
import type { Bound, Condition, Literal, Path } from '../language/expression';
import { addressPredicate } from './address-predicate';
import { propertyOf } from './property';

/** Gathers the values of a statement; each becomes `$n`. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/**
 * A condition as SQL that is true or false, never null: a property that an item has not fulfils no comparison, and so fulfils its
 * negation. A property within an array fulfils a comparison where one of its values does, as AWS documents it.
 */
export function predicate(condition: Condition, parameters: Parameters): string {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.conditions.map((part) => predicate(part, parameters));
      return `(${parts.join(condition.kind === 'and' ? ' AND ' : ' OR ')})`;
    }
    case 'not':
      return `(NOT ${predicate(condition.condition, parameters)})`;
    case 'compare':
      if (condition.operator === '!=') return `(NOT ${equal(condition.path, condition.value, parameters)})`;
      return ranged(condition.path, [[condition.operator, condition.value]], parameters);
    case 'between':
      return ranged(
        condition.path,
        [
          ['>=', condition.low],
          ['<=', condition.high],
        ],
        parameters,
      );
    case 'in':
      return `(${condition.values.map((value) => equal(condition.path, value, parameters)).join(' OR ')})`;
    case 'like':
      return like(condition, parameters);
  }
}

const equal = (path: Path, value: Literal, parameters: Parameters) => ranged(path, [['=', value]], parameters);

function ranged(path: Path, bounds: [Bound, Bound?], parameters: Parameters): string {
  const property = propertyOf(path);
  const given = bounds.filter((bound) => bound !== undefined);
  const asText = (sql: string) =>
    given
      .map(([operator, value]) => `${sql} COLLATE "C" ${operator} ${parameters.add(String(value))}::text`)
      .join(' AND ');
  if (property.kind === 'scalar') return `coalesce(${asText(property.sql)}, false)`;
  const addresses = addressTest(bounds);
  if (addresses) return addressPredicate(property, addresses, asText('t'), (value) => parameters.add(value));
  // Half a surrogate pair, which jsonb refuses, is asked for as it is shown.
  const variables = Object.fromEntries(
    given.map(([, value], index) => [`v${index}`, typeof value === 'string' ? value.toWellFormed() : value]),
  );
  const tests = (name: string) => {
    return given.map(([operator], index) => `@ ${operator === '=' ? '==' : operator} $${name}${index}`).join(' && ');
  };
  const dates = dateBounds(path, given);
  for (const [index, [, time]] of (dates ?? []).entries()) variables[`t${index}`] = time;
  const jsonPath = parameters.add(`${property.jsonPath} ? (${dates ? `${tests('v')} || ${tests('t')}` : tests('v')})`);
  const values = parameters.add(stringifyJson(variables));
  return `coalesce(jsonb_path_exists(${property.sql}, ${jsonPath}::jsonpath, ${values}::jsonb), false)`;
}

function like(condition: Extract<Condition, { kind: 'like' }>, parameters: Parameters): string {
  const { path, rest } = condition;
  const prefix = condition.prefix.toWellFormed();
  const property = propertyOf(path);
  if (property.kind === 'scalar') {
    const pattern = prefix.replace(/[\\%_]/g, '\\$&') + (rest === 'anything' ? '%' : '_'.repeat(rest));
    return `coalesce(${property.sql} LIKE ${parameters.add(pattern)}, false)`;
  }
  const expression = `^${prefix.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}${rest === 'anything' ? '' : `.{${rest}}$`}`;
  const jsonPath = parameters.add(`${property.jsonPath} ? (@ like_regex ${JSON.stringify(expression)} flag "s")`);
  return `coalesce(jsonb_path_exists(${property.sql}, ${jsonPath}::jsonpath), false)`;
}

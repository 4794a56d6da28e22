import type { Comparison, Condition, Literal, Path } from './expression';
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

function ranged(path: Path, bounds: [Exclude<Comparison, '!='>, Literal][], parameters: Parameters): string {
  const property = propertyOf(path);
  if (property.kind === 'scalar') {
    const tests = bounds.map(
      ([operator, value]) => `${property.sql} COLLATE "C" ${operator} ${parameters.add(String(value))}::text`,
    );
    return `coalesce(${tests.join(' AND ')}, false)`;
  }
  const variables = Object.fromEntries(bounds.map(([, value], index) => [`v${index}`, value]));
  const tests = bounds.map(([operator], index) => `@ ${operator === '=' ? '==' : operator} $v${index}`);
  const jsonPath = parameters.add(`${property.jsonPath} ? (${tests.join(' && ')})`);
  const values = parameters.add(JSON.stringify(variables));
  return `coalesce(jsonb_path_exists(${property.sql}, ${jsonPath}::jsonpath, ${values}::jsonb), false)`;
}

function like({ path, prefix, rest }: Extract<Condition, { kind: 'like' }>, parameters: Parameters): string {
  const property = propertyOf(path);
  if (property.kind === 'scalar') {
    const pattern = prefix.replace(/[\\%_]/g, '\\$&') + (rest === 'anything' ? '%' : '_'.repeat(rest));
    return `coalesce(${property.sql} LIKE ${parameters.add(pattern)}, false)`;
  }
  const expression = `^${prefix.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}${rest === 'anything' ? '' : `.{${rest}}$`}`;
  const jsonPath = parameters.add(`${property.jsonPath} ? (@ like_regex ${JSON.stringify(expression)} flag "s")`);
  return `coalesce(jsonb_path_exists(${property.sql}, ${jsonPath}::jsonpath), false)`;
}

import type { Shape } from './model';

/**
 * The constraints of one shape that a value breaks, and all that it has, each in AWS's words (as in DynamoDB's and AWS Config's
 * answers: `Member must have length less than or equal to 256`).
 */

interface Sized {
  min?: number;
  max?: number;
}

/** What the shape asks of its own value, broken or not: the text within `Member must satisfy constraint: […]`. */
export function allConstraints(shape: Shape): string[] {
  const constraints: string[] = [];
  if (shape.type === 'string' || shape.type === 'list' || shape.type === 'map') {
    if (shape.max !== undefined) constraints.push(atMost('length', shape.max));
    if (shape.min !== undefined) constraints.push(atLeast('length', shape.min));
  }
  if (shape.type === 'integer' || shape.type === 'long') {
    if (shape.max !== undefined) constraints.push(atMost('value', shape.max));
    if (shape.min !== undefined) constraints.push(atLeast('value', shape.min));
  }
  if (shape.type === 'string') {
    if (shape.pattern !== undefined) constraints.push(matching(shape.pattern));
    if (shape.enum) constraints.push(oneOf(shape.enum));
  }
  return constraints;
}

/** The constraints of a string that `value` breaks. Java counts UTF-16 units, and so does JavaScript. */
export function brokenByString(shape: Extract<Shape, { type: 'string' }>, value: string): string[] {
  const broken: string[] = [];
  if (shape.pattern !== undefined && !whole(shape.pattern).test(value)) broken.push(matching(shape.pattern));
  broken.push(...brokenBySize(shape, 'length', value.length));
  if (shape.enum && !shape.enum.includes(value)) broken.push(oneOf(shape.enum));
  return broken;
}

/** The bounds that a size breaks: `length` of strings, lists and maps, `value` of numbers. */
export function brokenBySize(bounds: Sized, noun: 'length' | 'value', size: number): string[] {
  if (bounds.max !== undefined && size > bounds.max) return [atMost(noun, bounds.max)];
  if (bounds.min !== undefined && size < bounds.min) return [atLeast(noun, bounds.min)];
  return [];
}

const atMost = (noun: string, max: number) => `Member must have ${noun} less than or equal to ${max}`;
const atLeast = (noun: string, min: number) => `Member must have ${noun} greater than or equal to ${min}`;
const matching = (pattern: string) => `Member must satisfy regular expression pattern: ${pattern}`;
const oneOf = (values: readonly string[]) => `Member must satisfy enum value set: [${values.join(', ')}]`;

const compiled = new Map<string, RegExp>();

/** Java's `matches`: the pattern must fit the whole value. */
function whole(pattern: string): RegExp {
  let expression = compiled.get(pattern);
  if (!expression) {
    expression = new RegExp(`^(?:${pattern})$`);
    compiled.set(pattern, expression);
  }
  return expression;
}

import { JsonNumber, stringifyJson } from '../json';
import { type Column, isAggregate } from './language/expression';

type Json = unknown;
interface Tree {
  [name: string]: Json;
}

/**
 * One row as AWS gives it: a JSON text in which properties stand nested as in the item, arrays keep their entries, functions stand under
 * their own text, and what the item has not is left out.
 *
 * @param values for each column its value; for a property of an item that is not folded into a group, the whole part of the item
 * that it lies in (`configuration`).
 */
export function resultText(columns: readonly Column[], values: readonly Json[], folded: boolean): string {
  const result: Tree = Object.create(null);
  columns.forEach((column, index) => {
    const value = values[index];
    if (value === undefined || value === null) return;
    if (isAggregate(column)) result[column.name] = value;
    else {
      const [first, ...rest] = column.path;
      const cut = folded ? nested(value, rest) : cutOut(value, rest);
      if (cut !== undefined) result[first] = merged(result[first], cut);
    }
  });
  return stringifyJson(result);
}

function nested(value: Json, path: readonly string[]): Json {
  return path.reduceRight((inner, name) => {
    const tree: Tree = Object.create(null);
    tree[name] = inner;
    return tree;
  }, value);
}

/** Of a value, only what lies along the path; arrays on the way are cut entry by entry. */
function cutOut(value: Json, path: readonly string[]): Json {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (Array.isArray(value)) {
    return value.map((entry) => cutOut(entry, path)).filter((entry) => entry !== undefined);
  }
  if (isScalar(value) || !Object.hasOwn(value as Tree, name)) return undefined;
  const cut = cutOut((value as Tree)[name], rest);
  if (cut === undefined) return undefined;
  const tree: Tree = Object.create(null);
  tree[name] = cut;
  return tree;
}

/** Two cuts of the same value laid over each other. */
function merged(one: Json, other: Json): Json {
  if (one === undefined || isScalar(one) || isScalar(other)) return other;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length ? one.map((entry, index) => merged(entry, other[index])) : [...one, ...other];
  }
  if (Array.isArray(one) || Array.isArray(other)) return other;
  const tree: Tree = Object.assign(Object.create(null), one);
  for (const [name, value] of Object.entries(other as Tree)) tree[name] = merged(tree[name], value);
  return tree;
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null || value instanceof JsonNumber;
}

import { allConstraints, brokenBySize, brokenByString } from './constraint';
import { type Shape, shapeOf } from './model';

/** A constraint of the model that a request breaks. `path` is AWS's: lower camel, `tags.1.member.key`. */
export interface Violation {
  path: string;
  /** The value as AWS prints it: `'x'`, `'[a, b]'`, or `null` without quotes. */
  value: string;
  constraint: string;
}

/** AWS reports ten at most; one request could break a constraint a hundred thousand times. */
const maxViolations = 10;

interface Reading {
  violations: Violation[];
  openEnums: ReadonlySet<string>;
}

/**
 * Reads parsed JSON as a shape of the service model. Members that the model does not know are dropped and null counts as absent, as
 * in AWS's own parser; times become Dates. Only members that the model names are ever taken, so `__proto__` is nothing special.
 *
 * @param openEnums string shapes of which any value is taken, whatever the model lists.
 * @returns the value, and the constraints that it breaks (then the value is not to be used). JSON of another type than the model's counts as
 * one: `Member must be a String`.
 */
export function decode(
  shapeName: string,
  json: unknown,
  openEnums: ReadonlySet<string> = new Set(),
): { value: unknown; violations: Violation[] } {
  const reading = { violations: [], openEnums };
  const value = read(shapeName, json, '', reading);
  return { value, violations: reading.violations };
}

function read(shapeName: string, json: unknown, path: string, reading: Reading): unknown {
  const shape = checkedShape(shapeName, reading);
  const value = readUnchecked(shape, json, path, reading);
  if (value !== undefined && reading.violations.length < maxViolations) {
    for (const constraint of broken(shape, value)) report(reading, path, rendered(shapeName, value), constraint);
  }
  return value;
}

/** The shape as this request is held to it. */
function checkedShape(name: string, { openEnums }: Reading): Shape {
  const shape = shapeOf(name);
  return shape.type === 'string' && openEnums.has(name) ? { ...shape, enum: undefined } : shape;
}

/** The value without its constraints; undefined, and reported, where it is of another type than the shape's. */
function readUnchecked(shape: Shape, json: unknown, path: string, reading: Reading): unknown {
  switch (shape.type) {
    case 'structure':
      return isObject(json) ? readStructure(shape, json, path, reading) : otherType(reading, path, json, 'structure');
    case 'list':
      return Array.isArray(json) ? readList(shape, json, path, reading) : otherType(reading, path, json, 'list');
    case 'map':
      return isObject(json) ? readMap(shape, json, path, reading) : otherType(reading, path, json, 'map');
    case 'string':
      if (typeof json !== 'string') return otherType(reading, path, json, 'string');
      // PostgreSQL has no such character in a string, and no name in AWS has it either.
      if (json.includes('\0')) return report(reading, path, `'${json}'`, 'Member must not have the character U+0000');
      return json;
    case 'boolean':
      return typeof json === 'boolean' ? json : otherType(reading, path, json, 'boolean');
    case 'timestamp':
      return typeof json === 'number' ? readTime(json, path, reading) : otherType(reading, path, json, 'timestamp');
    default:
      return typeof json === 'number'
        ? readWhole(shape, json, path, reading)
        : otherType(reading, path, json, shape.type);
  }
}

function readStructure(
  shape: Extract<Shape, { type: 'structure' }>,
  source: JsonObject,
  path: string,
  reading: Reading,
): object {
  const value: { [member: string]: unknown } = {};
  for (const [name, memberShape] of Object.entries(shape.members)) {
    const member = Object.hasOwn(source, name) ? source[name] : undefined;
    const memberPath = path ? `${path}.${lowerFirst(name)}` : lowerFirst(name);
    if (member !== undefined && member !== null) value[name] = read(memberShape, member, memberPath, reading);
    else if (shape.required?.includes(name)) report(reading, memberPath, 'null', 'Member must not be null');
  }
  return value;
}

function readList(
  shape: Extract<Shape, { type: 'list' }>,
  json: readonly unknown[],
  path: string,
  reading: Reading,
): unknown[] {
  const memberShape = checkedShape(shape.member, reading);
  const placeOf = (index: number) => `${path}.${index + 1}.member`;
  if (memberShape.type === 'structure') {
    return json.map((entry, index) => read(shape.member, entry, placeOf(index), reading));
  }
  // Entries without members of their own are reported on the list as a whole.
  const values = json.map((entry, index) => readUnchecked(memberShape, entry, placeOf(index), reading));
  if (values.some((value) => value !== undefined && broken(memberShape, value).length > 0)) {
    const constraint = `Member must satisfy constraint: [${allConstraints(memberShape).join(', ')}]`;
    report(reading, path, `'[${values.join(', ')}]'`, constraint);
  }
  return values;
}

function readMap(shape: Extract<Shape, { type: 'map' }>, json: JsonObject, path: string, reading: Reading): JsonObject {
  // Without a prototype: the keys are the caller's.
  const value: JsonObject = Object.create(null);
  const valueShape = checkedShape(shape.value, reading);
  for (const [key, entry] of Object.entries(json)) {
    const known = entry === null ? undefined : readUnchecked(valueShape, entry, `${path}.${key}`, reading);
    if (known !== undefined) value[key] = known;
  }
  const failing = (part: Shape, parts: unknown[]) => parts.some((each) => broken(part, each).length > 0);
  const keyShape = checkedShape(shape.key, reading);
  if (failing(keyShape, Object.keys(value))) {
    report(
      reading,
      path,
      renderedMap(value),
      `Map keys must satisfy constraint: [${allConstraints(keyShape).join(', ')}]`,
    );
  }
  if (failing(valueShape, Object.values(value))) {
    report(
      reading,
      path,
      renderedMap(value),
      `Map value must satisfy constraint: [${allConstraints(valueShape).join(', ')}]`,
    );
  }
  return value;
}

/** Epoch seconds with a fraction, as AWS JSON 1.1 sends times. */
function readTime(json: number, path: string, reading: Reading): Date | undefined {
  const time = new Date(Math.round(json * 1000));
  const year = time.getUTCFullYear();
  if (year >= 0 && year <= 9999) return time;
  return report(reading, path, `'${json}'`, 'Member must be a time in the years 0 to 9999');
}

/** A fraction is cut off, as Java does. */
function readWhole(
  shape: Extract<Shape, { type: 'integer' | 'long' }>,
  json: number,
  path: string,
  reading: Reading,
): number | undefined {
  const most = shape.type === 'long' ? Number.MAX_SAFE_INTEGER : 2 ** 31 - 1;
  if (Math.abs(json) <= most) return Math.trunc(json);
  const bounds = { min: shape.min ?? -most, max: shape.max ?? most };
  for (const constraint of brokenBySize(bounds, 'value', json)) report(reading, path, `'${json}'`, constraint);
  return undefined;
}

type JsonObject = { [key: string]: unknown };

function isObject(json: unknown): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function broken(shape: Shape, value: unknown): string[] {
  switch (shape.type) {
    case 'string':
      return brokenByString(shape, value as string);
    case 'integer':
    case 'long':
      return brokenBySize(shape, 'value', value as number);
    case 'list':
      return brokenBySize(shape, 'length', (value as unknown[]).length);
    case 'map':
      return brokenBySize(shape, 'length', Object.keys(value as object).length);
    default:
      return [];
  }
}

function report({ violations }: Reading, path: string, value: string, constraint: string): undefined {
  if (violations.length < maxViolations) violations.push({ path, value, constraint });
}

/** What the model's types are called where JSON of another type stands. The words are ours: AWS publishes none for this. */
const typeNames: { [type in Shape['type']]: string } = {
  structure: 'a structure',
  list: 'a list',
  map: 'a map',
  string: 'a String',
  integer: 'an Integer',
  long: 'a Long',
  boolean: 'a Boolean',
  timestamp: 'a Timestamp (seconds since 1970 as a number)',
};

function otherType(reading: Reading, path: string, json: unknown, expected: Shape['type']): undefined {
  if (json === null) return report(reading, path, 'null', 'Member must not be null');
  // What is nested is not printed: it may be as deep as a megabyte allows.
  const shown = Array.isArray(json) ? '[…]' : isObject(json) ? '{…}' : String(json);
  return report(reading, path, `'${shown}'`, `Member must be ${typeNames[expected]}`);
}

/** A value as Java prints it; entries that are structures show their type alone. */
function rendered(shapeName: string, value: unknown): string {
  const shape = shapeOf(shapeName);
  if (isObject(value)) return renderedMap(value);
  if (!Array.isArray(value) || shape.type !== 'list') return `'${value}'`;
  if (shapeOf(shape.member).type !== 'structure') return `'[${value.join(', ')}]'`;
  return `'[${value.map(() => `com.amazonaws.starling.dove.${shape.member}`).join(', ')}]'`;
}

function renderedMap(map: JsonObject): string {
  const entries = Object.entries(map).map(([key, entry]) => `${key}=${entry}`);
  return `'{${entries.join(', ')}}'`;
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

import { allConstraints, brokenBySize, brokenByString } from './constraint';
import { serializationError } from './errors';
import { type Shape, shapeOf } from './model';

/** A constraint of the model that a request breaks. `path` is AWS's: lower camel, `tags.1.member.key`. */
export interface Violation {
  path: string;
  /** The value as AWS prints it: `'x'`, `'[a, b]'`, or `null` without quotes. */
  value: string;
  constraint: string;
}

/** AWS reports ten at most; one request could break a constraint a hundred thousand times. */
const MOST_VIOLATIONS = 10;

interface Reading {
  violations: Violation[];
  openEnums: ReadonlySet<string>;
}

/**
 * Reads parsed JSON as a shape of the service model. Members that the model does not know are dropped and null counts as absent, as
 * in AWS's own parser; times become Dates. Only members that the model names are ever taken, so `__proto__` is nothing special.
 *
 * @param openEnums string shapes of which any value is taken, whatever the model lists.
 * @returns the value, and the constraints that it breaks (then the value is not to be used).
 * @throws WireError `SerializationException` where the JSON is of another type than the model's.
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
  if (reading.violations.length < MOST_VIOLATIONS) {
    for (const constraint of broken(shape, value)) report(reading, path, rendered(shapeName, value), constraint);
  }
  return value;
}

/** The shape as this request is held to it. */
function checkedShape(name: string, { openEnums }: Reading): Shape {
  const shape = shapeOf(name);
  return shape.type === 'string' && openEnums.has(name) ? { ...shape, enum: undefined } : shape;
}

function readUnchecked(shape: Shape, json: unknown, path: string, reading: Reading): unknown {
  switch (shape.type) {
    case 'structure':
      return readStructure(shape, json, path, reading);
    case 'list':
      return readList(shape, json, path, reading);
    case 'map':
      return readMap(shape, json, path, reading);
    case 'string':
      if (typeof json !== 'string') throw cannotConvert(json, 'String');
      // PostgreSQL has no such character in a text, and no name in AWS has it either.
      if (json.includes('\0')) throw serializationError('The character U+0000 is not accepted');
      return json;
    case 'boolean':
      if (typeof json !== 'boolean') throw cannotConvert(json, 'Boolean');
      return json;
    case 'timestamp':
      return readTime(json);
    default:
      return readWhole(shape.type, json);
  }
}

function readStructure(
  shape: Extract<Shape, { type: 'structure' }>,
  json: unknown,
  path: string,
  reading: Reading,
): object {
  const source = asObject(json, 'Expected null');
  const value: { [member: string]: unknown } = {};
  for (const [name, memberShape] of Object.entries(shape.members)) {
    const member = Object.hasOwn(source, name) ? source[name] : undefined;
    const memberPath = path ? `${path}.${lowerFirst(name)}` : lowerFirst(name);
    if (member !== undefined && member !== null) value[name] = read(memberShape, member, memberPath, reading);
    else if (shape.required?.includes(name)) report(reading, memberPath, 'null', 'Member must not be null');
  }
  return value;
}

function readList(shape: Extract<Shape, { type: 'list' }>, json: unknown, path: string, reading: Reading): unknown[] {
  if (!Array.isArray(json)) throw isObject(json) ? structureFound() : serializationError('Expected list or null');
  const memberShape = checkedShape(shape.member, reading);
  if (memberShape.type === 'structure') {
    return json.map((entry, index) => read(shape.member, entry, `${path}.${index + 1}.member`, reading));
  }
  // Entries without members of their own are reported on the list as a whole.
  const values = json.map((entry) => readUnchecked(memberShape, entry, path, reading));
  if (values.some((value) => broken(memberShape, value).length > 0)) {
    const constraint = `Member must satisfy constraint: [${allConstraints(memberShape).join(', ')}]`;
    report(reading, path, `'[${values.join(', ')}]'`, constraint);
  }
  return values;
}

function readMap(
  shape: Extract<Shape, { type: 'map' }>,
  json: unknown,
  path: string,
  reading: Reading,
): { [key: string]: unknown } {
  // Without a prototype: the keys are the caller's.
  const value: { [key: string]: unknown } = Object.create(null);
  const valueShape = checkedShape(shape.value, reading);
  for (const [key, entry] of Object.entries(asObject(json, 'Expected map or null'))) {
    if (entry !== null) value[key] = readUnchecked(valueShape, entry, path, reading);
  }
  const failing = (part: Shape, parts: unknown[]) => parts.some((each) => broken(part, each).length > 0);
  const whole = `'{${Object.entries(value)
    .map(([key, entry]) => `${key}=${entry}`)
    .join(', ')}}'`;
  const keyShape = checkedShape(shape.key, reading);
  if (failing(keyShape, Object.keys(value))) {
    report(reading, path, whole, `Map keys must satisfy constraint: [${allConstraints(keyShape).join(', ')}]`);
  }
  if (failing(valueShape, Object.values(value))) {
    report(reading, path, whole, `Map value must satisfy constraint: [${allConstraints(valueShape).join(', ')}]`);
  }
  return value;
}

/** Epoch seconds with a fraction, as AWS JSON 1.1 sends times. */
function readTime(json: unknown): Date {
  if (typeof json !== 'number') throw cannotConvert(json, 'Date');
  const time = new Date(Math.round(json * 1000));
  const year = time.getUTCFullYear();
  if (Number.isNaN(year) || year < 0 || year > 9999) throw serializationError(`${json} is out of range for a Date`);
  return time;
}

function readWhole(type: 'integer' | 'long', json: unknown): number {
  if (typeof json !== 'number') throw cannotConvert(json, type === 'long' ? 'Long' : 'Integer');
  const whole = Math.trunc(json);
  const most = type === 'long' ? Number.MAX_SAFE_INTEGER : 2 ** 31 - 1;
  if (Math.abs(whole) > most)
    throw serializationError(`Numeric value out of range of ${type === 'long' ? 'long' : 'int'}`);
  return whole;
}

/** @param otherwise what AWS's parser says of a value that is neither. */
function asObject(json: unknown, otherwise: string): { [key: string]: unknown } {
  if (Array.isArray(json)) throw listFound();
  if (!isObject(json)) throw serializationError(otherwise);
  return json;
}

function isObject(json: unknown): json is { [key: string]: unknown } {
  return typeof json === 'object' && json !== null;
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

function report({ violations }: Reading, path: string, value: string, constraint: string): void {
  if (violations.length < MOST_VIOLATIONS) violations.push({ path, value, constraint });
}

/** A value as Java prints it; entries that are structures show their type alone. */
function rendered(shapeName: string, value: unknown): string {
  const shape = shapeOf(shapeName);
  if (!Array.isArray(value) || shape.type !== 'list') return `'${value}'`;
  if (shapeOf(shape.member).type !== 'structure') return `'[${value.join(', ')}]'`;
  return `'[${value.map(() => `com.amazonaws.starling.dove.${shape.member}`).join(', ')}]'`;
}

/**
 * AWS's parser in its own words, as answers of EventBridge Scheduler to signed requests show them (floci-io/floci pull request 2686:
 * a wrong type is "SerializationException, never ValidationException") and mhart/dynalite recorded them (`validations/index.js`).
 */
function cannotConvert(json: unknown, type: string): Error {
  if (Array.isArray(json)) return listFound();
  if (isObject(json)) return structureFound();
  return serializationError(`${jsonToken(json)} can not be converted to ${/^[AEIOU]/.test(type) ? 'an' : 'a'} ${type}`);
}

const listFound = () => serializationError('Start of list found where not expected');
const structureFound = () => serializationError('Start of structure or map found where not expected.');

function jsonToken(json: unknown): string {
  if (json === null) return 'NULL_VALUE';
  if (typeof json === 'boolean') return json ? 'TRUE_VALUE' : 'FALSE_VALUE';
  if (typeof json === 'string') return 'STRING_VALUE';
  return Number.isInteger(json) ? 'NUMBER_VALUE' : 'DECIMAL_VALUE';
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

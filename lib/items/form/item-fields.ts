import { DomainError } from '../../errors';
import { JsonNumber } from '../../json';
import type { JsonValue } from '../configuration-item';
import { isoTime, parseTime } from '../time';

type JsonObject = { [name: string]: JsonValue };

/** Hears of a field that is not as it should be, and in which way: `must be a string, but is a list`. */
export type OddFieldListener = (field: string, problem: string) => void;

/**
 * The fields of one JSON object, taken out one by one with their types checked. A field is known under one or more names,
 * the modern one first; null counts as absent. What was never asked for is left over at the end.
 *
 * A value of another type is told to the listener, and read as far as it can be: a number where a string belongs as it is written, all else
 * as absent.
 *
 * @throws DomainError `InvalidConfigurationItem` (`unreadable`) from every getter in place of telling, where there is no listener, naming the
 *   field and the owner.
 */
export class ItemFields {
  readonly #source: JsonObject;
  readonly #owner: string;
  readonly #onOdd: OddFieldListener | undefined;
  readonly #taken = new Set<string>();

  /** `owner` names the thing in messages, such as `AWS::EC2::Volume vol-1`. */
  constructor(source: JsonObject, owner: string, onOdd?: OddFieldListener) {
    this.#source = source;
    this.#owner = owner;
    this.#onOdd = onOdd;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#source, name) && this.#source[name] !== null;
  }

  text(...names: string[]): string | undefined {
    const [name, value] = this.#take(names);
    if (value === undefined || typeof value === 'string') return value;
    this.odd(name, 'a string', value);
    return asWritten(value);
  }

  /**
   * As `text`, but it has to be there and to hold something.
   * @throws DomainError `InvalidConfigurationItem` (`unreadable`) where it does not, listener or not.
   */
  required(name: string): string {
    const value = this.text(name);
    if (value) return value;
    throw this.#wrong(name, 'a string that is not empty', this.has(name) ? this.#source[name] : undefined);
  }

  /** A time as ISO text with milliseconds; numbers are epoch seconds, as AWS's API sends them. */
  time(...names: string[]): string | undefined {
    const [name, value] = this.#takeScalar(names);
    if (value === undefined) return undefined;
    const time =
      typeof value === 'number' ? isoTime(value * 1000) : typeof value === 'string' ? parseTime(value) : undefined;
    if (time === undefined) this.odd(name, 'a time such as 2026-11-22T08:31:54.000Z', value);
    return time;
  }

  textOrNumber(...names: string[]): string | number | undefined {
    const [name, value] = this.#takeScalar(names);
    if (value === undefined || typeof value === 'string' || typeof value === 'number') return value;
    this.odd(name, 'a string or a number', value);
    return undefined;
  }

  list(name: string): JsonValue[] {
    const value = this.#take([name])[1] ?? [];
    if (Array.isArray(value)) return value;
    this.odd(name, 'a list', value);
    return [];
  }

  object(name: string): JsonObject {
    const value = this.#take([name])[1] ?? {};
    if (isJsonObject(value)) return value;
    this.odd(name, 'an object', value);
    return {};
  }

  json(name: string): JsonValue {
    return this.#take([name])[1] ?? null;
  }

  /** Takes a field out without reading it. */
  drop(...names: string[]): void {
    for (const name of names) this.#taken.add(name);
  }

  /** Copies what was not taken onto `target`. Nothing is special about a key called `__proto__`. */
  leaveOver(target: object): void {
    for (const name of Object.keys(this.#source)) {
      if (!this.#taken.has(name)) defineField(target, name, this.#source[name]);
    }
  }

  /** Tells of a value that is not what is expected under this name, or throws. */
  odd(name: string, expected: string, value: unknown): void {
    if (!this.#onOdd) throw this.#wrong(name, expected, value);
    this.#onOdd(name, `must be ${expected}, but is ${kindOf(value)}`);
  }

  #wrong(name: string, expected: string, value: unknown): DomainError {
    return new DomainError(
      'unreadable',
      'InvalidConfigurationItem',
      `The field "${name}" of ${this.#owner} must be ${expected}, but is ${kindOf(value)}.`,
    );
  }

  /** Where a number counts, and not how it is written. */
  #takeScalar(names: string[]): [name: string, value: JsonValue | undefined] {
    const [name, value] = this.#take(names);
    return [name, value instanceof JsonNumber ? value.valueOf() : value];
  }

  #take(names: string[]): [name: string, value: JsonValue | undefined] {
    for (const name of names) {
      this.#taken.add(name);
      if (this.has(name)) return [name, this.#source[name]];
    }
    return [names[0] ?? '', undefined];
  }
}

/** A number, true or false in the document's own spelling; undefined for all else. */
export function asWritten(value: JsonValue): string | undefined {
  return value instanceof JsonNumber || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** Whether a value is a JSON object, not a list and not null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber);
}

/** Sets an own field whatever its name; plain assignment would set the prototype for `__proto__`. */
export function defineField(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}

/** What a wrong value is, in words and without ever printing more than a glimpse of it. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof JsonNumber) return `the number ${value}`;
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string')
    return value === '' ? 'an empty string' : `the string ${JSON.stringify(value.slice(0, 60))}`;
  return `the ${typeof value} ${String(value)}`;
}

import type { JsonValue } from '../configuration-item';
import { isJsonObject } from '../form/item-fields';
import type { Step } from './path';

/** A string that a path leads to. */
export interface FoundString {
  text: string;
  /**
   * Where it stands, with the fields as the item spells them: `routes[1].gatewayId`. One of a list that has a name is shown by it, as in
   * `Environment[TABLE].Value`, any other by its place from 0.
   */
  field: string;
  /** The name under which it stands: of the nearest one of a list that has a name, else of the nearest field that the rule does not name. */
  label?: string;
}

/** How many values a path may lead to: a list of hostile length must not become as many edges. */
const mostValues = 5000;

/**
 * The strings to which a path leads, none of them empty. Names compare without regard to case, since AWS Config writes the same field in camel
 * case for old types and in Pascal case for those of the CloudFormation registry (`kmsKeyId`, `KmsKeyId`). A text that holds JSON is looked
 * into where the path goes on, as AWS Config writes SQS's `RedrivePolicy`, IAM's policies (percent-encoded) and, in the API's form, every
 * supplementary configuration.
 */
export function stringsAt(value: JsonValue | undefined, path: readonly Step[]): FoundString[] {
  const reader = new PathReader(value, path);
  reader.read(value, 0);
  return reader.found;
}

class PathReader {
  readonly found: FoundString[] = [];
  readonly #trail: string[] = [];
  readonly #labels: string[] = [];
  readonly #root: JsonValue | undefined;
  readonly #path: readonly Step[];

  constructor(root: JsonValue | undefined, path: readonly Step[]) {
    this.#root = root;
    this.#path = path;
  }

  read(given: JsonValue | undefined, at: number): void {
    if (given === undefined || this.found.length >= mostValues) return;
    const step = this.#path[at];
    if (step === undefined) {
      if (typeof given !== 'string' || given === '') return;
      const label = this.#labels.at(-1);
      this.found.push({ text: given, field: this.#trail.join(''), ...(label !== undefined && { label }) });
      return;
    }
    const value = typeof given === 'string' ? decoded(given) : given;
    if (step.kind === 'field' || step.kind === 'every field') {
      if (!isJsonObject(value)) return;
      if (step.kind === 'field') {
        const key = keyOf(value, step.name);
        if (key !== undefined) this.#enter(printField(key), undefined, value[key], at);
      } else for (const [key, one] of Object.entries(value)) this.#enter(printField(key), key, one, at);
    } else if (Array.isArray(value)) {
      value.forEach((one, place) => {
        if (step.kind === 'where' && !this.#matches(one, step)) return;
        const name = isJsonObject(one) ? fieldOf(one, 'name') : undefined;
        const wanted = step.kind === 'where' && typeof step.equals === 'string' ? step.equals : undefined;
        const named = typeof name === 'string' && shortName.test(name) ? name : wanted;
        this.#enter(`[${named ?? place}]`, named, one, at);
      });
    } else if (step.kind === 'each or itself') this.read(given, at + 1);
  }

  #enter(trail: string, label: string | undefined, value: JsonValue | undefined, at: number): void {
    this.#trail.push(this.#trail.length === 0 ? trail.replace(/^\./, '') : trail);
    if (label !== undefined) this.#labels.push(label);
    this.read(value, at + 1);
    if (label !== undefined) this.#labels.pop();
    this.#trail.pop();
  }

  #matches(value: JsonValue, { path, equals }: Extract<Step, { kind: 'where' }>): boolean {
    const found = valueAt(value, path);
    if (typeof equals !== 'string') {
      const wanted = valueAt(this.#root, equals.sameAs);
      return typeof wanted === 'string' && wanted === found;
    }
    return typeof found === 'string' ? found === equals : typeof found === 'boolean' && String(found) === equals;
  }
}

const shortName = /^[^\]]{1,80}$/;

function printField(key: string): string {
  return /^[^.[\]"]{1,80}$/.test(key) ? `.${key}` : `[${JSON.stringify(key.slice(0, 80))}]`;
}

function valueAt(value: JsonValue | undefined, path: readonly string[]): JsonValue | undefined {
  return path.reduce((one: JsonValue | undefined, name) => (isJsonObject(one) ? fieldOf(one, name) : undefined), value);
}

function fieldOf(object: { [name: string]: JsonValue }, name: string): JsonValue | undefined {
  const key = keyOf(object, name);
  return key === undefined ? undefined : object[key];
}

/** The own field of that name, in whatever case. */
function keyOf(object: { [name: string]: JsonValue }, name: string): string | undefined {
  if (Object.hasOwn(object, name)) return name;
  const wanted = name.toLowerCase();
  return Object.keys(object).find((one) => one.length === wanted.length && one.toLowerCase() === wanted);
}

const mostDecoded = 1 << 20;

function decoded(text: string): JsonValue | undefined {
  if (text.length > mostDecoded || !/^\s*(?:[{[]|%7b|%5b)/i.test(text)) return undefined;
  try {
    return JSON.parse(text.startsWith('%') ? decodeURIComponent(text) : text);
  } catch {
    return undefined;
  }
}

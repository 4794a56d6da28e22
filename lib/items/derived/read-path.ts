import type { JsonValue } from '../configuration-item';
import { isJsonObject } from '../item-fields';

/** How many values a path may lead to: a list of hostile length must not become as many edges. */
const mostValues = 5000;

/**
 * The texts to which a path leads: fields by name, `[]` each one of a list, `[x]` those of a list whose `name` is x, `*` each
 * field's value. Names compare without regard to case, since AWS Config writes the same field in camel case for old types and in Pascal case for those of the CloudFormation
 * registry (`kmsKeyId`, `KmsKeyId`). A text that holds JSON is looked into where the path goes on, as AWS Config writes SQS's
 * `RedrivePolicy` and, in the API's form, every supplementary configuration.
 */
export function textsAt(value: JsonValue | undefined, path: readonly string[]): string[] {
  const found: string[] = [];
  collect(value, path, 0, found);
  return found;
}

function collect(given: JsonValue | undefined, path: readonly string[], at: number, found: string[]): void {
  if (given === undefined || found.length >= mostValues) return;
  const step = path[at];
  if (step === undefined) {
    if (typeof given === 'string' && given !== '') found.push(given);
    return;
  }
  const value = typeof given === 'string' ? decoded(given) : given;
  if (step.startsWith('[')) {
    if (!Array.isArray(value)) return;
    const wanted = step.slice(1, -1);
    for (const one of value) if (wanted === '' || isNamed(one, wanted)) collect(one, path, at + 1, found);
    return;
  }
  if (!isJsonObject(value)) return;
  if (step === '*') for (const one of Object.values(value)) collect(one, path, at + 1, found);
  else collect(memberOf(value, step), path, at + 1, found);
}

function isNamed(value: JsonValue, name: string): boolean {
  return isJsonObject(value) && memberOf(value, 'name') === name;
}

/** The own field of that name, in whatever case. */
function memberOf(object: { [name: string]: JsonValue }, name: string): JsonValue | undefined {
  if (Object.hasOwn(object, name)) return object[name];
  const wanted = name.toLowerCase();
  const key = Object.keys(object).find((one) => one.length === wanted.length && one.toLowerCase() === wanted);
  return key === undefined ? undefined : object[key];
}

const mostDecoded = 1 << 20;

function decoded(text: string): JsonValue | undefined {
  if (text.length > mostDecoded || !/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

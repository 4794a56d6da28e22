/**
 * JSON whose numbers stay as they are written. JavaScript has doubles alone: `JSON.parse` makes 9223372036854775807 another number, and 1.0
 * the number 1. A number that would come out otherwise is a `JsonNumber` here; all others, which are nearly all, are plain numbers.
 */

/** A number of JSON by its text, where JavaScript would write it in another way. */
export class JsonNumber {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** As it is written. */
  toString(): string {
    return this.#text;
  }

  /** The number that is next to it. */
  valueOf(): number {
    return Number(this.#text);
  }

  /** Within `stringifyJson` the text, marked; for whoever knows nothing of these numbers, what `JSON.parse` would have made of it. */
  toJSON(): string | number {
    if (!writing) return Number(this.#text);
    written = true;
    return mark + this.#text;
  }
}

/** What no text of a document can hold, since nobody knows it: it stands before a number while that has to pass for a string. */
const mark = Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join('');
const marked = new RegExp(`"${mark}([^"]*)"`, 'g');
let writing = false;
let written = false;

/** A number that is not a short integer, followed by what may follow a number: mostly within strings, if at all. */
const maybeRare = /[:,[\s]-?(?:\d+(?:\.\d+(?:[eE][+-]?\d+)?|[eE][+-]?\d+)|\d{16,}|(?<=-)0)(?=[\s,\]}])/;
const stringOrNumber = /["\d-]/g;
const wholeNumber = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** A number of JSON as a value. */
export function jsonNumber(text: string): number | JsonNumber {
  const value = Number(text);
  return String(value) === text ? value : new JsonNumber(text);
}

/**
 * As `JSON.parse`, but that numbers stay as they are written.
 *
 * @throws SyntaxError where `JSON.parse` does.
 */
export function parseJson(text: string): unknown {
  const whole = text.trim();
  if (/^-?\d/.test(whole)) {
    JSON.parse(text);
    return jsonNumber(whole);
  }
  if (!maybeRare.test(text)) return JSON.parse(text);
  // What is wrong is told of the text itself, not of that with marks.
  const plain: unknown = JSON.parse(text);
  const withMarks = markNumbers(text);
  if (withMarks === undefined) return plain;
  return JSON.parse(withMarks, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(mark) ? new JsonNumber(value.slice(mark.length)) : value,
  );
}

/** Makes marked strings of the numbers that JavaScript would write in another way; nothing where there are none. The text is valid. */
function markNumbers(text: string): string | undefined {
  const parts: string[] = [];
  let taken = 0;
  stringOrNumber.lastIndex = 0;
  for (let found = stringOrNumber.exec(text); found; found = stringOrNumber.exec(text)) {
    const at = found.index;
    if (found[0] === '"') {
      stringOrNumber.lastIndex = endOfString(text, at);
      continue;
    }
    wholeNumber.lastIndex = at;
    const [number = ''] = wholeNumber.exec(text) ?? [];
    stringOrNumber.lastIndex = at + number.length;
    if (String(Number(number)) === number) continue;
    parts.push(text.slice(taken, at), `"${mark}${number}"`);
    taken = at + number.length;
  }
  return taken === 0 ? undefined : parts.join('') + text.slice(taken);
}

/** The place behind the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  for (;;) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return at + 1;
    at = text.indexOf('"', at + 1);
  }
}

/** As `JSON.stringify` without spaces, but that a `JsonNumber` is written as it was. Undefined only for what has no JSON, as there. */
export function stringifyJson(value: unknown): string {
  // JSON.stringify calls nothing but toJSON, and does not wait: no other writing comes between.
  writing = true;
  written = false;
  try {
    const text = JSON.stringify(value);
    return written ? text.replace(marked, '$1') : text;
  } finally {
    writing = false;
  }
}

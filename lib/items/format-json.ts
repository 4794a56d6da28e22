const indentation = '  ';

/** Deeper fields are written on one line: a hostile file of brackets must not become gigabytes of spaces. */
const deepestIndent = 100;

/** Beyond this many characters the pretty form is given up, since a browser cannot hold it. */
const longestResult = 200_000_000;

const tab = 9;
const newline = 10;
const carriageReturn = 13;
const space = 32;
const quote = 34;
const comma = 44;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

function isSpace(code: number): boolean {
  return code === space || code === newline || code === carriageReturn || code === tab;
}

function endOfSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The index behind the closing quote of the string that starts at `from`; the text's end where it is never closed. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    at += code === backslash ? 2 : 1;
  }
  return text.length;
}

/** The index behind a number or a word such as `true`. */
function endOfScalar(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code) || code === quote || code === comma || code === colon) break;
    if (code === openBracket || code === closeBracket || code === openBrace || code === closeBrace) break;
    at++;
  }
  return at;
}

/**
 * The same JSON, one field a line and two spaces a level. Only white space between tokens changes: numbers beyond 2^53,
 * `1.0`, escapes and repeated keys stay as they are written, which `JSON.stringify(JSON.parse(text))` would not keep.
 * Text that is not JSON is laid out as far as it goes and never rejected; one that would grow beyond reason is returned
 * as it is.
 */
export function formatJson(text: string): string {
  const breaks = Array.from({ length: deepestIndent + 1 }, (_, depth) => `\n${indentation.repeat(depth)}`);
  const lineAt = (depth: number) => (depth <= deepestIndent ? (breaks[depth] ?? '\n') : '');
  let result = '';
  let depth = 0;
  let afterScalar = false;
  let at = endOfSpace(text, 0);

  while (at < text.length) {
    if (result.length > longestResult) return text;
    const code = text.charCodeAt(at);
    let end = at + 1;
    let scalar = false;
    if (code === openBrace || code === openBracket) {
      const inside = endOfSpace(text, end);
      if (text.charCodeAt(inside) === code + 2) {
        end = inside + 1;
        result += code === openBrace ? '{}' : '[]';
      } else {
        depth++;
        result += text[at] + lineAt(depth);
      }
    } else if (code === closeBrace || code === closeBracket) {
      const line = lineAt(depth);
      depth = Math.max(0, depth - 1);
      result += (line === '' ? '' : lineAt(depth)) + text[at];
    } else if (code === comma) {
      result += `,${lineAt(depth)}`;
    } else if (code === colon) {
      result += ': ';
    } else {
      scalar = true;
      end = code === quote ? endOfString(text, at) : endOfScalar(text, at);
      // Two scalars in a row are no JSON; without the space they would run into one.
      if (afterScalar) result += ' ';
      result += text.slice(at, end);
    }
    afterScalar = scalar;
    at = endOfSpace(text, end);
  }
  return result;
}

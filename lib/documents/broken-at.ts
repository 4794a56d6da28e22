/**
 * Where a piece of JSON breaks the rules: the first byte that cannot stand there, or the length where it ends too early; nothing where it
 * is valid. `JSON.parse` is the judge of that, and tells the place for some mistakes only: this is asked when it has refused.
 */
export function brokenAt(bytes: Uint8Array): number | undefined {
  const open: number[] = [];
  let at = skipBlanks(bytes, 0);
  let expected: 'value' | 'value or end' | 'key' | 'key or end' | 'comma or end' = 'value';
  for (;;) {
    const byte = bytes[at];
    if (byte === undefined) return at;
    const closing = byte === closeBrace || byte === closeBracket;
    if (closing && (expected === 'comma or end' || expected.endsWith('or end'))) {
      if (open.pop() !== byte) return at;
      at += 1;
    } else if (expected === 'comma or end') {
      if (byte !== comma) return at;
      at = skipBlanks(bytes, at + 1);
      expected = open.at(-1) === closeBrace ? 'key' : 'value';
      continue;
    } else if (expected === 'key' || expected === 'key or end') {
      const end = stringEnd(bytes, at);
      if (end < 0) return -end - 1;
      at = skipBlanks(bytes, end);
      if (bytes[at] !== colon) return at;
      at = skipBlanks(bytes, at + 1);
      expected = 'value';
      continue;
    } else if (byte === openBrace || byte === openBracket) {
      open.push(byte === openBrace ? closeBrace : closeBracket);
      expected = byte === openBrace ? 'key or end' : 'value or end';
      at = skipBlanks(bytes, at + 1);
      continue;
    } else {
      const end = byte === quote ? stringEnd(bytes, at) : scalarEnd(bytes, at);
      if (end < 0) return -end - 1;
      at = end;
    }
    at = skipBlanks(bytes, at);
    if (open.length === 0) return at === bytes.length ? undefined : at;
    expected = 'comma or end';
  }
}

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
const blanks: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0a, 0x0d]);
const escapes: ReadonlySet<number | undefined> = new Set(Buffer.from('"\\/bfnrt'));
const hexDigits: ReadonlySet<number | undefined> = new Set(Buffer.from('0123456789abcdefABCDEF'));
const scalarBytes: ReadonlySet<number | undefined> = new Set(Buffer.from('+-.0123456789abcdefghijklmnopqrstuvwxyzE'));
const scalar = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

function skipBlanks(bytes: Uint8Array, at: number): number {
  let next = at;
  while (blanks.has(bytes[next])) next += 1;
  return next;
}

/** The position behind a string; where it is broken at place p, -p - 1. */
function stringEnd(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== quote) return -start - 1;
  for (let at = start + 1; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === quote) return at + 1;
    if (byte < 0x20) return -at - 1;
    if (byte !== backslash) continue;
    at += 1;
    if (bytes[at] === 0x75) {
      for (let digit = 0; digit < 4; digit++) if (!hexDigits.has(bytes[++at])) return -at - 1;
    } else if (!escapes.has(bytes[at])) return -at - 1;
  }
  return -bytes.length - 1;
}

/** The position behind a number or a word; negative as for strings. */
function scalarEnd(bytes: Uint8Array, start: number): number {
  let end = start;
  while (scalarBytes.has(bytes[end])) end += 1;
  return scalar.test(Buffer.from(bytes.subarray(start, end)).toString('latin1')) ? end : -start - 1;
}

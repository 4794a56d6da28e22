import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonNumber, jsonNumber, parseJson, stringifyJson } from './json';

const digits = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }).map(String);
const fraction = fc.stringMatching(/^[0-9]{1,20}$/);
const exponent = fc.tuple(fc.constantFrom('e', 'E'), fc.constantFrom('', '+', '-'), fc.nat({ max: 400 }));

/** A number in any form that JSON allows. */
const number = fc.oneof(
  digits,
  fc.constantFrom('-0', '0.0', '1.0', '1.10', '-0.0', '9223372036854775807', '9223372036854775806', '1e2', '1E400'),
  fc.tuple(digits, fraction).map(([whole, part]) => `${whole}.${part}`),
  fc.tuple(digits, exponent).map(([whole, end]) => whole + end.join('')),
  fc.tuple(digits, fraction, exponent).map(([whole, part, end]) => `${whole}.${part}${end.join('')}`),
);
/** Strings that look like numbers, or hold what stands around them. */
const string = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('1.0', ',1.0,', '[-0]', '\\', '\\"', '"1.0"', '08:31:54.000Z', '{"a":1.0}'),
);
const { document } = fc.letrec<{ document: string }>((tie) => ({
  document: fc.oneof(
    { maxDepth: 4 },
    number,
    string.map((one) => JSON.stringify(one)),
    fc.constantFrom('true', 'false', 'null'),
    fc.array(tie('document'), { maxLength: 4 }).map((list) => `[${list.join(',')}]`),
    fc
      .uniqueArray(fc.tuple(fc.oneof(string, fc.constant('__proto__')), tie('document')), {
        // A key that is an index would move to the front.
        selector: ([key]) => key,
        maxLength: 4,
      })
      .map((fields) => fields.filter(([key]) => !/^\d+$/.test(key)))
      .map((fields) => `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`),
  ),
}));

test('every number of a document comes back as it was written, and nothing else is changed', () => {
  fc.assert(
    fc.property(document, (text) => {
      expect(stringifyJson(parseJson(text))).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});

test('for who knows nothing of them the values are those of JSON.parse', () => {
  fc.assert(
    fc.property(document, (text) => {
      expect(JSON.stringify(parseJson(text))).toBe(JSON.stringify(JSON.parse(text)));
    }),
  );
});

test('white space around numbers does not hide them', () => {
  expect(stringifyJson(parseJson(' [ 1.0 ,\n-0\t, 9223372036854775807\r] '))).toBe('[1.0,-0,9223372036854775807]');
  expect(stringifyJson(parseJson('\n1.0 '))).toBe('1.0');
});

test('what JSON.parse refuses is refused', () => {
  const edits = fc.tuple(
    document,
    fc.nat(),
    fc.constantFrom('', '"', '\\', '{', '}', '[', ']', ',', ':', '1', '.', '-'),
  );
  fc.assert(
    fc.property(edits, ([whole, place, added]) => {
      const at = place % (whole.length + 1);
      const text = whole.slice(0, at) + added + whole.slice(at + 1);
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      if (valid) expect(JSON.stringify(parseJson(text))).toBe(JSON.stringify(JSON.parse(text)));
      else expect(() => parseJson(text)).toThrow(SyntaxError);
    }),
    { numRuns: 1_000 },
  );
});

test('only numbers that JavaScript would write otherwise are kept by their text', () => {
  for (const text of ['0', '-1', '1.5', '9007199254740992', '1e+21']) expect(jsonNumber(text)).toBe(Number(text));
  for (const text of ['1.0', '-0', '9007199254740993', '1e3', '1e21']) {
    const number = jsonNumber(text);
    expect(number).toBeInstanceOf(JsonNumber);
    expect([String(number), Number(number)]).toEqual([text, Number(text)]);
  }
});

test('a string of many megabytes with escapes is passed over', () => {
  const long = JSON.stringify(['\\"'.repeat(3_000_000)]);
  expect(stringifyJson(parseJson(`${long.slice(0, -1)},1.0]`))).toBe(`${long.slice(0, -1)},1.0]`);
});

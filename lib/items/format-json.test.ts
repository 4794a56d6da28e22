import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatJson } from './format-json';

/** The oracle: white space outside strings removed by a rule that shares nothing with the formatter. */
function withoutSpace(text: string): string {
  return text.replace(/("(?:[^"\\]|\\.)*")|\s+/gsu, (_, string: string | undefined) => string ?? '');
}

describe('formatJson', () => {
  test('puts one field on a line and keeps empty containers closed', () => {
    expect(formatJson('{"a":[1,{"b":null}],"c":{ },"d":[]}')).toBe(
      '{\n  "a": [\n    1,\n    {\n      "b": null\n    }\n  ],\n  "c": {},\n  "d": []\n}',
    );
  });

  test('lays valid JSON out as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(formatJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
      }),
    );
  });

  test('keeps the meaning and, white space aside, every character', () => {
    const padded = fc
      .tuple(fc.jsonValue(), fc.constantFrom('', ' ', '\t', '   '))
      .map(([value, indent]) => `\r\n ${JSON.stringify(value, null, indent)} \n`);
    fc.assert(
      fc.property(padded, (text) => {
        const pretty = formatJson(text);
        expect(JSON.parse(pretty)).toEqual(JSON.parse(text));
        expect(withoutSpace(pretty)).toBe(withoutSpace(text));
      }),
    );
  });

  test('does not touch numbers, escapes or repeated keys', () => {
    const text = '{"id":12345678901234567890,"n":1.0,"e":-0e10,"s":"\\u00e9\\/ \\" {a , b: [","id":2}';
    expect(withoutSpace(formatJson(text))).toBe(withoutSpace(text));
    expect(formatJson(text)).toContain('"id": 12345678901234567890,');
    expect(formatJson(text)).toContain('"s": "\\u00e9\\/ \\" {a , b: ["');
  });

  test('returns from any text at all, losing nothing but white space', () => {
    const nonsense = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', ' ', '\n', 'a', '1', '😀'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(nonsense, (text) => {
        const shown = (value: string) => value.replace(/[ \n]/g, '');
        expect(shown(formatJson(text))).toBe(shown(text));
      }),
    );
  });

  test('does not let deep nesting grow into gigabytes of spaces', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const pretty = formatJson(deep);
    expect(pretty.length).toBeLessThan(deep.length * 2);
    expect(withoutSpace(pretty)).toBe(deep);
  });
});

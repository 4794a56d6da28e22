import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeSplitter } from '../../../tools/make-splitter.mjs';
import { WasmSplitter } from './wasm-splitter';

function offsets(text: string, size = 1 << 20): number[] {
  const splitter = new WasmSplitter({ name: 'samples/x.json' });
  const bytes = Buffer.from(text);
  const found: number[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    splitter.push(bytes.subarray(at, at + size), ({ offset }) => found.push(offset));
  }
  splitter.end();
  return found;
}

test('the compiled splitter is made of the source beside it', async () => {
  expect(readFileSync('lib/snapshots/splitter/splitter-bytes.ts', 'utf8')).toBe(await makeSplitter());
});

test.each([
  ['', 'EmptyDocument', 'samples/x.json is empty (0 bytes)'],
  [' \n', 'EmptyDocument', 'is empty (2 bytes)'],
  ['{"configurationItems":[{"a":"é"},{"b', 'TruncatedJson', 'breaks off at byte 37: a value is not complete'],
  ['{"configurationItems":[{}', 'TruncatedJson', 'breaks off at byte 25: "," or "]" should follow'],
  ['[{}]]', 'BrokenJson', 'at byte 4, is not valid JSON: there should be nothing more, near "[{}]]"'],
  ['[{} {}]', 'BrokenJson', 'at byte 4, is not valid JSON: there should be "," or "]"'],
  ['[{"a" 1}]', 'BrokenJson', 'at byte 6, is not valid JSON: there should be ":"'],
  ['[{"a":01}]', 'BrokenJson', 'at byte 6, is not valid JSON: there should be a number, true, false or null'],
  ['[{"a":"\\x"}]', 'BrokenJson', 'at byte 7, is not valid JSON: there should be a text'],
  ['[{"a":"\t"}]', 'BrokenJson', 'at byte 7, is not valid JSON: there should be a text'],
  ['{"a":nul,"configurationItems":[]}', 'BrokenJson', 'at byte 5, is not valid JSON'],
  ['<?xml version="1.0"?>', 'BrokenJson', 'at byte 0, is not valid JSON: there should be "{" or "["'],
  ['{"configurationItems":{}}', 'InvalidSnapshot', '"configurationItems" should be a list'],
  ['{"configurationItems":[],"configurationItems":[]}', 'InvalidSnapshot', 'a second "configurationItems"'],
  ['{"configurationItems":[]}{}', 'BrokenJson', 'there should be nothing more'],
  [`[${'['.repeat(600)}`, 'TooDeep', 'nests JSON deeper than 500 levels'],
])('%s is told as %s, whatever the chunks', (text, code, message) => {
  for (const size of [1, 7, 1 << 20]) {
    expect(() => offsets(text, size)).toThrow(expect.objectContaining({ kind: 'unreadable', code }));
    expect(() => offsets(text, size)).toThrow(message);
  }
});

test('lines of items, and a byte order mark, are passed over and counted', () => {
  expect(offsets('\ufeff[{"a":1}]', 2)).toEqual([4]);
  expect(offsets('{"a":1}\n{"a":2}\r\n\n{"a":{}}', 3)).toEqual([0, 8, 18]);
});

test('an item of many megabytes is found, and one beyond the limit ends the reading', () => {
  const item = JSON.stringify({ text: 'x'.repeat(10 * 2 ** 20) });
  expect(offsets(`{"configurationItems":[${item},{}]}`, 64 * 1024)).toEqual([23, 24 + item.length]);
  const splitter = new WasmSplitter({ name: 'x', maxItemBytes: 5000 });
  const endless = () => {
    splitter.push(Buffer.from('[{"a":"'), () => undefined);
    for (;;) splitter.push(Buffer.alloc(1000, 'x'), () => undefined);
  };
  expect(endless).toThrow(expect.objectContaining({ code: 'TooLarge' }));
});

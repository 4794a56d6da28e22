import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeWasm, modules } from '../../../tools/make-wasm.mjs';
import { DocumentScanner } from './document-scanner';

function offsets(text: string, size = 1 << 20): number[] {
  const scanner = new DocumentScanner({ name: 'samples/x.json' });
  const bytes = Buffer.from(text);
  const found: number[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    scanner.push(bytes.subarray(at, at + size), ({ offset }) => found.push(offset));
  }
  scanner.end();
  return found;
}

test.each(modules)('%s-bytes.ts is made of the source beside it', async (module) => {
  expect(readFileSync(`${module}-bytes.ts`, 'utf8')).toBe(await makeWasm(module));
});

test.each([
  ['', 'EmptyDocument', 'samples/x.json is empty (0 bytes)'],
  [' \n', 'EmptyDocument', 'is empty (2 bytes)'],
  ['{"configurationItems":[{"a":"é"},{"b', 'TruncatedJson', 'breaks off at byte 37: a value is not complete'],
  ['{"configurationItems":[{}', 'TruncatedJson', 'breaks off at byte 25: "," or "]" should follow'],
  ['[{}]]', 'BrokenJson', 'at byte 4, is not valid JSON: expected nothing more, near "[{}]]"'],
  ['[{} {}]', 'BrokenJson', 'at byte 4, is not valid JSON: expected "," or "]"'],
  ['[{"a" 1}]', 'BrokenJson', 'at byte 6, is not valid JSON: expected ":"'],
  ['[{"a":01}]', 'BrokenJson', 'at byte 6, is not valid JSON: expected a number, true, false or null'],
  ['[{"a":"\\x"}]', 'BrokenJson', 'at byte 8, is not valid JSON: expected a string'],
  ['[{"a":"\t"}]', 'BrokenJson', 'at byte 7, is not valid JSON: expected a string'],
  ['{"a":nul,"configurationItems":[]}', 'BrokenJson', 'at byte 5, is not valid JSON'],
  ['<?xml version="1.0"?>', 'BrokenJson', 'at byte 0, is not valid JSON: expected "{" or "["'],
  ['{"configurationItems":{}}', 'InvalidSnapshot', '"configurationItems" must be an array'],
  ['{"configurationItems":[],"configurationItems":[]}', 'InvalidSnapshot', 'a second "configurationItems"'],
  ['{"configurationItems":[]}[]', 'BrokenJson', 'expected nothing more'],
  ['[{"a":1}]{"a":2}', 'BrokenJson', 'expected nothing more'],
  [`[${'['.repeat(600)}`, 'TooDeep', 'nests JSON deeper than 500 levels'],
])('%s is told as %s, whatever the chunks', (text, code, message) => {
  for (const size of [1, 7, 1 << 20]) {
    expect(() => offsets(text, size)).toThrow(expect.objectContaining({ kind: 'unreadable', code }));
    expect(() => offsets(text, size)).toThrow(message);
  }
});

test('documents one behind the other are told one by one, whatever the chunks', () => {
  const text = '{"a":"1","configurationItems":[{"b":1},{"b":2}]}\n{"a":"2","configurationItems":[{"b":3}]}{"b":4}';
  for (const size of [1, 7, 1 << 20]) {
    const scanner = new DocumentScanner({ name: 'x' });
    scanner.keepItems(0);
    const found: number[] = [];
    for (let at = 0; at < text.length; at += size) {
      scanner.push(Buffer.from(text.slice(at, at + size)), ({ offset }) => {
        found.push(offset);
        scanner.keep();
      });
    }
    const { documents, total } = scanner.end();
    expect(found.map((offset) => text.slice(offset, offset + 7))).toEqual(['{"b":1}', '{"b":2}', '{"b":3}', '{"b":4}']);
    expect(total).toBe(3);
    expect(documents.map(({ fields, items }) => [fields.get('a'), items])).toEqual([
      ['1', 2],
      ['2', 1],
      [undefined, 1],
    ]);
  }
});

test('lines of items, and a byte order mark, are passed over and counted', () => {
  expect(offsets('\ufeff[{"a":1}]', 2)).toEqual([4]);
  expect(offsets('{"a":1}\n{"a":2}\r\n\n{"a":{}}', 3)).toEqual([0, 8, 18]);
});

test('an item of many megabytes is found, and one beyond the limit ends the reading', () => {
  const item = JSON.stringify({ text: 'x'.repeat(10 * 2 ** 20) });
  expect(offsets(`{"configurationItems":[${item},{}]}`, 64 * 1024)).toEqual([23, 24 + item.length]);
  const scanner = new DocumentScanner({ name: 'x', maxItemBytes: 5000 });
  const endless = () => {
    scanner.push(Buffer.from('[{"a":"'), () => undefined);
    for (;;) scanner.push(Buffer.alloc(1000, 'x'), () => undefined);
  };
  expect(endless).toThrow(expect.objectContaining({ code: 'TooLarge' }));
});

test('columns grow with the items, in the order of the document, whether JSON.parse has read an item or not', () => {
  const count = 5_000;
  const isRead = (n: number) => n % 7 === 3;
  const items = Array.from({ length: count }, (_, n) => ({
    resourceType: 'T',
    resourceId: `id-${n}`,
    awsRegion: 'r',
    awsAccountId: '1',
    configurationItemStatus: 'OK',
    configurationItemCaptureTime: isRead(n) ? '2026-11-22T08:31:54Z' : '2026-11-22T08:31:54.000Z',
    tags: Object.fromEntries(Array.from({ length: n % 4 }, (_, tag) => [`tag-${tag}`, `value-${n}`])),
    relationships: Array.from({ length: n % 5 }, () => ({ resourceType: 'U', resourceId: `to-${n}`, name: 'is' })),
  }));
  const scanner = new DocumentScanner({ name: 'x' });
  scanner.keepItems(0);
  const none = 0xffffffff;
  let read = 0;
  const bytes = Buffer.from(JSON.stringify(items));
  for (let at = 0; at < bytes.length; at += 10_000) {
    scanner.push(bytes.subarray(at, at + 10_000), ({ slow, bytes: text }) => {
      expect(slow).toBe(true);
      read++;
      const item: (typeof items)[number] = JSON.parse(Buffer.from(text).toString());
      const [type, id, other] = ['T', item.resourceId, 'other'].map((one) => scanner.intern(one));
      scanner.keep({
        strings: [type ?? none, id ?? none, none, none, none, none, none],
        hash: [1, 2],
        captured: 3,
        stateId: 4,
        tags: Object.entries(item.tags).map(([key, value]) => [scanner.intern(key), scanner.intern(value)]),
        edges: item.relationships.map(({ resourceId }) => [
          type ?? none,
          scanner.intern(resourceId),
          none,
          other ?? none,
        ]),
      });
    });
  }
  scanner.end();
  expect(read).toBe(items.filter((_, n) => isRead(n)).length);
  const { columns, strings } = scanner.finish();
  const text = (number = none) => strings.get(number);
  for (const [n, item] of items.entries()) {
    expect(text(columns.id[n])).toBe(`id-${n}`);
    const span = (starts: Uint32Array, column: Uint32Array) => [...column.subarray(starts[n], starts[n + 1])].map(text);
    expect(span(columns.tagStart, columns.tagKey)).toEqual(Object.keys(item.tags));
    expect(span(columns.tagStart, columns.tagValue)).toEqual(Object.values(item.tags));
    expect(span(columns.edgeStart, columns.edgeId)).toEqual(item.relationships.map(({ resourceId }) => resourceId));
    const [from = 0, length = 0] = [columns.offset[n], columns.length[n]];
    expect(JSON.parse(bytes.toString('utf8', from, from + length))).toEqual(item);
    expect(columns.captured[n]).toBe(isRead(n) ? 3 : Date.parse('2026-11-22T08:31:54.000Z'));
    expect(columns.stateId[n]).toBe(isRead(n) ? 4 : 0);
  }
});

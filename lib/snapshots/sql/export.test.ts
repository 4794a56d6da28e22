import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { exported } from './export';
import type { QueryAnswer } from './query-process';

const answer: QueryAnswer = {
  columns: [
    { name: 'id, or name', type: 'VARCHAR' },
    { name: 'n', type: 'BIGINT' },
    { name: 'part', type: 'JSON' },
  ],
  rows: [
    ['a "quoted"\nname', -1, { a: [1, 'x'] }],
    ['=HYPERLINK("http://evil")', null, true],
  ],
};

test('CSV quotes what must be, and no cell is a formula', async () => {
  const { body, contentType, fileName } = exported(answer, 'csv');
  expect(await text(body)).toBe(
    '"id, or name",n,part\r\n"a ""quoted""\nname",-1,"{""a"":[1,""x""]}"\r\n"\'=HYPERLINK(""http://evil"")",,true\r\n',
  );
  expect([contentType, fileName]).toEqual(['text/csv; charset=utf-8', 'query.csv']);
});

test('JSON is a list of objects, each value as it is', async () => {
  expect(JSON.parse(await text(exported(answer, 'json').body))).toEqual([
    { 'id, or name': 'a "quoted"\nname', n: -1, part: { a: [1, 'x'] } },
    { 'id, or name': '=HYPERLINK("http://evil")', n: null, part: true },
  ]);
  expect(JSON.parse(await text(exported({ columns: [], rows: [] }, 'json').body))).toEqual([]);
});

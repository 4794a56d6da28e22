import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { operationSupport } from './operation-support';

test('the table of docs/wire.md has every operation of the model, how it is answered, and what it does', async () => {
  const text = await readFile(new URL('../../docs/wire.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| ([A-Z]\w+) +\| (yes|none|refused|no) +\| (\S.*?) +\|$/gm)];
  expect(rows.map(([, name, support]) => ({ name, support }))).toEqual(operationSupport);
});

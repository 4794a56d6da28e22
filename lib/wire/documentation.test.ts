import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { operationNames } from './model/model';
import { operations } from './operations/table';

test('the table of docs/wire.md has every operation of the model, and says which are supported', async () => {
  const text = await readFile(new URL('../../docs/wire.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| ([A-Z]\w+) +\| (yes)? *\|/gm)].map(([, name, yes]) => [name, yes === 'yes']);
  expect(rows).toEqual(operationNames.map((name) => [name, operations.has(name)]));
});

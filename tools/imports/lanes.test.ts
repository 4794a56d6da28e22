import { describe, expect, test } from 'vitest';
import { laneViolations } from './lanes';
import { readSources, sourcesIn } from './project';

const check = (files: Record<string, string>) => laneViolations(readSources(new Map(Object.entries(files))));

// It reads all sources of the project.
test('unit tests of this project reach no database, server, network or process', { timeout: 300_000 }, () => {
  expect(laneViolations(readSources(sourcesIn('.')))).toEqual([]);
});

const postgres = { 'lib/database/postgres.ts': "import pg from 'pg'; export const open = pg.Pool;" };

test('a unit test that reaches a database through its fixture is found, with the way', () => {
  const found = check({
    ...postgres,
    'lib/a/a.test.ts': "import { start } from './test-fixture';",
    'lib/a/test-fixture.ts': "export { open as start } from '../database/postgres';",
  });
  expect(found).toEqual([
    'lib/a/a.test.ts: reaches lib/a/test-fixture.ts → lib/database/postgres.ts → pg: name it *.contract.test.ts, or test without it',
  ]);
});

describe.each([
  ['a server of its own', "import { createServer } from 'node:http';"],
  ['a process', "import { spawn } from 'node:child_process';"],
  ['a database by a dynamic import', "export const later = () => import('../database/postgres');"],
  ['a database beside a type', "import { type Pool, open } from '../database/postgres';"],
])('a test with %s', (_, source) => {
  test('is no unit test', () => {
    expect(check({ ...postgres, 'lib/a/a.test.ts': source })).toHaveLength(1);
  });

  test('is a contract test', () => {
    expect(check({ ...postgres, 'lib/a/a.contract.test.ts': source })).toEqual([]);
  });
});

test.each([
  ['a type', "import type { Pool } from '../database/postgres';"],
  ['types by name', "import { type Pool } from '../database/postgres';"],
  ['files and streams', "import { readFile } from 'node:fs/promises'; import { Readable } from 'node:stream';"],
])('a unit test may import %s', (_, source) => {
  expect(check({ ...postgres, 'lib/a/a.test.ts': source })).toEqual([]);
});

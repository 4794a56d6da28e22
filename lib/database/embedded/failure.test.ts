import { expect, test } from 'vitest';
import { postgresFailure } from './failure';

test('a full disk is told from what PostgreSQL printed', () => {
  const output = 'FATAL:  could not write to file "pg_wal/xlogtemp.29": No space left on device';
  expect(postgresFailure('The server did not start', output)).toMatchObject({ code: 'DiskFull' });
});

test('a full disk is told from a system error', () => {
  const cause = Object.assign(new Error('write'), { code: 'ENOSPC' });
  expect(postgresFailure('The server did not start', '', cause)).toMatchObject({ code: 'DiskFull' });
});

test('a program that is there and cannot be found lacks its loader: the system is without glibc', () => {
  const cause = Object.assign(new Error('spawn ENOENT'), { code: 'ENOENT', path: process.execPath });
  expect(postgresFailure('PostgreSQL could not be run', '', cause)).toMatchObject({
    code: 'PostgresNotInstalled',
    message: expect.stringMatching(/musl.*DATABASE_URL/),
  });
});

test('else the last lines of what was printed are told', () => {
  const output = Array.from({ length: 20 }, (_, index) => `line ${index}`).join('\n');
  const failure = postgresFailure('The server did not start', output);
  expect(failure.code).toBe('PostgresDidNotStart');
  expect(failure.message).toContain('line 19');
  expect(failure.message).not.toContain('line 3\n');
});

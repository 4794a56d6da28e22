import { chmod, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockDataFolder } from './data-folder';
import { socketFolder } from './embedded/socket-folder';
import { startProcess } from './test-process';

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(path.join(os.tmpdir(), 'snapscope-lock-'));
  folder = path.join(parent, 'data');
});
afterEach(() => rm(parent, { recursive: true, force: true }));

function holder(target: string) {
  return startProcess(`
    import { lockDataFolder } from '@/lib/database/data-folder';
    await lockDataFolder(${JSON.stringify(target)});
    console.log('locked');
    setInterval(() => {}, 1000);
  `);
}

describe('lockDataFolder', () => {
  test('makes the folder for its user alone, and the way to it as usual', async () => {
    const inner = path.join(folder, 'inner');
    const lock = await lockDataFolder(inner);
    expect((await stat(inner)).mode & 0o077).toBe(0);
    expect((await stat(folder)).mode & 0o500).toBe(0o500);
    await lock.release();
  });

  test('refuses a folder that another process holds, by its number', async () => {
    const other = await holder(folder);
    try {
      await expect(lockDataFolder(folder)).rejects.toMatchObject({
        kind: 'conflict',
        code: 'DataFolderInUse',
        message: expect.stringContaining(`${folder} is in use by Snapscope process ${other.pid}.`),
      });
    } finally {
      await other.kill();
    }
  });

  test('takes over from a process that was killed', async () => {
    const other = await holder(folder);
    await other.kill();
    expect(await readdir(path.join(folder, 'lock'))).toHaveLength(1);
    const lock = await lockDataFolder(folder);
    await expect(lockDataFolder(folder)).rejects.toMatchObject({ code: 'DataFolderInUse' });
    await lock.release();
  });

  test('clears what killed processes left long ago', async () => {
    const other = await holder(folder);
    await other.kill();
    const [name = ''] = await readdir(path.join(folder, 'lock'));
    const hourAgo = new Date(Date.now() - 3_600_000);
    await utimes(path.join(folder, 'lock', name), hourAgo, hourAgo);
    const lock = await lockDataFolder(folder);
    expect(await readdir(path.join(folder, 'lock'))).not.toContain(name);
    await lock.release();
  });

  test('is free again after release, which may be called twice', async () => {
    const lock = await lockDataFolder(folder);
    await lock.release();
    await lock.release();
    await (await lockDataFolder(folder)).release();
    expect(await readdir(path.join(folder, 'lock'))).toEqual([]);
  });

  test('lets exactly one of many in, however often they come at once', async () => {
    for (let round = 0; round < 100; round++) {
      const tries = await Promise.allSettled(Array.from({ length: 6 }, () => lockDataFolder(folder)));
      const won = tries.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      expect(won).toHaveLength(1);
      await won[0]?.release();
    }
  });

  test('holds in a folder whose path is too long for a socket', async () => {
    const deep = path.join(folder, 'a'.repeat(60), 'b'.repeat(60));
    const lock = await lockDataFolder(deep);
    await expect(lockDataFolder(deep)).rejects.toMatchObject({ code: 'DataFolderInUse' });
    await lock.release();
    await rm(await socketFolder(path.join(deep, 'lock'), '0000000000000000'), { recursive: true });
  });

  test('names a folder that cannot be one', async () => {
    await writeFile(folder, 'a file');
    await expect(lockDataFolder(folder)).rejects.toMatchObject({
      kind: 'denied',
      code: 'DataFolderNotWritable',
      message: expect.stringContaining(folder),
    });
  });

  test.skipIf(process.geteuid?.() === 0)('names a folder that it may not write', async () => {
    await chmod(parent, 0o500);
    await expect(lockDataFolder(folder)).rejects.toMatchObject({ code: 'DataFolderNotWritable' });
    await chmod(parent, 0o700);
  });
});

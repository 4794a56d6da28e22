import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LogFields, silentLog } from '@/lib/log/log';
import { openPostgres } from '../postgres';
import { processName } from '../process';
import { startProcess } from '../test-process';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded';

const run = promisify(execFile);
/** Where a cluster was made and stopped: what does not ask how clusters are made begins with a copy of it. */
let template: string;
let folder: string;
let log: string[];
const note = (fields: LogFields, message: string) => void log.push(`${message} ${JSON.stringify(fields)}`);
const listeningLog = { ...silentLog, info: note, warn: note, error: note };
let started: EmbeddedPostgres[];

beforeAll(async () => {
  template = await mkdtemp(path.join(os.tmpdir(), 'snapscope-embedded-'));
  await (await startEmbeddedPostgres({ folder: template, log: silentLog, durable: false })).stop();
});
afterAll(() => rm(template, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'snapscope-embedded-'));
  log = [];
  started = [];
});
afterEach(async () => {
  for (const server of started) await server.stop();
  // An initdb whose parent was killed may still be writing.
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

async function start(target = folder, durable = false, pausesMs?: readonly number[]): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder: target, log: listeningLog, durable, pausesMs });
  started.push(server);
  return server;
}

/** A cluster stands in the folder, as after an ordered end. */
async function copyCluster(): Promise<void> {
  await run('cp', ['-a', path.join(template, 'postgres'), folder]);
}

async function ask<Row>(server: EmbeddedPostgres, text: string): Promise<Row[]> {
  const database = openPostgres(server.connection);
  try {
    return (await database.query<Row>(text)).rows;
  } finally {
    await database.close();
  }
}

async function serverPid(target = folder): Promise<number> {
  return Number((await readFile(path.join(target, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

describe('startEmbeddedPostgres', () => {
  test('runs PostgreSQL 18 on a private socket only, and keeps data over a restart', async () => {
    const first = await start(folder, true);
    expect(await ask(first, `SELECT current_setting('server_version_num')::int / 10000 AS version`)).toEqual([
      { version: 18 },
    ]);
    expect(await ask(first, `SELECT current_setting('listen_addresses') AS at, current_setting('fsync') AS fsync`)) //
      .toEqual([{ at: '', fsync: 'on' }]);
    expect(
      await ask(first, 'SELECT pg_encoding_to_char(encoding) AS e FROM pg_database WHERE datname = current_database()'),
    ) //
      .toEqual([{ e: 'UTF8' }]);
    expect((await stat(first.connection.host)).mode & 0o077).toBe(0);
    await ask(first, 'CREATE TABLE kept AS SELECT 42 AS n');
    await first.stop();
    expect(await ask(await start(), 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
    expect(log).toEqual([]);
  });

  test('is gone when stop resolves, even with a session open; stop may be called twice', async () => {
    await copyCluster();
    const server = await start();
    const pid = await serverPid();
    const database = openPostgres(server.connection);
    await database.query('SELECT 1');
    await Promise.all([server.stop(), server.stop()]);
    expect(await processName(pid)).toBeUndefined();
    await expect(database.query('SELECT 1')).rejects.toMatchObject({ code: 'DatabaseUnavailable' });
    await database.close();
    expect(log).toEqual([]);
  });

  test('takes over the server of a killed process, its data intact, and stops it in the end', async () => {
    const other = await startProcess(`
      import { silentLog } from '@/lib/log/log';
      import { startEmbeddedPostgres } from '@/lib/database/embedded/embedded';
      import { openPostgres } from '@/lib/database/postgres';
      const server = await startEmbeddedPostgres({ folder: ${JSON.stringify(folder)}, log: silentLog });
      const database = openPostgres(server.connection);
      await database.query('CREATE TABLE kept AS SELECT 42 AS n');
      console.log('written');
      setInterval(() => {}, 1000);
    `);
    const pid = await serverPid();
    await other.kill();
    expect(await processName(pid)).toBe('postgres');

    const server = await start();
    expect(await serverPid()).toBe(pid);
    expect(log.join()).toContain(`"pid":${pid}`);
    expect(await ask(server, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
    await server.stop();
    expect(await processName(pid)).toBeUndefined();
  });

  test('starts the server again when that was killed, with all that was committed', async () => {
    await copyCluster();
    const server = await start(folder, true);
    await ask(server, 'CREATE TABLE kept AS SELECT 42 AS n');
    const killed = await serverPid();
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => log.join(), { timeout: 10_000 }).toContain('SIGKILL');
    await expect.poll(() => log.join(), { timeout: 30_000 }).toContain('runs again');
    expect(server.state()).toBe('running');
    expect(await ask(server, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
    const pid = await serverPid();
    expect(pid).not.toBe(killed);
    await server.stop();
    expect(await processName(pid)).toBeUndefined();
  });

  test('gives up a server that does not start again, says so, and may still be stopped', async () => {
    await copyCluster();
    const server = await start(folder, false, [0, 0]);
    await writeFile(path.join(folder, 'postgres', 'postgresql.auto.conf'), 'no_such_setting = 1\n');
    process.kill(await serverPid(), 'SIGKILL');
    await expect.poll(() => server.state(), { timeout: 30_000 }).toBe('failed');
    expect(log.join('\n')).toMatch(/PostgresDidNotStart[\s\S]*started 2 times in vain/);
    await server.stop();
  });

  test('may be stopped while it is started again', async () => {
    await copyCluster();
    const server = await start(folder, false, [60_000]);
    process.kill(await serverPid(), 'SIGKILL');
    await expect.poll(() => server.state(), { timeout: 10_000 }).toBe('restarting');
    await server.stop();
    expect(log.join()).not.toContain('runs again');
  });

  // Which of the two comes first, and what it has written down when the other looks, is another each time.
  test.each([1, 2, 3, 4, 5])('two starts at once end with one server, which either may stop (%i)', async () => {
    await copyCluster();
    const [one, other] = await Promise.all([start(), start()]);
    const pid = await serverPid();
    expect(await ask(one, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await ask(other, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await one.stop();
    await other.stop();
    expect(await processName(pid)).toBeUndefined();
  });

  test('is not misled by a process number that a stranger has now', async () => {
    await copyCluster();
    const file = path.join(folder, 'postgres', 'postmaster.pid');
    await writeFile(file, `${process.pid}\n${folder}/postgres\n1\n5432\n${folder}/postgres\n\n\nready\n`);
    expect(await ask(await start(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('starts afresh after an initdb that was cut off', async () => {
    await mkdir(path.join(folder, 'postgres.new-0a1b2c', 'base'), { recursive: true });
    await start();
    expect((await readdir(folder)).sort()).toEqual(['postgres', 'postgres.log']);
  });

  test.each([150, 400, 700])('starts after a first start that was killed %i ms in', async (milliseconds) => {
    const other = await startProcess(`
      import { silentLog } from '@/lib/log/log';
      import { startEmbeddedPostgres } from '@/lib/database/embedded/embedded';
      console.log('starting');
      await startEmbeddedPostgres({ folder: ${JSON.stringify(folder)}, log: silentLog });
      setInterval(() => {}, 1000);
    `);
    await setTimeout(milliseconds);
    await other.kill();
    expect(await ask(await start(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('runs in a folder whose path is too long for a socket, and with odd letters', async () => {
    const deep = path.join(folder, `it's "odd", $HOME é`, 'a'.repeat(90));
    await mkdir(deep, { recursive: true });
    // Where root has to run the server as another user, that user must be able to come here.
    await chmod(folder, 0o711);
    const server = await start(deep);
    expect(server.connection.host.startsWith(deep)).toBe(false);
    expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
    await rm(server.connection.host, { recursive: true });
  });

  test('puts a log that has grown large aside', async () => {
    await copyCluster();
    await writeFile(path.join(folder, 'postgres.log'), Buffer.alloc(9 * 1024 * 1024));
    await start();
    expect((await stat(path.join(folder, 'postgres.log'))).size).toBeLessThan(1024 * 1024);
    expect((await stat(path.join(folder, 'postgres.log.1'))).size).toBe(9 * 1024 * 1024);
  });

  test('refuses the cluster of another PostgreSQL by name', async () => {
    await mkdir(path.join(folder, 'postgres'), { mode: 0o700 });
    await writeFile(path.join(folder, 'postgres', 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toMatchObject({
      code: 'PostgresVersionMismatch',
      message: expect.stringMatching(/made by PostgreSQL 17.*brings PostgreSQL 18/),
    });
  });

  test('refuses a folder with something else in it, and leaves that alone', async () => {
    await mkdir(path.join(folder, 'postgres'), { mode: 0o700 });
    await writeFile(path.join(folder, 'postgres', 'diary.txt'), 'mine');
    await expect(start()).rejects.toMatchObject({ code: 'PostgresFolderNotACluster' });
    expect(await readFile(path.join(folder, 'postgres', 'diary.txt'), 'utf8')).toBe('mine');
    expect(await readdir(folder)).toEqual(['postgres']);
  });

  test('tells why PostgreSQL would not start', async () => {
    await copyCluster();
    await writeFile(path.join(folder, 'postgres', 'postgresql.auto.conf'), 'no_such_setting = 1\n');
    await expect(start()).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'PostgresDidNotStart',
      message: expect.stringContaining('no_such_setting'),
    });
  });

  test.runIf(process.geteuid?.() === 0)('serves root on a folder of somebody else as that user', async () => {
    const uid = Number((await run('id', ['-u', 'nobody'])).stdout);
    const gid = Number((await run('id', ['-g', 'nobody'])).stdout);
    await chown(folder, uid, gid);
    const server = await start();
    expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect((await stat(path.join(folder, 'postgres'))).uid).toBe(uid);
  });
});

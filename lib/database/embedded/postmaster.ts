import { execFile } from 'node:child_process';
import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { DomainError, errorMessage } from '@/lib/errors';
import { unavailable } from '../postgres-unavailable';
import { processName } from '../process';
import { clusterUser } from './cluster';
import type { Programs } from './programs';

const run = promisify(execFile);

/** A server process and where it listens. `host` is a folder with a unix socket, or an address. */
export interface Postmaster {
  pid: number;
  host: string;
  port: number;
}

/** The database that every cluster has from the beginning. */
const maintenance = 'postgres';

/** How long one attempt waits for the server. */
const answerTimeoutMs = 10_000;
/** How long it waits for the end of its connection. */
const closeTimeoutMs = 500;

/**
 * The server that runs on the cluster, as its `postmaster.pid` says.
 * @returns undefined when none does; a file left by a dead server is PostgreSQL's to clear, except where its number
 *   now belongs to a stranger (usual in containers), for which PostgreSQL would refuse to start
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const file = path.join(cluster, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => '');
  // Lines as in PostgreSQL's src/include/utils/pidfile.h: pid, data folder, start time, port, socket folder, address.
  const [pidLine, , , port, socketFolder, address] = text.split('\n');
  const pid = Number(pidLine);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const name = await processName(pid);
  if (name === undefined) return undefined;
  if (!(await worksOn(pid, name, cluster))) {
    await rm(file, { force: true });
    return undefined;
  }
  const host = socketFolder || address;
  if (host) return { pid, host, port: Number(port) };
  // A server that has just started writes down where it listens only once it does.
  await delay(20);
  return findPostmaster(cluster);
}

async function worksOn(pid: number, name: string, cluster: string): Promise<boolean> {
  if (process.platform === 'win32') return true;
  if (!name.startsWith('postgres')) return false;
  if (process.platform !== 'linux') return true;
  // A server's working folder is its cluster.
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return folder === (await realpath(cluster));
}

/**
 * Waits until the server takes connections, then makes sure that it has the database.
 * @returns false when the server went away instead
 * @throws DomainError `PostgresDidNotAnswer` after `timeoutMs` (recovery after a crash may take minutes)
 */
export async function awaitDatabase(
  server: Postmaster & { password?: string },
  database: string,
  timeoutMs: number,
): Promise<boolean> {
  for (const start = Date.now(); ; await delay(20)) {
    if ((await processName(server.pid)) === undefined) return false;
    try {
      await createDatabase(server, database);
      return true;
    } catch (error) {
      if (unavailable(error, server.host) === undefined) throw error;
      if (Date.now() - start > timeoutMs) {
        throw new DomainError(
          'unavailable',
          'PostgresDidNotAnswer',
          `The embedded PostgreSQL (process ${server.pid}) has not answered for ${Math.round(timeoutMs / 1000)} seconds: ${errorMessage(error)}`,
          { cause: error },
        );
      }
    }
  }
}

async function createDatabase(server: Postmaster & { password?: string }, database: string): Promise<void> {
  const { host, port, password } = server;
  const client = new pg.Client({
    host,
    port,
    password,
    user: clusterUser,
    database: maintenance,
    connectionTimeoutMillis: answerTimeoutMs,
  });
  // Without a listener a connection that breaks later would end our process.
  client.on('error', () => {});
  try {
    await client.connect();
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    // Where a server that is starting up has refused us, the end of the connection may never be told.
    await Promise.race([client.end().catch(() => {}), delay(closeTimeoutMs, undefined, { ref: false })]);
  }
}

/**
 * Stops a server and returns when it is gone: at first it ends sessions and writes everything down, and when that has
 * not been done after `timeoutMs` it ends at once, to recover at its next start.
 */
export async function stopPostmaster(pid: number, cluster: string, programs: Programs, timeoutMs = 10_000) {
  if (process.platform === 'win32') return stopOnWindows(cluster, programs, timeoutMs);
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if ((await processName(pid)) === undefined) return;
    process.kill(pid, signal);
    if (await isGone(pid, timeoutMs)) return;
  }
  throw new DomainError(
    'unavailable',
    'PostgresDidNotStop',
    `The embedded PostgreSQL (process ${pid}) does not stop. End it yourself before the next start.`,
  );
}

async function isGone(pid: number, timeoutMs: number): Promise<boolean> {
  for (const start = Date.now(); Date.now() - start < timeoutMs; await delay(20)) {
    if ((await processName(pid)) === undefined) return true;
  }
  return false;
}

/** Windows has no signals; pg_ctl sends PostgreSQL its own. */
async function stopOnWindows(cluster: string, programs: Programs, timeoutMs: number): Promise<void> {
  const stop = (mode: string) =>
    run(programs.pg_ctl, ['stop', '-w', '-D', cluster, '-m', mode, '-t', String(Math.ceil(timeoutMs / 1000))]);
  await stop('fast').catch(() => stop('immediate'));
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '@/lib/log/log';
import { type Account, chooseAccount } from './account';
import { clusterUser, prepareCluster } from './cluster';
import { postgresFailure } from './failure';
import { choosePlace, readPassword, serverSettings } from './options';
import { awaitDatabase, findPostmaster, type Postmaster, stopPostmaster } from './postmaster';
import { findPrograms, type Programs } from './programs';

/** How to reach the embedded server; `host` is the folder of its unix socket (on Windows an address, with a password). */
export interface EmbeddedConnection {
  host: string;
  port: number;
  user: string;
  database: string;
  password?: string;
}

export interface EmbeddedPostgres {
  connection: EmbeddedConnection;
  /** Resolves when the server is gone. Close the pools first: sessions are cut off. */
  stop(): Promise<void>;
}

const database = 'snapscope';
const largestLog = 8 * 1024 * 1024;
const startTimeoutMs = 300_000;
/** How long a lock file may be without its server's number: a moment, where a server is starting. */
const lockTimeoutMs = 10_000;

/**
 * Starts our own PostgreSQL on the cluster in `<folder>/postgres`, which is made where there is none. A server that a
 * killed Snapscope left behind there is taken over. The caller holds the folder's lock (`lockDataFolder`).
 *
 * @param folder an existing data folder; the server logs to `postgres.log` in it
 * @param log told what an operator should know
 * @param durable false gives up safety against power cuts for speed: for tests
 * @param maxConnections of all that connect to it; one Snapscope has 20 at most
 * @throws DomainError that says what to do when the server cannot run here
 */
export async function startEmbeddedPostgres({
  folder,
  log,
  durable = true,
  maxConnections = 50,
}: {
  folder: string;
  log: Log;
  durable?: boolean;
  maxConnections?: number;
}): Promise<EmbeddedPostgres> {
  const cluster = path.join(path.resolve(folder), 'postgres');
  const programs = await findPrograms();
  const account = await chooseAccount(programs.postgres, path.dirname(cluster), cluster);
  const password = await readPassword(path.dirname(cluster));
  await prepareCluster(cluster, programs, account, { durable, password });

  const server =
    (await takeOver(cluster, password, log)) ??
    (await launch({ cluster, programs, account, password, settings: { durable, maxConnections }, log }));
  const { host, port } = server;
  let stopped: Promise<void> | undefined;
  return {
    connection: { host, port, user: clusterUser, database, ...(password === undefined ? {} : { password }) },
    stop() {
      server.expectExit();
      stopped ??= stopPostmaster(server.pid, cluster, programs);
      return stopped;
    },
  };
}

type Running = Postmaster & { expectExit(): void };

async function takeOver(cluster: string, password: string | undefined, log: Log): Promise<Running | undefined> {
  const found = await findPostmaster(cluster);
  if (found === undefined || !(await awaitDatabase({ ...found, password }, database, startTimeoutMs))) return undefined;
  log.info({ pid: found.pid }, 'Took over the embedded PostgreSQL that an earlier Snapscope left running');
  return { ...found, expectExit() {} };
}

async function launch(parts: {
  cluster: string;
  programs: Programs;
  account: Account;
  password: string | undefined;
  settings: Parameters<typeof serverSettings>[0];
  log: Log;
}): Promise<Running> {
  const { cluster, programs, account, password, log } = parts;
  const logFile = path.join(path.dirname(cluster), 'postgres.log');
  const place = await choosePlace(cluster, account);
  const args = ['-D', cluster];
  for (const [name, value] of Object.entries({ ...place.settings, ...serverSettings(parts.settings) })) {
    args.push('-c', `${name}=${value}`);
  }
  const logStart = await rotateLog(logFile);
  const child = await spawnServer(account.command(programs.postgres, args), logFile);
  let expected = false;
  child.once('exit', (code, signal) => {
    if (!expected) log.error({ signal, code, logFile }, 'The embedded PostgreSQL ended by itself');
  });
  const expectExit = () => {
    expected = true;
  };
  const server = { pid: child.pid ?? 0, host: place.host, port: place.port, expectExit };
  try {
    const ready = await awaitDatabase({ ...server, password }, database, startTimeoutMs);
    if (ready && (await findPostmaster(cluster))?.pid === server.pid) return server;
  } catch (error) {
    expectExit();
    await stopPostmaster(server.pid, cluster, programs);
    throw error;
  }
  expectExit();
  const output = (await readFile(logFile)).subarray(logStart).toString('utf8');
  // A killed start, or one beside ours, may have left a server too young to be seen before, which then kept ours out: its lock file is
  // there before anything stands in it.
  const mostWaitMs = output.includes('lock file "postmaster.pid"') ? lockTimeoutMs : 0;
  for (const start = Date.now(); ; await delay(20)) {
    const older = await takeOver(cluster, password, log);
    if (older !== undefined) return older;
    if (Date.now() - start >= mostWaitMs) break;
  }
  throw postgresFailure(`The embedded PostgreSQL did not start (see ${logFile})`, output);
}

/** Its own session, so that a Ctrl-C meant for us does not reach it before our own shutdown does. */
async function spawnServer(command: ReturnType<Account['command']>, logFile: string): Promise<ChildProcess> {
  const output = await open(logFile, 'a', 0o600);
  try {
    const stdio = ['ignore', output.fd, output.fd] as ['ignore', number, number];
    const child = spawn(command.file, command.args, { ...command.options, detached: true, stdio });
    await once(child, 'spawn');
    // We end the server ourselves: it need not keep the event loop alive.
    child.unref();
    return child;
  } catch (error) {
    throw postgresFailure('The embedded PostgreSQL could not be run', '', error);
  } finally {
    await output.close();
  }
}

/** @returns the bytes that the log holds already */
async function rotateLog(file: string): Promise<number> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size <= largestLog) return size;
  await rename(file, `${file}.1`);
  return 0;
}

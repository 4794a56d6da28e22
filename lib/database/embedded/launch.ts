import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '@/lib/log/log';
import { processName } from '../process';
import type { Account } from './account';
import { postgresFailure } from './failure';
import { choosePlace, serverSettings } from './options';
import { awaitDatabase, findPostmaster, type Postmaster, stopPostmaster } from './postmaster';
import type { Programs } from './programs';

/** The database that everything is kept in. */
export const database = 'snapscope';
const largestLog = 8 * 1024 * 1024;
const startTimeoutMs = 300_000;
/** How long a lock file may be without its server's number: a moment, where a server is starting. */
const lockTimeoutMs = 10_000;
/** How often it is looked whether a server that is no child of ours still runs. */
const lookMs = 500;

/** How a server ended: as a child of ours tells it, else nothing is known. */
export interface End {
  code?: number | null;
  signal?: NodeJS.Signals | null;
}

/** A server that takes connections, and its end. */
export type Running = Postmaster & { ended: Promise<End> };

/** What a server is started with. */
export interface LaunchParts {
  cluster: string;
  programs: Programs;
  account: Account;
  password: string | undefined;
  settings: Parameters<typeof serverSettings>[0];
  /** Where an earlier one listened, to be found there again. */
  port?: number;
  log: Log;
}

/** Where the server of a cluster logs to. */
export const logFileOf = (cluster: string): string => path.join(path.dirname(cluster), 'postgres.log');

/** The server that a killed Snapscope left behind on the cluster, once it takes connections; undefined where there is none. */
export async function takeOver({
  cluster,
  password,
  log,
}: Pick<LaunchParts, 'cluster' | 'password' | 'log'>): Promise<Running | undefined> {
  const found = await findPostmaster(cluster);
  if (found === undefined || !(await awaitDatabase({ ...found, password }, database, startTimeoutMs))) return undefined;
  log.info({ pid: found.pid }, 'Took over the embedded PostgreSQL that an earlier Snapscope left running');
  return { ...found, ended: endOf(found.pid) };
}

async function endOf(pid: number): Promise<End> {
  while ((await processName(pid)) !== undefined) await delay(lookMs, undefined, { ref: false });
  return {};
}

/**
 * Starts a server on a cluster, and waits until it takes connections. One that came first is taken over.
 * @throws DomainError that says why there is none
 */
export async function launch(parts: LaunchParts): Promise<Running> {
  const { cluster, programs, account, password } = parts;
  const logFile = logFileOf(cluster);
  const place = await choosePlace(cluster, account, parts.port);
  const args = ['-D', cluster];
  for (const [name, value] of Object.entries({ ...place.settings, ...serverSettings(parts.settings) })) {
    args.push('-c', `${name}=${value}`);
  }
  const logStart = await rotateLog(logFile);
  const child = await spawnServer(account.command(programs.postgres, args), logFile);
  const ended = new Promise<End>((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  const server = { pid: child.pid ?? 0, host: place.host, port: place.port, ended };
  try {
    const ready = await awaitDatabase({ ...server, password }, database, startTimeoutMs);
    if (ready && (await findPostmaster(cluster))?.pid === server.pid) return server;
  } catch (error) {
    await stopPostmaster(server.pid, cluster, programs);
    throw error;
  }
  const output = (await readFile(logFile)).subarray(logStart).toString('utf8');
  // A killed start, or one beside ours, may have left a server too young to be seen before, which then kept ours out: its lock file is
  // there before anything stands in it.
  const mostWaitMs = output.includes('lock file "postmaster.pid"') ? lockTimeoutMs : 0;
  for (const start = Date.now(); ; await delay(20)) {
    const older = await takeOver(parts);
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

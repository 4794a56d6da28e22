import path from 'node:path';
import type { Log } from '@/lib/log/log';
import { chooseAccount } from './account';
import { clusterUser, prepareCluster } from './cluster';
import { database, launch, logFileOf, takeOver } from './launch';
import { readPassword } from './options';
import { stopPostmaster } from './postmaster';
import { findPrograms } from './programs';
import { type PostgresState, supervise } from './supervise';

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
  /** Whether it runs; `restarting` after it ended by itself, `failed` once it is not started again. */
  state(): PostgresState;
  /** Resolves when the server is gone. Close the pools first: sessions are cut off. */
  stop(): Promise<void>;
}

/**
 * Starts our own PostgreSQL on the cluster in `<folder>/postgres`, which is made where there is none. A server that a
 * killed Snapscope left behind there is taken over, and one that ends by itself is started again. The caller holds the folder's lock (`lockDataFolder`).
 *
 * @param folder an existing data folder; the server logs to `postgres.log` in it
 * @param log told what an operator should know
 * @param durable false gives up safety against power cuts for speed: for tests
 * @param maxConnections of all that connect to it; one Snapscope has 20 at most
 * @param pausesMs how long it is waited before each start after it ended by itself; after the last it stays down
 * @throws DomainError that says what to do when the server cannot run here
 */
export async function startEmbeddedPostgres({
  folder,
  log,
  durable = true,
  maxConnections = 50,
  pausesMs,
}: {
  folder: string;
  log: Log;
  durable?: boolean;
  maxConnections?: number;
  pausesMs?: readonly number[];
}): Promise<EmbeddedPostgres> {
  const cluster = path.join(path.resolve(folder), 'postgres');
  const programs = await findPrograms();
  const account = await chooseAccount(programs.postgres, path.dirname(cluster), cluster);
  const password = await readPassword(path.dirname(cluster));
  await prepareCluster(cluster, programs, account, { durable, password });

  const parts = { cluster, programs, account, password, settings: { durable, maxConnections }, log };
  const server = (await takeOver(parts)) ?? (await launch(parts));
  const { host, port } = server;
  const supervised = supervise(server, {
    start: () => launch({ ...parts, port }),
    stop: (pid) => stopPostmaster(pid, cluster, programs),
    log,
    logFile: logFileOf(cluster),
    ...(pausesMs && { pausesMs }),
  });
  return {
    connection: { host, port, user: clusterUser, database, ...(password === undefined ? {} : { password }) },
    ...supervised,
  };
}

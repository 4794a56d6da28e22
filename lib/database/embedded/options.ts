import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import type { Account } from './account';
import { socketFolder } from './socket-folder';

const socketName = '.s.PGSQL.5432';

/**
 * Where a new server is to listen: a socket in the cluster's private folder (on Windows a port of this machine).
 * @param earlier the port that it had before, to be found there again
 */
export async function choosePlace(cluster: string, account: Account, earlier?: number) {
  if (process.platform === 'win32') {
    const port = earlier ?? (await freePort());
    return { host: '127.0.0.1', port, settings: { listen_addresses: '127.0.0.1', port } };
  }
  const host = await socketFolder(cluster, `${socketName}.lock`);
  if (host !== cluster) await account.own(host);
  const settings = {
    listen_addresses: '',
    port: 5432,
    // A comma in the path would otherwise part it in two.
    unix_socket_directories: `"${host.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
  };
  return { host, port: 5432, settings };
}

/** Given at each start rather than written down, so that a newer Snapscope's reach an older cluster. */
export function serverSettings({ durable, maxConnections }: { durable: boolean; maxConnections: number }) {
  const switched = durable ? 'on' : 'off';
  return {
    fsync: switched,
    synchronous_commit: switched,
    full_page_writes: switched,
    shared_buffers: '128MB',
    max_connections: maxConnections,
    max_wal_size: '512MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
    // Statements hold what users recorded; the log does not.
    log_min_error_statement: 'panic',
  };
}

/** The cluster's password; on Windows only, where the server must listen on TCP. Made on first use. */
export async function readPassword(folder: string): Promise<string | undefined> {
  if (process.platform !== 'win32') return undefined;
  const file = path.join(folder, 'postgres.password');
  const fresh = randomBytes(24).toString('base64url');
  await writeFile(file, fresh, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return readFile(file, 'utf8');
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

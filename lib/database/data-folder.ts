import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { access, mkdir, readdir, realpath, rm, stat } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DomainError } from '@/lib/errors';
import { socketFolder } from './embedded/socket-folder';

/** What a process tells whoever asks for the same folder: still `trying`, or its `owner`. */
interface Claim {
  pid: number;
  state: 'trying' | 'owner';
}

/** How often somebody is asked again who broke off: one who is just giving up does so once, one who is stuck every time. */
const askRetries = 10;

/** A dead socket younger than this may belong to a process that is between making it and listening on it. */
const settled = 60_000;

/**
 * Takes a data folder for this process alone, until `release` or the process's end, however it ends. The folder is made
 * where it is missing.
 *
 * The lock is a listening unix socket in `<folder>/lock`: the system closes it with its process, so one left behind is
 * told from a live one by connecting, whatever process numbers have been used again since.
 *
 * @throws DomainError `DataFolderInUse` (names the process), `DataFolderNotWritable`, `DiskFull`
 */
export async function lockDataFolder(folder: string): Promise<{ release(): Promise<void> }> {
  const target = path.resolve(folder);
  const home = await makeFolder(target, path.join(target, 'lock'));
  const claim: Claim = { pid: process.pid, state: 'trying' };
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.end(JSON.stringify(claim));
  });
  server.unref();
  const release = async () => {
    if (!server.listening) return;
    server.close();
    await once(server, 'close');
  };
  try {
    if (process.platform === 'win32') await listenOnPipe(server, target);
    else await listenOnSocket(server, home, target);
  } catch (error) {
    await release();
    throw error;
  }
  claim.state = 'owner';
  return { release };
}

/** A pipe's name is exclusive on Windows and goes with its process. */
async function listenOnPipe(server: net.Server, target: string): Promise<void> {
  const hash = createHash('sha256').update((await realpath(target)).toLowerCase());
  const pipe = `\\\\.\\pipe\\snapscope-${hash.digest('hex')}`;
  await listen(server, pipe).catch(async (error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? inUse(target, await ask(pipe)) : error;
  });
}

/**
 * Everybody listens first and looks round second, so of two who come at once at least one sees the other. Where both
 * do, the smaller name goes on, once the other has given up or turned out to be the owner.
 */
async function listenOnSocket(server: net.Server, home: string, target: string): Promise<void> {
  const sockets = await socketFolder(home, '0000000000000000');
  const mine = randomBytes(8).toString('hex');
  await listen(server, path.join(sockets, mine));
  for (const name of await readdir(sockets)) {
    if (name === mine || !/^[0-9a-f]{16}$/.test(name)) continue;
    const other = path.join(sockets, name);
    let claim = await ask(other);
    while (claim?.state === 'trying' && mine < name) {
      await delay(20);
      claim = await ask(other);
    }
    if (claim !== undefined) throw inUse(target, claim);
    await clear(other);
  }
}

async function listen(server: net.Server, address: string): Promise<void> {
  server.listen(address);
  await once(server, 'listening');
}

/** @returns undefined when nobody listens there; pid 0 when somebody does and does not say who */
async function ask(address: string): Promise<Claim | undefined> {
  let claim = await askOnce(address);
  for (let again = 0; claim?.pid === 0 && again < askRetries; again += 1) {
    await delay(20);
    claim = await askOnce(address);
  }
  return claim;
}

async function askOnce(address: string): Promise<Claim | undefined> {
  const socket = net.connect(address).setTimeout(2_000, () => socket.destroy(new Error('no answer')));
  let text = '';
  try {
    await once(socket, 'connect');
    for await (const chunk of socket.setEncoding('utf8')) text += chunk;
    return JSON.parse(text) as Claim;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return ['ECONNREFUSED', 'ENOENT'].includes(code) ? undefined : { pid: 0, state: 'owner' };
  } finally {
    socket.destroy();
  }
}

async function clear(socket: string): Promise<void> {
  const found = await stat(socket).catch(() => undefined);
  if (found !== undefined && Date.now() - found.mtimeMs > settled) await rm(socket, { force: true });
}

async function makeFolder(target: string, home: string): Promise<string> {
  try {
    await mkdir(path.dirname(target), { recursive: true });
    await mkdir(home, { recursive: true, mode: 0o700 });
    await access(target, constants.R_OK | constants.W_OK | constants.X_OK);
    await access(home, constants.R_OK | constants.W_OK | constants.X_OK);
    return home;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new DomainError('unavailable', 'DiskFull', `The data folder ${target} cannot be made: the disk is full.`);
    }
    throw new DomainError(
      'denied',
      'DataFolderNotWritable',
      `The data folder ${target} cannot be used (${message}). Let the user who runs Snapscope write there, or choose another SNAPSCOPE_DATA_DIR.`,
      { cause: error },
    );
  }
}

function inUse(target: string, claim: Claim | undefined): DomainError {
  const who = claim?.pid ? `Snapscope process ${claim.pid}` : 'another Snapscope process';
  return new DomainError(
    'conflict',
    'DataFolderInUse',
    `The data folder ${target} is in use by ${who}. Stop that one first, or give this one a SNAPSCOPE_DATA_DIR of its own.`,
  );
}

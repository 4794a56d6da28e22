import { execFile } from 'node:child_process';
import { chmod, chown, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { DomainError } from '@/lib/errors';

const run = promisify(execFile);

/** A command ready for `spawn`. */
export interface Command {
  file: string;
  args: string[];
  options: { cwd: string; env?: NodeJS.ProcessEnv; uid?: number; gid?: number; windowsHide: true };
}

/** The user that PostgreSQL runs as. PostgreSQL refuses root, and initdb refuses a user without a name. */
export interface Account {
  command(file: string, args: string[]): Command;
  /** Hands a file or folder that we made to the account. */
  own(target: string): Promise<void>;
}

interface Identity {
  uid: number;
  gid: number;
}

/** Beyond this nothing is inherited: no cloud credentials, no PG* variables. Windows cannot start without its own. */
const environment: NodeJS.ProcessEnv | undefined =
  process.platform === 'win32'
    ? undefined
    : // Next's types want NODE_ENV in every environment; PostgreSQL does not look at it.
      { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', NODE_ENV: 'production' };
const options = { cwd: path.parse(process.execPath).root, env: environment, windowsHide: true } as const;

/**
 * Chooses who PostgreSQL runs as. An ordinary user: that user. Root: the owner of the cluster, which for root's own is
 * root inside a user namespace (`unshare`) where it is not root, so that no file changes hands; where the system
 * forbids that, an unprivileged user who can reach the files.
 * @param program a PostgreSQL program, to try whether the account can run it
 * @param folder the data folder
 * @param cluster the cluster's folder in it, which need not exist yet
 * @throws DomainError `PostgresRefusesRoot`
 */
export async function chooseAccount(program: string, folder: string, cluster: string): Promise<Account> {
  const self = { uid: process.geteuid?.() ?? -1, gid: process.getegid?.() ?? -1 };
  const users = await readUsers();
  const named = users.some((user) => user.uid === self.uid);
  // macOS keeps its users elsewhere.
  if (process.platform !== 'linux' && self.uid !== 0) return direct();
  if (self.uid > 0 && named) return direct();

  const owner = await stat(cluster).catch(() => undefined);
  const { uid, gid } = self.uid > 0 ? self : (owner ?? (await stat(folder)));
  const first = account({ uid, gid }, self, users);
  if (await canReach(first, program, folder)) return first;

  if (self.uid === 0 && (owner === undefined || owner.uid === 0)) {
    const candidates = [await stat(program), ...users.filter((user) => user.name !== 'root')];
    for (const candidate of candidates) {
      if (candidate.uid === 0) continue;
      const other = account(candidate, self, users);
      if (!(await canReach(other, program, path.parse(folder).root))) continue;
      // Passing through our folder lets the account come to its cluster; what lies beside it stays unlisted.
      const { mode } = await stat(folder);
      await chmod(folder, mode | 0o011);
      if (await canReach(other, program, folder)) return other;
      await chmod(folder, mode);
    }
  }
  throw new DomainError(
    'unavailable',
    'PostgresRefusesRoot',
    `The embedded PostgreSQL cannot run as ${self.uid === 0 ? 'root' : `user ${self.uid}, who has no name in /etc/passwd`}, and no other account here can reach ${folder}. Start Snapscope as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.`,
  );
}

function direct(): Account {
  return { command: (file, args) => ({ file, args, options }), own: async () => {} };
}

function account(identity: Identity, self: Identity, users: User[]): Account {
  const switched = identity.uid === self.uid ? {} : { uid: identity.uid, gid: identity.gid };
  const own = async (target: string) => {
    if (identity.uid !== self.uid) await chown(target, identity.uid, identity.gid);
  };
  if (identity.uid !== 0 && users.some((user) => user.uid === identity.uid)) {
    return { command: (file, args) => ({ file, args, options: { ...options, ...switched } }), own };
  }
  // Any name will do: the mapping is seen inside the namespace only, files keep their owner.
  const alias = users[0] ?? { uid: 1000, gid: 1000 };
  const unshare = ['--user', `--map-user=${alias.uid}`, `--map-group=${alias.gid}`];
  return {
    command: (file, args) => ({
      file: 'unshare',
      args: [...unshare, file, ...args],
      options: { ...options, ...switched },
    }),
    own,
  };
}

async function canReach(candidate: Account, program: string, folder: string): Promise<boolean> {
  const script = 'test -x "$1" && test -x "$2"';
  const { file, args, options } = candidate.command('/bin/sh', ['-c', script, 'sh', program, folder]);
  return run(file, args, options).then(
    () => true,
    () => false,
  );
}

interface User extends Identity {
  name: string;
}

/** Named users, root left out; the unprivileged ones that a system is likely to have come first. */
async function readUsers(): Promise<User[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const all = text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && Number(uid) > 0 ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
  const preferred = ['postgres', 'nobody'].flatMap((name) => all.filter((user) => user.name === name));
  return [...new Set([...preferred, ...all])];
}

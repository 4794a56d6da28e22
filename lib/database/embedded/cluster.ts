import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { DomainError } from '@/lib/errors';
import type { Account } from './account';
import { postgresFailure } from './failure';
import type { Programs } from './programs';

const run = promisify(execFile);

/** The superuser of our own clusters. */
export const clusterUser = 'snapscope';

/**
 * Makes the cluster where there is none. It is made aside and then renamed: a cluster is there whole or not at all, and
 * what an interrupted try left behind is cleared away.
 * @param password set on Windows, where the server listens on TCP; on a private unix socket everybody is trusted
 * @throws DomainError `PostgresVersionMismatch`, `PostgresFolderNotACluster`, `PostgresFolderDenied`, `DiskFull`, `PostgresDidNotStart`
 */
export async function prepareCluster(
  cluster: string,
  programs: Programs,
  account: Account,
  { durable, password }: { durable: boolean; password?: string },
): Promise<void> {
  const parent = path.dirname(cluster);
  await clearUnfinished(parent, path.basename(cluster));
  const theirs = await readFile(path.join(cluster, 'PG_VERSION'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw notOurs(cluster, error);
  });
  if (theirs !== undefined) return refuseOtherVersion(cluster, theirs.trim(), await majorVersion(programs, account));

  const aside = `${cluster}.new-${randomBytes(6).toString('hex')}`;
  await mkdir(aside, { mode: 0o700 });
  try {
    await account.own(aside);
    await initdb(aside, programs, account, durable, password);
    await rename(aside, cluster);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw ['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '') ? notACluster(cluster) : error;
  }
  if (durable) await syncFolder(parent);
}

async function initdb(target: string, programs: Programs, account: Account, durable: boolean, password?: string) {
  const passwordFile = `${target}.password`;
  const args = ['-D', target, `--username=${clusterUser}`, '--encoding=UTF8', '--no-instructions'];
  // Names compare by code point and letters fold by Unicode, whatever the system's own locales are.
  args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  if (!durable) args.push('--no-sync');
  if (password === undefined) args.push('--auth=trust');
  else args.push('--auth=scram-sha-256', `--pwfile=${passwordFile}`);
  try {
    if (password !== undefined) await writeFile(passwordFile, password, { mode: 0o600 });
    const command = account.command(programs.initdb, args);
    await run(command.file, command.args, command.options);
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw postgresFailure(`The database could not be made in ${path.dirname(target)}`, `${stdout}\n${stderr}`, error);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function clearUnfinished(parent: string, name: string): Promise<void> {
  for (const entry of await readdir(parent)) {
    // An initdb whose parent was killed may still be writing: what resists goes the next time.
    if (entry.startsWith(`${name}.new-`)) {
      await rm(path.join(parent, entry), { recursive: true, force: true }).catch(() => {});
    }
  }
}

async function majorVersion(programs: Programs, account: Account): Promise<string> {
  const command = account.command(programs.postgres, ['--version']);
  try {
    const { stdout } = await run(command.file, command.args, command.options);
    return /(\d+)(\.|devel|beta|rc)/.exec(stdout)?.[1] ?? stdout.trim();
  } catch (error) {
    throw postgresFailure('PostgreSQL could not be run', (error as { stderr?: string }).stderr ?? '', error);
  }
}

function refuseOtherVersion(cluster: string, theirs: string, ours: string): void {
  if (theirs === ours) return;
  throw new DomainError(
    'conflict',
    'PostgresVersionMismatch',
    `The database in ${cluster} was made by PostgreSQL ${theirs}, and this Snapscope brings PostgreSQL ${ours}. Start the version of Snapscope that made it, dump the database and load it here, or choose another SNAPSCOPE_DATA_DIR.`,
  );
}

function notOurs(cluster: string, cause: unknown): DomainError {
  return new DomainError(
    'denied',
    'PostgresFolderDenied',
    `The database in ${cluster} cannot be read by this user. Start Snapscope as the user who made it, or choose another SNAPSCOPE_DATA_DIR.`,
    { cause },
  );
}

function notACluster(cluster: string): DomainError {
  return new DomainError(
    'conflict',
    'PostgresFolderNotACluster',
    `${cluster} holds files but no PostgreSQL database. Move it away, or choose another SNAPSCOPE_DATA_DIR.`,
  );
}

/** Makes a rename in the folder last through a power cut. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

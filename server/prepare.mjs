import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNext, runNpm } from './command.mjs';
import { environmentWith } from './environment.mjs';
import { withLock } from './lock.mjs';

/** What every Next.js process of ours runs with. */
export const nextEnvironment = {
  NEXT_TELEMETRY_DISABLED: '1',
  // The SDK's notice about Node 20 tells users of Snapscope nothing that they could act on.
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  // instrumentation.ts stops our PostgreSQL before it ends the process; Next.js's own handler would be faster.
  NEXT_MANUAL_SIG_HANDLE: 'true',
};

/**
 * The environment for a server: this process's own without what is meant for the tests, which Snapscope would refuse as
 * settings that it does not know.
 * @param {import('./address.mjs').Address} address
 * @returns {Record<string, string | undefined>}
 */
export function serverEnvironment({ host, port }) {
  const { SNAPSCOPE_CHROMIUM, SNAPSCOPE_PICTURES, ...own } = environmentWith();
  return { ...own, ...nextEnvironment, HOST: host, PORT: String(port) };
}

/** Everything that a production build is made of, besides the sources beside package.json. */
const buildInputs = ['app', 'components', 'lib', 'public', 'samples', 'server', 'package-lock.json', 'tsconfig.json'];
const buildStamp = join(root, '.next', 'snapscope-sources');

/** An error whose message is all that the user needs to see. */
export class SetupError extends Error {}

/** Refuses a Node.js that Snapscope does not run on. @throws SetupError */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupError(
    `Snapscope needs Node.js 20.19 or newer, and this is ${process.versions.node}. See https://nodejs.org/`,
  );
}

/** Loads .env.local and .env into this process; what the environment has already, wins. */
export function loadEnvironmentFiles() {
  for (const name of ['.env.local', '.env']) {
    if (existsSync(join(root, name))) process.loadEnvFile(join(root, name));
  }
}

/**
 * What is installed: `runtime`, what a user's Snapscope is built of and runs; `everything`, what its developers need as well.
 * @typedef {'runtime' | 'everything'} Extent
 */

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean }} LockedPackage An entry of npm's lock file. */

/** @param {string[]} path @returns {Record<string, LockedPackage>} the packages that a lock file names, by their places */
const lockedPackages = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8')).packages;

/**
 * Whether node_modules holds what package-lock.json names: npm lists there what it has installed, as its last step.
 * @param {Extent} extent
 */
function isInstalled(extent) {
  if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) return false;
  const installed = lockedPackages('node_modules', '.package-lock.json');
  return Object.entries(lockedPackages('package-lock.json')).every(
    ([path, { version, dev, optional, devOptional }]) => {
      if (path === '' || (dev && extent === 'runtime')) return true;
      // What is optional is for other systems.
      return installed[path] ? installed[path].version === version : (optional ?? devOptional ?? false);
    },
  );
}

/**
 * Installs the dependencies, unless they are there. What developers need is added to what runs without touching that: a Snapscope may
 * be running on it.
 * @param {Extent} extent
 * @param {() => void} announce called when there is something to do
 * @throws SetupError with npm's own words
 */
export async function install(extent, announce) {
  if (isInstalled(extent)) return;
  await withLock('install', async () => {
    if (isInstalled(extent)) return;
    announce();
    const command = isInstalled('runtime') ? ['install', '--no-save'] : ['ci'];
    const dev = extent === 'everything' ? '--include=dev' : '--omit=dev';
    const { ok, output } = await runNpm([...command, dev, '--no-audit', '--no-fund']);
    if (!ok) {
      throw new SetupError(`${output}\nThe dependencies could not be installed (npm ${command[0]}): see above.`);
    }
  });
}

/** @param {string} path @param {import('node:crypto').Hash} hash */
function addToHash(path, hash) {
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) addToHash(child, hash);
    else if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) hash.update(`${child}\0`).update(readFileSync(child));
  }
}

/** A hash over the names and contents of everything that a build is made of. */
function hashSources() {
  const hash = createHash('sha256').update(process.version);
  const beside = readdirSync(root).filter((name) => /\.(ts|js)$/.test(name) && !/^vitest\.|\.d\.ts$/.test(name));
  for (const input of [...buildInputs, ...beside.sort()].map((name) => join(root, name)).filter(existsSync)) {
    if (statSync(input).isDirectory()) addToHash(input, hash);
    else hash.update(`${input}\0`).update(readFileSync(input));
  }
  return hash.digest('hex');
}

const isBuilt = () => existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === hashSources();

/**
 * Makes the production build, unless there is one of these very sources.
 * @param {() => void} announce called when there is something to do
 * @throws SetupError with the build's log
 */
export async function build(announce) {
  if (isBuilt()) return;
  await withLock('build', async () => {
    if (isBuilt()) return;
    announce();
    const sources = hashSources();
    const { ok, output } = await runNext(['build'], { env: { ...nextEnvironment, NODE_ENV: 'production' } });
    if (!ok) throw new SetupError(`${output}\nThe production build failed (next build): see above.`);
    writeFileSync(buildStamp, sources);
  });
}

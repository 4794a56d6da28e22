import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../server/command.mjs';
import { runBin } from './command.mjs';

/** Whether the browser is there and its libraries too. @param {string} path */
async function works(path) {
  if (process.platform === 'win32') return existsSync(path);
  return (await run(path, ['--version'], { timeoutSeconds: 60 })).ok;
}

/** Where Playwright keeps, or would keep, a Chromium of its own. */
async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

/** @param {string[]} candidates */
async function firstThatWorks(candidates) {
  for (const path of candidates) if (await works(path)) return path;
  return undefined;
}

/** Where the system's own may be: Playwright takes whole paths only. */
function fromSystem() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(existsSync);
}

/** Whether this is a Debian, or one of its family, that we may install packages on. */
function mayInstallPackages() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * Finds a Chromium for the browser tests, or installs one: Playwright's, or on Debian the distribution's.
 * @returns {Promise<{ path?: string, output: string }>} output: what went wrong on the way, for when there is no path
 */
export async function findChromium() {
  const given = process.env.SNAPSCOPE_CHROMIUM;
  if (given) {
    return (await works(given))
      ? { path: given, output: '' }
      : { output: `SNAPSCOPE_CHROMIUM is "${given}", which does not run.\n` };
  }
  const own = await playwrightsOwn();
  const present = await firstThatWorks([own, ...fromSystem()]);
  if (present) return { path: present, output: '' };

  // A host that does not answer should not hold up the next attempt for long.
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' };
  const download = await runBin('playwright', ['install', 'chromium'], { env, timeoutSeconds: 600 });
  let output = download.output;
  if (mayInstallPackages() && !(await works(own))) {
    output += (await run('apt-get', ['update'])).output;
    output += (await run('apt-get', ['install', '-y', 'chromium'], { env: { DEBIAN_FRONTEND: 'noninteractive' } }))
      .output;
  }
  const path = await firstThatWorks([own, ...fromSystem()]);
  if (path) return { path, output: '' };
  return {
    output: `${output}\nNo Chromium could be found or installed. Install one, and name it in SNAPSCOPE_CHROMIUM if it is not on the PATH.\n`,
  };
}

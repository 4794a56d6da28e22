import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentWith } from './environment.mjs';

/** The folder of the project. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The script behind `next`, to be run with this very Node. */
export const nextBin = join(root, 'node_modules/next/dist/bin/next');

/**
 * Runs a command to its end and keeps what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, shell?: boolean, timeoutSeconds?: number }} [options]
 *   env: added to this process's own
 * @returns {Promise<{ ok: boolean, output: string }>} output: standard output and error as they came. A command that
 *   cannot be started is not ok, and says so in its output; this never throws.
 */
export function run(command, args, { env = {}, shell = false, timeoutSeconds = 3600 } = {}) {
  return new Promise((resolve) => {
    /** @type {Buffer[]} */
    const chunks = [];
    const child = spawn(command, args, {
      cwd: root,
      env: environmentWith(env),
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutSeconds * 1000,
    });
    const output = () => Buffer.concat(chunks).toString();
    // Stopping this process stops the command first, so that none goes on unseen in the same folder.
    /** @param {NodeJS.Signals} signal */
    const stop = (signal) => {
      child.once('close', () => process.exit(1));
      child.kill(signal);
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ ok: false, output: `${output()}${command}: ${error.message}\n` }));
    child.on('close', (code, signal) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      const ending = signal ? `${command} was ended by ${signal} (its limit is ${timeoutSeconds} s)\n` : '';
      resolve({ ok: code === 0, output: output() + ending });
    });
  });
}

/** Runs the production build of Next.js with this very Node. @param {string[]} args @param {Parameters<typeof run>[2]} [options] */
export const runNext = (args, options) => run(process.execPath, [nextBin, ...args], options);

/** Runs npm, which on Windows is a script and needs a shell. @param {string[]} args */
export const runNpm = (args) => run('npm', args, { shell: process.platform === 'win32' });

// `npm start`: installs, builds and serves Snapscope, whatever of that is still to do, and says where it is.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freeAddress, urlOf } from './address.mjs';
import { root } from './command.mjs';
import { guardOutput } from './output.mjs';
import { build, checkNode, install, loadEnvironmentFiles, SetupError, serverEnvironment } from './prepare.mjs';

/** How much of the server's output before it is ready is kept, in characters. */
const keptOutput = 20_000;

/** @param {string} url */
async function isReady(url) {
  try {
    return (await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) })).status === 200;
  } catch {
    return false;
  }
}

/** Starts the server and follows it to its end. @param {{ host: string, port: number }} address */
async function serve(address) {
  const url = urlOf(address);
  let ready = false;
  let output = '';
  let warnings = '';
  // In its own process group: Ctrl-C reaches it once, through us, and not twice.
  const child = spawn(process.execPath, [join(root, 'server', 'serve.mjs')], {
    cwd: root,
    detached: process.platform !== 'win32',
    env: {
      // Its standard error is a pipe of ours: it could not tell that a person reads along.
      ...(process.stderr.isTTY && { SNAPSCOPE_LOG_FORMAT: 'text' }),
      ...serverEnvironment(address),
      NODE_ENV: 'production',
    },
    // The channel is for its end alone: whichever of us is gone, the other notices.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stdout?.on('data', (chunk) => {
    if (ready) process.stdout.write(chunk);
    else output = (output + chunk).slice(-keptOutput);
  });
  child.stderr?.on('data', (chunk) => {
    if (ready) process.stderr.write(chunk);
    else {
      output = (output + chunk).slice(-keptOutput);
      warnings = (warnings + chunk).slice(-keptOutput);
    }
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  // A closed terminal would end the server before it has stopped its PostgreSQL.
  process.on('SIGHUP', () => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(`The server could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('close', (code, signal) => {
    if (!ready) console.error(`${output.trim()}\n\nThe server ended before it was ready: see above.`);
    process.exit(code ?? (signal === 'SIGINT' ? 130 : 143));
  });

  const started = Date.now();
  for (let told = false; !(await isReady(url)); await sleep(100)) {
    if (told || Date.now() - started < 60_000) continue;
    told = true;
    console.error(
      `${output.trim()}\n\nStill not ready after a minute: waiting on. Above is what the server said; ${url}/api/health may say more.`,
    );
  }
  ready = true;
  // What Next.js says of itself is dropped; what it or Snapscope warned of is not.
  process.stderr.write(warnings);
  console.log(`Snapscope is ready at ${url}`);
}

guardOutput();
try {
  checkNode();
  loadEnvironmentFiles();
  const address = await freeAddress();
  await install('runtime', () => console.log('Installing the dependencies (once, about a minute)…'));
  await build(() => console.log('Building (once for each version, about a minute)…'));
  console.log('Starting…');
  await serve(address);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

import { createServer } from 'node:net';
import { givenAddress } from './environment.mjs';
import { SetupError } from './prepare.mjs';

/** @typedef {{ host: string, port: number }} Address */

/** The address to reach a server at: one that listens everywhere is reached here. @param {Address} address */
export function urlOf({ host, port }) {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

/**
 * Listens for a moment.
 * @param {Address} address
 * @returns {Promise<number>} the port, chosen by the system for 0
 */
function tryToListen({ host, port }) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(port, host, () => {
      const bound = server.address();
      server.close(() => resolve(bound && typeof bound === 'object' ? bound.port : port));
    });
  });
}

/** @param {Address} address */
async function isSnapscope(address) {
  try {
    const response = await fetch(`${urlOf(address)}/api/health`, { signal: AbortSignal.timeout(3_000) });
    return typeof (await response.json()).version === 'string';
  } catch {
    return false;
  }
}

/**
 * Why a server cannot listen there, and what to do.
 * @param {Address} address
 * @param {NodeJS.ErrnoException} error
 */
export async function explain(address, { code, message }) {
  const { host, port } = address;
  if (code === 'EADDRINUSE' && (await isSnapscope(address))) {
    return `Snapscope is running at ${urlOf(address)} already. For a second one choose another PORT and SNAPSCOPE_DATA_DIR.`;
  }
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is taken by another program. Stop that, or choose another port: PORT=${port + 1} npm start (PORT=0 takes any free one).`;
  }
  if (code === 'EACCES')
    return `Port ${port} needs more rights than this user has. Choose one from 1024 on, as in PORT=3000 npm start.`;
  return `Cannot listen on HOST "${host}", PORT ${port}: ${message}. HOST is an address of this machine, such as 127.0.0.1 or 0.0.0.0.`;
}

/**
 * Where to listen, by the settings HOST and PORT, found free just now; PORT=0 becomes any free port.
 * @returns {Promise<Address>}
 * @throws SetupError
 */
export async function freeAddress() {
  const { host, port } = givenAddress();
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new SetupError(`PORT is "${port}" and must be a number from 0 (any free port) to 65535.`);
  }
  const address = { host, port: Number(port) };
  try {
    return { host, port: await tryToListen(address) };
  } catch (error) {
    throw new SetupError(await explain(address, /** @type {NodeJS.ErrnoException} */ (error)));
  }
}

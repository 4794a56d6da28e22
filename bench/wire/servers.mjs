import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../server/command.mjs';
import { nextEnvironment } from '../../server/prepare.mjs';
import { openConnection } from './load.mjs';
import { region, signedRequest, signedRequests } from './signed-request.mjs';

/** @typedef {{ name: string, port: number, key: import('./signed-request.mjs').Key, stop: () => Promise<void> }} Server */

const key = { accessKeyId: 'AKIDBENCH', secretAccessKey: 'bench/secret' };
const accountId = '123456789012';
const timeoutMs = 60_000;
/** @param {number} number */
const bucketName = (number) => `bucket-${String(number).padStart(5, '0')}`;

/**
 * Our production server, its source a file of `count` buckets, its access key configured and so every signature verified. `prepare` may put
 * something into its data folder before.
 * @param {number} count
 * @param {(dataFolder: string) => Promise<void>} prepare
 * @returns {Promise<Server>}
 */
export async function startSnapscope(count, prepare = async () => {}) {
  const folder = await mkdtemp(join(tmpdir(), 'snapscope-'));
  await prepare(join(folder, 'data'));
  const account = join(folder, 'account.json');
  const items = Array.from({ length: count }, (_, number) => ({
    resourceType: 'AWS::S3::Bucket',
    resourceId: bucketName(number),
    resourceName: bucketName(number),
    ARN: `arn:aws:s3:::${bucketName(number)}`,
    awsRegion: region,
    configurationItemStatus: 'OK',
    configuration: { name: bucketName(number) },
  }));
  await writeFile(account, JSON.stringify(items));
  const port = await freePort();
  const isSetting = /^(SNAPSCOPE_|AWS_)|^(HOST|PORT|DATABASE_URL|NODE_OPTIONS)$/;
  const { server, stop } = await start('Snapscope', port, '/api/health', {
    command: process.execPath,
    args: [...process.execArgv, join(root, 'server/serve.mjs')],
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !isSetting.test(name))),
      ...nextEnvironment,
      NODE_ENV: 'production',
      __NEXT_PROCESSED_ENV: 'true',
      HOST: '127.0.0.1',
      PORT: String(port),
      AWS_REGION: region,
      SNAPSCOPE_ACCOUNT_ID: accountId,
      SNAPSCOPE_DATA_DIR: join(folder, 'data'),
      SNAPSCOPE_SOURCES: `file:${account}`,
      SNAPSCOPE_ACCESS_KEYS: `${key.accessKeyId}:${key.secretAccessKey}`,
    },
  });
  const end = async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...server, stop: end };
}

/**
 * moto_server with a recorder, a channel and `count` buckets of its S3, which is where its ListDiscoveredResources looks.
 * @param {number} count
 * @returns {Promise<Server>}
 */
export async function startMoto(count) {
  const port = await freePort();
  const { server, stop } = await start('moto', port, '/moto-api/', {
    command: 'moto_server',
    args: ['-H', '127.0.0.1', '-p', String(port)],
    env: process.env,
  });
  try {
    const body = `<CreateBucketConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`;
    /** @param {number} number */
    const put = (number) => ({
      port,
      key,
      service: 's3',
      method: 'PUT',
      path: `/${bucketName(number)}`,
      headers: {},
      body,
    });
    await sendAll(
      port,
      Array.from({ length: count }, (_, number) => signedRequest(put(number))),
    );
    /** @param {string} operation @param {object} input */
    const config = (operation, input) =>
      sendAll(port, signedRequests({ port, key, operation, body: JSON.stringify(input), count: 1 }));
    const roleARN = `arn:aws:iam::${accountId}:role/config`;
    await config('PutConfigurationRecorder', { ConfigurationRecorder: { name: 'default', roleARN } });
    await config('PutDeliveryChannel', { DeliveryChannel: { name: 'default', s3BucketName: bucketName(0) } });
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...server, stop };
}

/** @param {number} port @param {Buffer[]} requests */
async function sendAll(port, requests) {
  const connection = openConnection(port);
  for (const request of requests) {
    const { status, body } = await connection.send(request);
    if (status !== 200) throw new Error(`${status} ${body.toString()}\nwas the answer to\n${request.toString()}`);
  }
  connection.end();
}

/**
 * Starts a server and waits until it answers at `path`.
 * @param {string} name
 * @param {number} port
 * @param {string} path
 * @param {{ command: string, args: string[], env: Record<string, string | undefined> }} program
 */
async function start(name, port, path, { command, args, env }) {
  const child = spawn(command, args, {
    cwd: root,
    env: /** @type {NodeJS.ProcessEnv} */ (env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      log = (log + chunk).slice(-20_000);
    });
  }
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(`${command}: ${error.message}`));
    child.once('exit', (code, signal) => resolve(`it ended (${code ?? signal})`));
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  };
  const answered = async () => (await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined))?.ok ?? false;
  for (const begin = Date.now(); !(await answered()); ) {
    const failure = await Promise.race([ended, sleep(100)]);
    const late = Date.now() - begin > timeoutMs;
    if (failure === undefined && !late) continue;
    if (late) await stop();
    throw new Error(`${name} could not be started: ${failure ?? 'it took more than a minute'}\n${log}`);
  }
  return { server: { name, port, key }, stop };
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port of 127.0.0.1 is free.');
  return address.port;
}

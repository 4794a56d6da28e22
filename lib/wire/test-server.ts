import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigServiceClient } from '@aws-sdk/client-config-service';
import { startTestDatabase } from '../database/test-database';
import { createDelivery, type DeliveryService } from '../delivery/delivery';
import { createDeliveryRuns } from '../delivery/write/runs';
import { StreamingInventoryReader } from '../inventory/streaming-reader';
import type { Scope } from '../items/scope';
import { type LogFields, silentLog } from '../log/log';
import { createDirectoryStore } from '../object-store/directory';
import { createRecorder, type RecorderService } from '../recorder/recorder';
import type { ObservedResource } from '../recorder/sources/port';
import type { WirePorts } from './operation';
import { createWirePorts } from './ports';
import { answerNode } from './protocol/http';
import type { AccessKey } from './protocol/signature';

/** The bucket that is there. */
export const bucket = 'config-bucket';

/** The region whose recorder has sources: `resources` of the server. */
const testRegion = 'us-west-2';

/**
 * For tests: the wire on real services, with a database and an object store of its own, behind a real HTTP server on a free port. Each
 * access key is an account of its own: tests keep apart by asking for a client of their own.
 */
export async function startWireServer() {
  const server = await startTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'snapscope-wire-'));
  const store = createDirectoryStore({ root: folder });
  await store.createBucket(bucket);
  const { database } = server;
  const clock = () => new Date();
  const faults: unknown[] = [];
  const resources = new Map<string, ObservedResource[]>();
  const keys: AccessKey[] = [];
  const keep = ({ err }: LogFields) => void faults.push(err);
  const log = { ...silentLog, error: keep, warn: keep };
  const runs = createDeliveryRuns({ database, store, clock, log });
  const recorders = new Map<string, RecorderService>();

  const recorderOf = (scope: Scope): RecorderService => {
    const name = `${scope.accountId}/${scope.region}`;
    const recorder =
      recorders.get(name) ?? createRecorder({ database, clock, scope, sources: [sourceOf(scope)], log: silentLog });
    recorders.set(name, recorder);
    return recorder;
  };
  const sourceOf = ({ accountId, region }: Scope) => ({
    name: 'test',
    description: 'What the test puts there',
    async *observe() {
      if (region === testRegion) yield* resources.get(accountId) ?? [];
    },
  });
  const deliveryOf = (scope: Scope): DeliveryService =>
    createDelivery({
      database,
      store,
      clock,
      scope,
      runs,
      inventory: new StreamingInventoryReader(database, scope),
      historyIntervalMs: 6 * 3_600_000,
    });
  const ports: WirePorts = createWirePorts({
    database,
    clock,
    access: { keys, defaultAccountId: '123456789012', loopbackOnly: true },
    engineOf: (scope) => ({ recorder: recorderOf(scope), delivery: deliveryOf(scope) }),
    reportFault: (error) => faults.push(error),
  });
  const http = createServer((request, response) => {
    answerNode(request, response, ports).catch((error: unknown) => {
      faults.push(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

  /** A key of a new account. */
  function newKey(): AccessKey {
    const number = String(keys.length + 1);
    const key = {
      accessKeyId: `AKID${number}`,
      secretAccessKey: `secret${number}`,
      accountId: number.padStart(12, '0'),
    };
    keys.push(key);
    return key;
  }

  return {
    endpoint,
    store,
    /** Where the store keeps its buckets. */
    folder,
    database,
    ports,
    /** What nobody foresaw; a test that passes leaves it empty. */
    faults,
    newKey,
    /** A client of a new account, or of the key's. */
    client(key = newKey(), region = testRegion): ConfigServiceClient {
      return new ConfigServiceClient({ region, endpoint, credentials: key, maxAttempts: 1 });
    },
    /** Puts resources where the recorder of the key's account finds them. */
    setResources: (key: AccessKey, observed: ObservedResource[]) => resources.set(key.accountId, observed),
    recorderOf: (key: AccessKey) => recorderOf({ accountId: key.accountId, region: testRegion }),
    async stop() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      for (const recorder of recorders.values()) await recorder.close();
      await runs.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type WireServer = Awaited<ReturnType<typeof startWireServer>>;

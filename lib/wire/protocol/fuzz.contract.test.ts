import { afterAll, beforeAll, expect, test } from 'vitest';
import { operationModel, operationNames, shapeOf, targetPrefix } from '../model/model';
import { operationSupport } from '../operation-support';
import { operations } from '../operations/table';
import { startWireServer, type WireServer } from '../test-server';
import { dispatch } from './dispatch';
import { maxBodyBytes, type WireRequest } from './protocol';

let server: WireServer;
beforeAll(async () => {
  server = await startWireServer();
});
afterAll(() => server.stop());

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;
const oneOf = <Value>(random: Random, values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value;

const strings = [
  '',
  'default',
  'a'.repeat(300),
  'x\u0000y',
  '\ud800',
  "'; DROP TABLE recorders; --",
  '__proto__',
  '../../etc/passwd',
  'config-bucket',
  'AWS::EC2::Volume',
  'Example::Wiki::Page',
  '{"a":1}',
  '{"a":"\\u0000"}',
  'SELECT resourceId',
  "SELECT COUNT(*) WHERE configuration.a = 'x'",
  'SELECT configuration."',
  '%',
  '🙂'.repeat(50),
  'arn:aws:config:us-west-2:1:stored-query/a/query-b',
];
const numbers = [0, 1, -1, 100, 101, 2.5, 1e300, -1e300, 2 ** 53, 2557, 1.7e9];
const wild: unknown[] = [null, true, [], {}, [[]], [null], { a: { b: {} } }, ...strings, ...numbers];

/** A value of a shape, mostly; at times anything. */
function generated(random: Random, name: string): unknown {
  if (random() < 0.06) return oneOf(random, wild);
  const shape = shapeOf(name);
  switch (shape.type) {
    case 'structure':
      return Object.fromEntries(
        Object.entries(shape.members)
          .filter(([member]) => random() < (shape.required?.includes(member) ? 0.95 : 0.4))
          .map(([member, memberShape]) => [member, generated(random, memberShape)]),
      );
    case 'list':
      return Array.from({ length: Math.floor(random() * 4) }, () => generated(random, shape.member));
    case 'map':
      return Object.fromEntries(
        Array.from({ length: Math.floor(random() * 3) }, () => [
          oneOf(random, strings),
          generated(random, shape.value),
        ]),
      );
    case 'string':
      return shape.enum && random() < 0.8 ? oneOf(random, shape.enum) : oneOf(random, strings);
    case 'boolean':
      return random() < 0.5;
    default:
      return oneOf(random, numbers);
  }
}

const monsters: Uint8Array[] = [
  '['.repeat(10_000) + ']'.repeat(10_000),
  `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  `{"ResourceType":"Example::Wiki::Page","SchemaVersionId":"1","ResourceId":"a","Configuration":${JSON.stringify(`${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`)}}`,
  `{"limit":${'9'.repeat(5000)}}`,
  '{"limit":1e99999}',
  '{"__proto__":{"deliveryChannelName":"default"},"constructor":{"prototype":{}}}',
  'null',
  '"text"',
  '{"a":1}}',
  '',
  `{"Expression":${JSON.stringify(`SELECT a WHERE ${'('.repeat(4000)}`)}}`,
  `{"Expression":${JSON.stringify(`SELECT resourceId WHERE ${Array.from({ length: 300 }, () => "a='b'").join(' OR ')}`)}}`,
].map((text) => Buffer.from(text));
monsters.push(
  Buffer.from([0x7b, 0xff, 0xfe, 0x7d]),
  Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]),
  Buffer.alloc(maxBodyBytes + 1, 0x20),
);

const answered = [...operations.keys()];
/** Those that reach the rest of Snapscope: the others have no part in it. */
const working = operationSupport.filter(({ support }) => support === 'yes').map(({ name }) => name);
const targets = ['', 'constructor', '__proto__', 'toString', 'a'.repeat(5000), '.', '../DeleteDeliveryChannel'];

/** Any signature will do: there are no keys. */
const signedFor = (region: string) =>
  `AWS4-HMAC-SHA256 Credential=AKID/20261122/${region}/config/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`;

function requestOf(seed: number): WireRequest {
  const random = randomOf(seed);
  const name = random() < 0.85 ? oneOf(random, answered) : oneOf(random, [...operationNames, ...targets]);
  const input = operationModel(name)?.input;
  const body =
    input && random() < 0.85 ? Buffer.from(JSON.stringify(generated(random, input))) : oneOf(random, monsters);
  const region = oneOf(random, ['us-west-2', 'us-west-2', 'eu-west-1', 'x', 'a'.repeat(40), 'A;--']);
  const headers = {
    host: '127.0.0.1:3000',
    'x-amz-target': random() < 0.97 ? `${targetPrefix}.${name}` : name,
    authorization: signedFor(region),
  };
  const pieces = async function* () {
    for (let start = 0; start < body.byteLength; start += 64 * 1024) yield body.subarray(start, start + 64 * 1024);
  };
  return { method: 'POST', path: '/', query: '', headers, body: pieces() };
}

test('every monstrous body is refused or answered by every operation that reaches further', async () => {
  const home = { accountId: '123456789012', region: 'us-west-2' };
  const group = {
    recordingGroup: { allSupported: true },
    recordingMode: { recordingFrequency: 'CONTINUOUS' as const },
  };
  for (const name of working) {
    for (const monster of monsters) {
      // Some operation may have stopped or deleted it.
      await server.ports.recorder.put(home, { name: 'default', ...group });
      await server.ports.recorder.start(home);
      const request = requestOf(1);
      const headers = { ...request.headers, 'x-amz-target': `${targetPrefix}.${name}` };
      const body = (async function* () {
        yield monster;
      })();
      const { status } = await dispatch(
        { ...request, headers: { ...headers, authorization: signedFor('us-west-2') }, body },
        server.ports,
      );
      expect(status, `${name} ${monster.subarray(0, 40)}`).toBeLessThan(500);
    }
  }
  expect(server.faults).toEqual([]);
}, 300_000);

test('2,000 generated requests are answered, never with a 5xx, and leave nothing behind', async () => {
  const home = { accountId: '123456789012', region: 'us-west-2' };
  const group = {
    recordingGroup: { allSupported: true },
    recordingMode: { recordingFrequency: 'CONTINUOUS' as const },
  };
  await server.ports.recorder.put(home, { name: 'default', ...group });
  await server.ports.recorder.start(home);
  const statuses = new Map<number, number>();
  const codes = new Set<string>();
  for (let seed = 1; seed <= 2000; seed += 1) {
    const answer = await dispatch(requestOf(seed), server.ports);
    if (answer.status >= 500) throw new Error(`seed ${seed} gave ${answer.status}: ${String(server.faults.at(-1))}`);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const parsed = answer.body === '' ? {} : JSON.parse(answer.body);
    if (answer.status !== 200) {
      expect(parsed).toEqual({ __type: expect.any(String), message: expect.any(String) });
      codes.add(parsed.__type);
    }
  }
  // The generator reaches far: successes and many of AWS's errors, not refusals at the door alone.
  expect(statuses.get(200)).toBeGreaterThan(100);
  expect(codes.size).toBeGreaterThan(15);
  expect(({} as Record<string, unknown>).deliveryChannelName).toBeUndefined();
  expect(server.faults).toEqual([]);
}, 300_000);

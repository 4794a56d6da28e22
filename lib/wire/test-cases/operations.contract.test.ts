import { readFile } from 'node:fs/promises';
import * as sdk from '@aws-sdk/client-config-service';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { operationModel, shapeOf } from '../model/model';
import { operationSupport } from '../operation-support';
import { startWireServer, type WireServer } from '../test-server';
import { Account } from './account';
import { aggregateCases } from './aggregators/aggregate-cases';
import { aggregatorCases } from './aggregators/aggregator-cases';
import { authorizationCases } from './aggregators/authorization-cases';
import type { CaseTable } from './cases';
import { channelCases } from './channel-cases';
import { keptCases } from './kept-cases';
import { neverHere } from './never';
import { recorderCases } from './recorder-cases';
import { resourceCases } from './resource-cases';
import { noneCases } from './rules/none-cases';

// Every operation through the AWS SDK over HTTP: what it is for, and each error that AWS documents for it. What only the whole server
// shows, and other clients, stand in e2e/wire-protocol.spec.ts and e2e/wire-clients.spec.ts.

const cases: CaseTable = {
  ...recorderCases,
  ...channelCases,
  ...resourceCases,
  ...keptCases,
  ...aggregatorCases,
  ...authorizationCases,
  ...aggregateCases,
};
const supported = operationSupport.filter(({ support }) => support === 'yes').map(({ name }) => name);
const others = operationSupport.filter(({ support }) => support === 'no').map(({ name }) => name);
const commands = sdk as unknown as { [command: string]: new (input: object) => sdk.ListStoredQueriesCommand };

let server: WireServer;
beforeAll(async () => {
  server = await startWireServer();
});
afterAll(() => server.stop());
afterEach(() => expect(server.faults.splice(0)).toEqual([]));

/** An account in which nothing was done yet. */
const newAccount = () => new Account(server);

test('every operation that does what AWS does, and every error that AWS documents for it, is in the table', () => {
  const known = operationSupport.map(({ name }) => `${name}Command`);
  expect(Object.keys(sdk).filter((name) => /^[A-Z]\w+Command$/.test(name) && !known.includes(name))).toEqual([]);
  expect(Object.keys(cases).sort()).toEqual([...supported].sort());
  for (const name of supported) {
    const [shown, never] = [cases[name]?.fails ?? {}, neverHere[name] ?? {}].map(Object.keys) as [string[], string[]];
    expect([...shown, ...never].sort(), name).toEqual([...(operationModel(name)?.errors ?? [])].sort());
  }
});

test('docs/wire.md tells which documented errors cannot occur, and why', async () => {
  const text = await readFile(new URL('../../../docs/wire.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| (\w+) +\| `(\w+Exception)` +\| (.+?) +\|$/gm)].map((row) => row.slice(1));
  const expected = Object.entries(neverHere).flatMap(([name, errors]) =>
    Object.entries(errors).map(([error, reason]) => [name, error, reason]),
  );
  expect(rows.sort()).toEqual(expected.sort());
});

for (const [name, { works, fails }] of Object.entries(cases)) {
  describe(name, () => {
    test('does what it is for', () => works(newAccount()));

    for (const [error, [says, call]] of Object.entries(fails)) {
      test(`fails with ${error}`, async () => {
        const failure = await call(newAccount()).then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        expect(failure).toBeInstanceOf(sdk.ConfigServiceServiceException);
        expect(failure).toMatchObject({
          name: error,
          message: typeof says === 'string' ? says : expect.stringMatching(says),
          $fault: 'client',
          $metadata: { httpStatusCode: 400, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
        });
      });
    }
  });
}

/** The SDK's command of an operation, with that input. */
function commandOf(name: string, input: object) {
  const Command = commands[`${name}Command`];
  if (!Command) throw new Error(`The SDK has no ${name}Command.`);
  return new Command(input);
}

test('what asks for rules and the like is told that there are none', async () => {
  const { client } = newAccount();
  for (const [name, input, gets] of noneCases) {
    // The SDK wants times as such.
    const answer = client.send(commandOf(name, withTimes(input)));
    if ('answer' in gets) expect(await answer, name).toMatchObject(gets.answer);
    else {
      await expect(answer, name).rejects.toMatchObject({
        name: gets.code,
        message: gets.message,
        $fault: 'client',
        $metadata: { httpStatusCode: 400 },
      });
    }
  }
});

function withTimes(input: object): object {
  return JSON.parse(JSON.stringify(input), (name, value) =>
    name.endsWith('Timestamp') ? new Date(value * 1000) : value,
  );
}

test('every other operation of AWS Config answers that Snapscope does not have it', async () => {
  const { client } = newAccount();
  expect(others.length).toBeGreaterThan(5);
  for (const name of others) {
    await expect(client.send(commandOf(name, {})), name).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: `Snapscope does not have the operation ${name}. docs/wire.md lists those that it has.`,
      $metadata: { httpStatusCode: 400 },
    });
  }
});

/** Calls an operation with a body of the test's own, signed, where the SDK would send what it made of an input. */
function sendBody({ client }: Account, operation: string, body: string): Promise<unknown> {
  client.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { headers: Record<string, string>; body: string };
      request.headers['x-amz-target'] = `StarlingDoveService.${operation}`;
      request.headers['content-length'] = String(Buffer.byteLength(body));
      request.body = body;
      return next(args);
    },
    { step: 'build', name: 'bodyOfTheTest', priority: 'low', override: true },
  );
  return client.send(new sdk.DescribeDeliveryChannelsCommand({}));
}

test.each(supported)('%s refuses what is not JSON, and JSON of other types with the place', async (name) => {
  const account = newAccount();
  for (const text of ['{', '{"a":1}}', 'nothing', '[]', 'null']) {
    await expect(sendBody(account, name, text), text).rejects.toMatchObject({ name: 'SerializationException' });
  }
  const shape = shapeOf(operationModel(name)?.input ?? '');
  const fields = shape.type === 'structure' ? Object.entries(shape.members) : [];
  expect(fields.length).toBeGreaterThan(0);
  for (const [field, fieldShape] of fields) {
    const other = ['integer', 'long', 'timestamp'].includes(shapeOf(fieldShape).type) ? 'text' : 7;
    const place = field.charAt(0).toLowerCase() + field.slice(1);
    await expect(sendBody(account, name, JSON.stringify({ [field]: other })), field).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(`Value '${other}' at '${place}' failed to satisfy constraint: Member must be a`),
      $metadata: { httpStatusCode: 400 },
    });
  }
});

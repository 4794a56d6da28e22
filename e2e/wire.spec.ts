import { readFile } from 'node:fs/promises';
import * as sdk from '@aws-sdk/client-config-service';
import { expect } from '@playwright/test';
import { operationModel } from '@/lib/wire/model/model';
import { operationSupport } from '@/lib/wire/operation-support';
import { readingTest as test } from './fixtures/test';
import { Account, type AccountKey, accessKeysSetting, accountKeys } from './wire/account';
import type { CaseTable } from './wire/cases';
import { channelCases } from './wire/channel-cases';
import { keptCases } from './wire/kept-cases';
import { neverHere } from './wire/never';
import { recorderCases } from './wire/recorder-cases';
import { resourceCases } from './wire/resource-cases';

// Every operation through the AWS SDK against the server as it is shipped: what it is for, and each error that AWS documents for it. What
// the port, signatures and bodies are about stands in wire-protocol.spec.ts, other clients in wire-clients.spec.ts.

const cases: CaseTable = { ...recorderCases, ...channelCases, ...resourceCases, ...keptCases };
const supported = operationSupport.filter((operation) => operation.supported).map(({ name }) => name);
const others = operationSupport.filter((operation) => !operation.supported).map(({ name }) => name);

const keys = accountKeys(200);
let unused: AccountKey[];
let bucket: string;
let server: Account['server'];
test.beforeAll(async ({ startServer }) => {
  server = await startServer({ SNAPSCOPE_ACCESS_KEYS: accessKeysSetting(keys) });
  unused = [...keys];
  bucket = (await (await fetch(`${server.url}/api/delivery`)).json()).channel.s3BucketName;
});

/** An account in which nothing was done yet. */
function newAccount(): Account {
  const key = unused.shift();
  if (!key) throw new Error('There are fewer access keys than tests.');
  return new Account(server, key, bucket);
}

test('every operation that Snapscope has, and every error that AWS documents for it, is in the table', () => {
  const known = operationSupport.map(({ name }) => `${name}Command`);
  expect(Object.keys(sdk).filter((name) => /^[A-Z]\w+Command$/.test(name) && !known.includes(name))).toEqual([]);
  expect(Object.keys(cases).sort()).toEqual([...supported].sort());
  for (const name of supported) {
    const [shown, never] = [cases[name]?.fails ?? {}, neverHere[name] ?? {}].map(Object.keys) as [string[], string[]];
    expect([...shown, ...never].sort(), name).toEqual([...(operationModel(name)?.errors ?? [])].sort());
  }
});

test('docs/wire.md tells which documented errors cannot occur, and why', async () => {
  const text = await readFile(new URL('../docs/wire.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| (\w+) +\| `(\w+Exception)` +\| (.+?) +\|$/gm)].map((row) => row.slice(1));
  const expected = Object.entries(neverHere).flatMap(([name, errors]) =>
    Object.entries(errors).map(([error, reason]) => [name, error, reason]),
  );
  expect(rows.sort()).toEqual(expected.sort());
});

for (const [name, { works, fails }] of Object.entries(cases)) {
  test.describe(name, () => {
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

test('every other operation of AWS Config answers that Snapscope does not have it', async () => {
  const { client } = newAccount();
  const commands = sdk as unknown as { [command: string]: new (input: object) => sdk.ListStoredQueriesCommand };
  expect(others.length).toBeGreaterThan(60);
  for (const name of others) {
    const Command = commands[`${name}Command`];
    if (!Command) throw new Error(`The SDK has no ${name}Command.`);
    await expect(client.send(new Command({})), name).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: `Snapscope does not have the operation ${name}. docs/wire.md lists those that it has.`,
      $metadata: { httpStatusCode: 400 },
    });
  }
});

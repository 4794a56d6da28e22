import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestSnapshots, type TestSnapshots } from './test-snapshots';

const bucket = 'several';
const names = ['before', 'after-one-gone', 'after-one-changed', 'two-regions'];
const recorder = { resourceType: 'AWS::Config::ConfigurationRecorder', resourceId: 'default', region: 'us-east-1' };
const page = { types: [], search: '', page: 1, pageSize: 50 };
const whole = { types: [], focus: [], hops: 1, limit: 100 };
const logGroup = (region: string) => `111122223333/${region}/aws::logs::loggroup//aws/lambda/f`;
const lambda = (region: string) => `111122223333/${region}/aws::lambda::function/f`;

let documents: TestSnapshots;
let snapshots: TestSnapshots['snapshots'];
let comparisons: TestSnapshots['comparisons'];

beforeAll(async () => {
  documents = await makeTestSnapshots(bucket);
  ({ snapshots, comparisons } = documents);
  for (const name of names) {
    await documents.put(`${name}.json`, readFileSync(join(import.meta.dirname, 'test-documents', `${name}.json`)));
  }
});
afterAll(() => documents.remove());

test('of two recorders of one name in two accounts, the one that is gone is told', async () => {
  for (const way of comparisons) {
    const name = { bucket, key: 'before.json', otherKey: 'after-one-gone.json' };
    const { counts, rows, severalAccounts, severalRegions } = await way.page({ ...name, ...page, kinds: [] });
    expect(counts).toEqual({ added: 0, removed: 1, changed: 0, unchanged: 1 });
    expect(rows).toEqual([{ difference: 'removed', accountId: '444455556666', ...recorder, before: 1 }]);
    expect([severalAccounts, severalRegions]).toEqual([false, false]);
    const { body } = await way.file({ ...name, ...page, kinds: [] });
    expect((await text(body)).split('\r\n')[1]).toBe(
      'removed,AWS::Config::ConfigurationRecorder,default,,444455556666,us-east-1,',
    );
  }
});

test('the one that changed is told, with what changed', async () => {
  for (const way of comparisons) {
    const name = { bucket, key: 'before.json', otherKey: 'after-one-changed.json' };
    const { counts, rows } = await way.page({ ...name, ...page, kinds: [] });
    expect(counts).toEqual({ added: 0, removed: 0, changed: 1, unchanged: 1 });
    expect(rows).toEqual([{ difference: 'changed', accountId: '444455556666', ...recorder, before: 1, after: 1 }]);
    const { changes } = await way.item({ ...name, before: 1, after: 1 });
    expect(changes).toMatchObject([{ path: 'allSupported', previous: 'false', updated: 'true' }]);
  }
});

test('a function is related to the log group of its own Region', async () => {
  const name = { bucket, key: 'two-regions.json' };
  const { nodes, edges, totalNodes } = await snapshots.graph({ ...name, ...whole });
  expect(nodes.map(({ id }) => id).sort()).toEqual(
    [lambda('us-east-1'), lambda('eu-west-1'), logGroup('us-east-1'), logGroup('eu-west-1')].sort(),
  );
  expect(totalNodes).toBe(4);
  expect(edges.map(({ source, target }) => [source, target]).sort()).toEqual(
    [
      [lambda('eu-west-1'), logGroup('eu-west-1')],
      [lambda('us-east-1'), logGroup('us-east-1')],
    ].sort(),
  );
  expect((await snapshots.item({ ...name, index: 3 })).related).toMatchObject([
    { index: 1, accountId: '111122223333', region: 'eu-west-1' },
  ]);
  expect((await snapshots.item({ ...name, index: 0 })).related).toMatchObject([{ index: 2, region: 'us-east-1' }]);
});

test('a link that names type and id alone still leads to a resource, where only one bears them', async () => {
  const focused = async (key: string, focus: string) =>
    (await snapshots.graph({ bucket, key, ...whole, focus: [focus] })).nodes.map(({ id }) => id);
  expect(await focused('two-regions.json', 'aws::lambda::function/f')).toEqual([]);
  expect(await focused('two-regions.json', `111122223333/eu-west-1/AWS::Lambda::Function/f`)).toEqual([
    lambda('eu-west-1'),
    logGroup('eu-west-1'),
  ]);
  expect(await focused('after-one-gone.json', 'aws::config::configurationrecorder/default')).toEqual([
    '111122223333/us-east-1/aws::config::configurationrecorder/default',
  ]);
});

test('several items of a resource are its states, and the last of one time is the newest', async () => {
  expect((await snapshots.document({ bucket, key: 'two-regions.json' })).states).toMatchObject({
    deleted: 0,
    older: 0,
  });
  const { configurationItems } = JSON.parse(
    readFileSync(join(import.meta.dirname, 'test-documents/before.json'), 'utf8'),
  );
  const [first, second] = configurationItems;
  const twice = [first, second, { ...second, resourceType: second.resourceType.toUpperCase() }];
  await documents.put('twice.json', { configurationItems: twice });
  const document = await snapshots.document({ bucket, key: 'twice.json' });
  expect(document.states).toEqual({ current: 2, deleted: 0, older: 1 });
  const stateOf = async (index: number) => (await snapshots.item({ bucket, key: 'twice.json', index })).state;
  expect([await stateOf(0), await stateOf(1), await stateOf(2)]).toEqual([
    undefined,
    { number: 1, of: 2, newest: 2, newer: 2 },
    { number: 2, of: 2, newest: 2, older: 1 },
  ]);
});

import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFileSource, type FileSourceOptions } from './file';
import { isListingResult, type ObservedResource } from './port';
import { testObservation } from './test-observation';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-source-'));
});
afterEach(() => rm(folder, { recursive: true }));

const volume = (resourceId: string, more: object = {}) => ({ resourceType: 'AWS::EC2::Volume', resourceId, ...more });
const put = (name: string, content: unknown) =>
  writeFile(
    join(folder, name),
    typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
  );

const scope = { accountId: '111122223333', region: 'eu-west-1' };

async function observe(path = folder, more: Partial<FileSourceOptions> = {}) {
  const resources: ObservedResource[] = [];
  const notes: string[] = [];
  const source = createFileSource({ name: 'sample', path, scope, ...more });
  for await (const event of source.observe(testObservation({ note: (note) => notes.push(note) }))) {
    if (!isListingResult(event)) resources.push(event);
  }
  return { resources, notes, ids: resources.map(({ resourceId }) => resourceId) };
}

test('reads single items, lists and snapshots of a folder in the order of file names', async () => {
  await put('b.json', [volume('vol-2'), volume('vol-3')]);
  await put('a.json', volume('vol-1'));
  await put('c.json', { fileVersion: '1.0', configSnapshotId: 'x', configurationItems: [volume('vol-4')] });
  await put('d.json.gz', gzipSync(JSON.stringify([volume('vol-5')])));
  await put('e.json', gzipSync(JSON.stringify([volume('vol-6')])));
  await put('notes.txt', 'no item');
  expect((await observe()).ids).toEqual(['vol-1', 'vol-2', 'vol-3', 'vol-4', 'vol-5', 'vol-6']);
});

test('reads the documented example of 2014 as resources of today', async () => {
  const { resources } = await observe('samples/aws-document-2014.json');
  expect(resources.map(({ resourceType, resourceId, awsRegion }) => [resourceType, resourceId, awsRegion])).toEqual([
    ['AWS::EC2::Volume', 'vol-ce676ccc', 'us-west-2'],
    ['AWS::EC2::Instance', 'i-344c463d', 'us-west-2'],
  ]);
  const recorded = ['awsAccountId', 'configurationItemCaptureTime', 'configurationStateId', 'configurationItemStatus'];
  for (const field of recorded) expect(resources[0]).not.toHaveProperty(field);
});

test('reads the samples that ship, without a word', async () => {
  const { ids, notes } = await observe('samples');
  expect(ids.slice(0, 2)).toEqual(['vol-ce676ccc', 'i-344c463d']);
  expect(ids.length).toBeGreaterThan(110);
  expect(notes).toEqual([]);
});

test('gives items without a region that of the source, and leaves others theirs', async () => {
  await put('a.json', [volume('vol-1'), volume('vol-2', { awsRegion: 'global' })]);
  expect((await observe()).resources.map(({ awsRegion }) => awsRegion)).toEqual(['eu-west-1', 'global']);
});

test('leaves out what was deleted', async () => {
  const statuses = ['OK', 'ResourceDeleted', 'ResourceDeletedNotRecorded', 'ResourceDiscovered'];
  await put(
    'a.json',
    statuses.map((configurationItemStatus) => volume(configurationItemStatus, { configurationItemStatus })),
  );
  expect((await observe()).ids).toEqual(['OK', 'ResourceDiscovered']);
});

test('keeps the first of two items of the same resource, and says so', async () => {
  await put('a.json', [volume('vol-1', { tags: { from: 'a' } }), volume('vol-1')]);
  await put('b.json', { ...volume('vol-1'), resourceType: 'AWS::EC2::VOLUME' });
  const { resources, notes } = await observe();
  expect(resources.map(({ tags }) => tags)).toEqual([{ from: 'a' }]);
  expect(notes).toEqual([
    `AWS::EC2::Volume vol-1 is in ${join(folder, 'a.json')} already; the one in the same file is passed over.`,
    `AWS::EC2::VOLUME vol-1 is in ${join(folder, 'a.json')} already; the one in ${join(folder, 'b.json')} is passed over.`,
  ]);
});

describe('of files that hold several accounts and Regions', () => {
  const [ours, theirs] = ['111122223333', '444455556666'];
  const place = (awsAccountId: string, awsRegion: string) =>
    volume('vol-1', { awsAccountId, awsRegion, tags: { of: `${awsAccountId} ${awsRegion}` } });
  const of = (resources: ObservedResource[]) => resources.map(({ tags }) => tags.of);
  const regions = ['eu-west-1', 'us-east-1'] as const;

  test('gives each Region that is recorded its own, and the home what no other takes', async () => {
    await put('a.json', [
      place(ours, 'us-east-1'),
      place(ours, 'eu-west-1'),
      volume('vol-2', { tags: { of: 'no place' } }),
      volume('vol-3', { awsRegion: 'global', tags: { of: 'global' } }),
      volume('vol-4', { awsRegion: 'ap-south-1', tags: { of: 'a Region that nobody records' } }),
    ]);
    const home = await observe(folder, { regions });
    expect(of(home.resources)).toEqual([`${ours} eu-west-1`, 'no place', 'global', 'a Region that nobody records']);
    const scopeThere = { accountId: ours, region: 'us-east-1' };
    const there = await observe(folder, { scope: scopeThere, regions });
    // What tells no Region is in that of the recorder: only the home may take it, lest each of them does.
    expect(of(there.resources)).toEqual([`${ours} us-east-1`]);
    expect([...home.notes, ...there.notes]).toEqual([]);
  });

  test('prefers the resources of its own account and Region, wherever they stand', async () => {
    await put('a.json', [
      place(theirs, 'eu-west-1'),
      place(ours, 'ap-south-1'),
      volume('vol-2', { awsAccountId: theirs }),
    ]);
    await put('b.json', place(ours, 'eu-west-1'));
    const { resources, notes, ids } = await observe();
    expect(ids).toEqual(['vol-1', 'vol-2']);
    expect(of(resources)[0]).toBe(`${ours} eu-west-1`);
    const [a, b] = [join(folder, 'a.json'), join(folder, 'b.json')];
    expect(notes).toEqual([
      `AWS::EC2::Volume vol-1 of account ${theirs} in eu-west-1 (${a}) is passed over: a recorder keeps a type and id once, and ${b} has the one of account ${ours} in eu-west-1 already.`,
      `AWS::EC2::Volume vol-1 of account ${ours} in ap-south-1 (${a}) is passed over: a recorder keeps a type and id once, and ${b} has the one of account ${ours} in eu-west-1 already.`,
    ]);
  });

  test('keeps the first one where none is of its own account and Region', async () => {
    await put('a.json', [place(theirs, 'us-east-1'), place(theirs, 'eu-west-1'), place('777788889999', 'us-east-1')]);
    const { resources, notes } = await observe();
    expect(of(resources)).toEqual([`${theirs} us-east-1`]);
    expect(notes[1]).toContain('of account 777788889999 in us-east-1 (the same file) is passed over');
    expect(notes).toHaveLength(2);
  });
});

describe('throws, so that nothing is taken for deleted,', () => {
  test.each([
    [
      'a file cut short',
      '[{"resourceType":"T","resourceId":"1"},{"re',
      'TruncatedJson',
      /a\.json breaks off at byte 43/,
    ],
    [
      'a wrong item',
      [volume('vol-1'), volume('vol-2', { tags: 7 })],
      'InvalidConfigurationItem',
      /a\.json, item at byte \d+: The field "tags" of AWS::EC2::Volume vol-2/,
    ],
    ['an empty file', '', 'EmptyDocument', /a\.json is empty/],
    [
      'gzip data cut short',
      gzipSync(JSON.stringify([volume('vol-1')])).subarray(0, 30),
      'TruncatedGzip',
      /a\.json: The gzip file ends before its content/,
    ],
  ])('at %s', async (_, content, code, message) => {
    await put('a.json', content);
    await expect(observe()).rejects.toMatchObject({
      kind: 'unreadable',
      code,
      message: expect.stringMatching(message),
    });
  });

  test('at a folder without files, or no folder at all', async () => {
    await expect(observe()).rejects.toMatchObject({ code: 'NoSuchFile', message: expect.stringContaining(folder) });
    await expect(observe(join(folder, 'gone'))).rejects.toMatchObject({ kind: 'not-found', code: 'NoSuchFile' });
  });

  test('at a pipe, whose opening nothing could break off, in a folder and by itself', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.json')]);
    const refused = { code: 'FileNotReadable', message: expect.stringContaining('pipe.json: it is a folder, a pipe') };
    await expect(observe()).rejects.toMatchObject(refused);
    await expect(observe(join(folder, 'pipe.json'))).rejects.toMatchObject(refused);
  });

  test('when it is told to stop', async () => {
    await put(
      'a.json',
      Array.from({ length: 10 }, (_, n) => volume(`vol-${n}`)),
    );
    const stop = new AbortController();
    const seen: unknown[] = [];
    const source = createFileSource({ name: 'sample', path: folder, scope });
    const listing = (async () => {
      for await (const event of source.observe(testObservation({ signal: stop.signal }))) {
        seen.push(event);
        if (seen.length === 3) stop.abort();
      }
    })();
    await expect(listing).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toHaveLength(3);
  });
});

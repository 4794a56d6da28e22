import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestDatabase } from '../../database/test-database';
import { silentLog } from '../../log/log';
import { createRecorder, type RecorderService } from '../../recorder/recorder';
import type { ObservedResource } from '../../recorder/sources/port';
import { InventoryReader } from '../reader';
import type { ResourceFilter } from './filter';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
let recorder: RecorderService;
let now = new Date('2026-11-22T08:00:00.000Z');
let resources: ObservedResource[] = [];

function resource(resourceType: string, resourceId: string, more: Partial<ObservedResource> = {}): ObservedResource {
  return {
    relatedEvents: [],
    relationships: [],
    configuration: { id: resourceId },
    supplementaryConfiguration: {},
    tags: {},
    resourceType,
    resourceId,
    awsRegion: 'us-west-2',
    ...more,
  };
}

beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server.stop());

const web = resource('AWS::EC2::Instance', 'i-web', {
  resourceName: 'web',
  availabilityZone: 'us-west-2a',
  tags: { Name: 'web', Team: 'shop', odd: '100%\0' },
});
const db = resource('AWS::EC2::Instance', 'i-db', {
  availabilityZone: 'us-west-2b',
  tags: { Name: 'db', Team: 'data' },
});
const role = resource('AWS::IAM::Role', 'AROA1', { resourceName: 'web-role', awsRegion: 'global' });

let accounts = 0;
beforeEach(async () => {
  accounts += 1;
  const scope = { accountId: String(accounts).padStart(12, '0'), region: 'us-west-2' };
  const source = {
    name: 'a',
    description: 'a',
    async *observe() {
      yield* resources;
    },
  };
  recorder = createRecorder({ database: server.database, clock: () => now, scope, sources: [source], log: silentLog });
  const recordingGroup = { allSupported: true, includeGlobalResourceTypes: true };
  await recorder.put({ name: 'default', recordingGroup, recordingMode: { recordingFrequency: 'CONTINUOUS' } });
  await recorder.start();
  resources = [web, db, role];
  await recorder.discover();
});

const inventory = () =>
  new InventoryReader(server.database, { accountId: String(accounts).padStart(12, '0'), region: 'us-west-2' });
const base = { types: [], search: '', order: 'asc' as const, page: 1, pageSize: 50 };
const later = () => {
  now = new Date(now.getTime() + 60_000);
};

async function found(filter: ResourceFilter, more: { deleted?: boolean } = {}): Promise<string[]> {
  const { items, total } = await inventory().search({ ...base, ...more, filter });
  expect(total).toBe(items.length);
  return items.map(({ resourceId }) => resourceId).filter((id) => id !== 'default');
}

describe('resources are filtered', () => {
  test.each<[string, ResourceFilter['tokens'][number], string[]]>([
    [
      'by type, whatever its case',
      { propertyKey: 'resourceType', operator: '=', value: 'aws::ec2::INSTANCE' },
      ['i-db', 'i-web'],
    ],
    ['by another type', { propertyKey: 'resourceType', operator: '!=', value: 'AWS::EC2::Instance' }, ['AROA1']],
    ['by a part of the name', { propertyKey: 'resourceName', operator: ':', value: 'WEB' }, ['i-web', 'AROA1']],
    [
      'by the absence of it, where there is no name too',
      { propertyKey: 'resourceName', operator: '!:', value: 'web' },
      ['i-db'],
    ],
    ['by the tag Name of what has no name', { propertyKey: 'resourceName', operator: '=', value: 'db' }, ['i-db']],
    ['by the beginning of the id', { propertyKey: 'resourceId', operator: '^', value: 'i-' }, ['i-db', 'i-web']],
    ['by zone', { propertyKey: 'availabilityZone', operator: '=', value: 'us-west-2b' }, ['i-db']],
    ['by no zone', { propertyKey: 'availabilityZone', operator: '=', value: '' }, ['AROA1']],
    ['by region', { propertyKey: 'awsRegion', operator: '=', value: 'global' }, ['AROA1']],
    ['by status', { propertyKey: 'status', operator: '!=', value: 'ResourceDiscovered' }, []],
    ['by a tag', { propertyKey: 'tag', operator: '=', value: 'Team=shop' }, ['i-web']],
    ['by a tag that it lacks', { propertyKey: 'tag', operator: '!=', value: 'Team=shop' }, ['i-db', 'AROA1']],
    ['by a part of any tag', { propertyKey: 'tag', operator: ':', value: 'team=' }, ['i-db', 'i-web']],
    ['by the value of one tag', { propertyKey: 'tag:Team', operator: '^', value: 'DA' }, ['i-db']],
    ['by a percent sign, which is only a sign', { propertyKey: 'tag', operator: ':', value: '100%' }, ['i-web']],
    ['by free text, in tags too', { operator: ':', value: 'shop' }, ['i-web']],
    ['by free text that nothing may hold', { operator: '!:', value: 'web' }, ['i-db']],
  ])('%s', async (_, token, expected) => {
    expect((await found({ tokens: [token], operation: 'and' })).filter((id) => id !== 'default')).toEqual(expected);
  });

  test('by all of several tokens, or by one of them', async () => {
    const tokens: ResourceFilter['tokens'] = [
      { propertyKey: 'resourceName', operator: ':', value: 'web' },
      { propertyKey: 'awsRegion', operator: '=', value: 'global' },
    ];
    expect(await found({ tokens, operation: 'and' })).toEqual(['AROA1']);
    expect(await found({ tokens, operation: 'or' })).toEqual(['i-web', 'AROA1']);
  });

  test('with deleted ones when asked', async () => {
    resources = [db, role];
    later();
    await recorder.discover();
    const filter: ResourceFilter = {
      tokens: [{ propertyKey: 'status', operator: '=', value: 'ResourceDeleted' }],
      operation: 'and',
    };
    expect(await found(filter)).toEqual([]);
    expect(await found(filter, { deleted: true })).toEqual(['i-web']);
  });
});

test('facets tell the values of a property with their counts', async () => {
  const values = async (property: 'resourceType' | 'tag' | 'tag:Team' | 'availabilityZone', search = '') =>
    (await inventory().facets({ property, search })).values.map(({ value, count }) => `${value} ${count}`);
  expect(await values('resourceType', 'aws::e')).toEqual(['AWS::EC2::Instance 2']);
  expect(await values('tag', 'name=')).toEqual(['Name=db 1', 'Name=web 1']);
  expect(await values('tag:Team')).toEqual(['data 1', 'shop 1']);
  expect(await values('availabilityZone', 'us')).toEqual(['us-west-2a 1', 'us-west-2b 1']);
});

test('a resource has a timeline, newest first, with what changed from item to item', async () => {
  later();
  resources = [
    { ...web, configuration: { id: 'i-web', state: 'stopped' }, tags: { ...web.tags, Name: 'shop' } },
    db,
    role,
  ];
  await recorder.discover();
  later();
  resources = [db, role];
  await recorder.discover();
  const { items, nextCursor } = await inventory().timeline(web);
  expect(nextCursor).toBeUndefined();
  expect(items).toMatchObject([
    { status: 'ResourceDeleted', diff: { changes: [] } },
    {
      status: 'OK',
      diff: {
        changes: [
          { section: 'configuration', path: 'state', change: 'added', updated: '"stopped"' },
          { section: 'tags', path: 'Name', change: 'changed', previous: '"web"', updated: '"shop"' },
        ],
        more: 0,
      },
    },
    { status: 'ResourceDiscovered', diff: undefined },
  ]);
  const first = await inventory().resource(web, items.at(-1)?.stateId);
  expect(JSON.parse(first.json).tags.Name).toBe('web');
  await expect(inventory().resource(web, '1')).rejects.toMatchObject({ code: 'ResourceNotDiscovered' });
});

test('a long timeline comes in pages, each change told once', async () => {
  for (let size = 0; size < 25; size++) {
    later();
    resources = [{ ...web, configuration: { size } }, db, role];
    await recorder.discover();
  }
  const first = await inventory().timeline(web);
  const second = await inventory().timeline(web, first.nextCursor);
  expect([first.items.length, second.items.length, second.nextCursor]).toEqual([20, 6, undefined]);
  const all = [...first.items, ...second.items];
  expect(new Set(all.map(({ stateId }) => stateId)).size).toBe(26);
  expect(all.slice(0, -1).every(({ diff }) => diff && diff.changes.length > 0)).toBe(true);
  await expect(inventory().timeline(resource('AWS::EC2::Instance', 'i-none'))).rejects.toMatchObject({
    code: 'ResourceNotDiscovered',
  });
});

test('what has no name is shown, sought and sorted by its tag Name', async () => {
  const { items } = await inventory().search({
    ...base,
    types: ['AWS::EC2::Instance', 'AWS::IAM::Role'],
    sort: 'resourceName',
  });
  expect(items.map(({ resourceId, resourceName, nameTag }) => [resourceId, resourceName, nameTag])).toEqual([
    ['i-db', undefined, 'db'],
    ['i-web', 'web', undefined],
    ['AROA1', 'web-role', undefined],
  ]);
  const search = await inventory().search({ ...base, search: 'DB', types: ['AWS::EC2::Instance'] });
  expect(search.items.map(({ resourceId }) => resourceId)).toEqual(['i-db']);
  expect((await inventory().resource(db)).row).toMatchObject({ nameTag: 'db' });
  expect((await inventory().facets({ property: 'resourceName', search: 'd' })).values).toEqual([
    { value: 'db', count: 1 },
  ]);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestDatabase } from '../../database/test-database';
import { silentLog } from '../../log/log';
import { createRecorder } from '../../recorder/recorder';
import type { ObservedResource } from '../../recorder/sources/port';
import { changesAfter, streamHistory } from './changes';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
const scope = { accountId: '000000000301', region: 'us-west-2' };

beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server.stop());

const volume = (id: string, size: number): ObservedResource => ({
  resourceType: 'AWS::EC2::Volume',
  resourceId: id,
  awsRegion: 'us-west-2',
  configuration: { size },
  tags: {},
  relatedEvents: [],
  relationships: [],
  supplementaryConfiguration: {},
});

test('what is recorded after a position is told by type, deletions too, and read once', async () => {
  let observed = [volume('vol-1', 1), volume('vol-2', 1), { ...volume('vpc-1', 0), resourceType: 'AWS::EC2::VPC' }];
  let now = new Date('2026-11-22T08:00:00Z');
  const source = {
    name: 'test',
    description: 'test',
    async *observe() {
      yield* observed;
    },
  };
  const { database } = server;
  const recorder = createRecorder({ database, clock: () => now, scope, sources: [source], log: silentLog });
  await recorder.put({
    name: 'default',
    recordingGroup: { allSupported: true },
    recordingMode: { recordingFrequency: 'CONTINUOUS' },
  });
  await recorder.start();
  await recorder.discover();
  const first = await changesAfter(database, scope, { all: 0, types: new Map() });
  const counts = (found: typeof first) => found.types.map(({ resourceType, count }) => [resourceType, count]);
  expect(counts(first)).toEqual([
    // It was made, and started.
    ['AWS::Config::ConfigurationRecorder', 2],
    ['AWS::EC2::Volume', 2],
    ['AWS::EC2::VPC', 1],
  ]);

  now = new Date('2026-11-22T09:00:00Z');
  observed = [volume('vol-1', 2)];
  await recorder.discover();
  const types = new Map([['aws::ec2::vpc', first.until]]);
  const second = await changesAfter(database, scope, { all: 0, types });
  expect(counts(second).slice(1)).toEqual([
    ['AWS::EC2::Volume', 4],
    ['AWS::EC2::VPC', 1],
  ]);
  expect(second.types.find(({ typeKey }) => typeKey === 'aws::ec2::vpc')?.firstCaptureTime).toEqual(now);
  const span = { typeKey: 'aws::ec2::volume', after: first.until, until: second.until };
  const items = [];
  for await (const { total, bytes } of streamHistory(database, scope, span)) {
    expect(total).toBe(2);
    items.push(...JSON.parse(`[${bytes}]`));
  }
  expect(items.map((item) => [item.resourceId, item.configurationItemStatus])).toEqual([
    ['vol-1', 'OK'],
    ['vol-2', 'ResourceDeleted'],
  ]);
  const none = await changesAfter(database, scope, { all: second.until, types: new Map() });
  expect(none).toEqual({ until: second.until, types: [] });
});

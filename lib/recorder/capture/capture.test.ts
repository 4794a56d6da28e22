import { expect, test } from 'vitest';
import type { CapturedItem } from '../../inventory/current/captured-item';
import { readConfigurationItem } from '../../items/form/read-item';
import type { ObservedResource } from '../sources/port';
import { capture, captureDeletion, needsDeepComparison, observe } from './capture';

const volume: ObservedResource = {
  relatedEvents: [],
  relationships: [{ resourceId: 'i-1', resourceType: 'AWS::EC2::Instance', name: 'Is attached to Instance' }],
  configuration: { volumeId: 'vol-1', size: 8 },
  supplementaryConfiguration: {},
  tags: { Name: 'data' },
  resourceType: 'AWS::EC2::Volume',
  resourceId: 'vol-1',
  awsRegion: 'us-west-2',
  availabilityZone: 'us-west-2b',
  resourceCreationTime: '2026-01-01T00:00:00.000Z',
};
const itemOf = (captured: CapturedItem | undefined) => readConfigurationItem(JSON.parse(captured?.body ?? ''));
const at = { accountId: '123456789012', now: new Date('2026-11-22T08:31:54.000Z') };

test('a resource seen first is discovered', () => {
  const captured = capture(observe(volume), undefined, at);
  expect(itemOf(captured)).toMatchObject({
    ...volume,
    configurationItemStatus: 'ResourceDiscovered',
    configurationItemCaptureTime: '2026-11-22T08:31:54.000Z',
    configurationStateId: Date.parse('2026-11-22T08:31:54.000Z'),
    awsAccountId: '123456789012',
    configurationItemVersion: '1.3',
  });
});

test('an unchanged resource gives no item, whatever the order of its fields', () => {
  const first = capture(observe(volume), undefined, at);
  const known = { stateId: 1, contentHash: first?.contentHash ?? '', status: 'ResourceDiscovered' };
  expect(needsDeepComparison(observe(volume), known)).toBe(false);
  expect(capture(observe(volume), known, at)).toBeUndefined();
  const reordered = { ...volume, configuration: { size: 8, volumeId: 'vol-1' } };
  expect(needsDeepComparison(observe(reordered), known)).toBe(true);
  expect(capture(observe(reordered), known, at, itemOf(first))).toBeUndefined();
});

test('a changed resource is OK, and its state id grows even when the clock goes back', () => {
  const first = capture(observe(volume), undefined, at);
  const known = { stateId: at.now.getTime() + 5_000, contentHash: first?.contentHash ?? '', status: 'OK' };
  const other = observe({ ...volume, tags: { Name: 'other' } });
  const changed = capture(other, known, at, itemOf(first));
  expect(changed?.item.configurationItemStatus).toBe('OK');
  expect(changed?.item.configurationStateId).toBe(at.now.getTime() + 5_001);
});

test.each(['ResourceDeleted', 'ResourceNotRecorded'])(
  'a resource that comes back after %s is discovered anew',
  (status) => {
    const known = { stateId: 1, contentHash: '', status };
    expect(capture(observe(volume), known, at)?.item.configurationItemStatus).toBe('ResourceDiscovered');
  },
);

test('a deletion keeps who the resource was and nothing of what it was', () => {
  const captured = captureDeletion(
    'ResourceDeleted',
    { ...volume, resourceName: 'data' },
    { stateId: 1, contentHash: 'x', status: 'OK' },
    at,
  );
  const item = itemOf(captured);
  expect(item).toMatchObject({
    resourceType: 'AWS::EC2::Volume',
    resourceId: 'vol-1',
    resourceName: 'data',
    configurationItemStatus: 'ResourceDeleted',
    configuration: null,
    tags: {},
    relationships: [],
  });
  expect(item).not.toHaveProperty('availabilityZone');
  expect(item).not.toHaveProperty('resourceCreationTime');
});

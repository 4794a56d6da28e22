import { expect, test } from 'vitest';
import type { ConfigurationItem } from '../items/configuration-item';
import { changeNotification, deliveryNotification, fitsTopic, oversizedNotification } from './notification';

const at = { region: 'us-west-2', now: new Date('2026-11-24T10:00:01.500Z') };
const item: ConfigurationItem = {
  relatedEvents: [],
  relationships: [{ resourceId: 'i-1', resourceType: 'AWS::EC2::Instance', name: 'Is attached to Instance' }],
  configuration: { volumeId: 'vol-1', size: 8 },
  supplementaryConfiguration: {},
  tags: {},
  configurationItemVersion: '1.3',
  configurationItemCaptureTime: '2026-11-24T10:00:00.000Z',
  configurationStateId: 1_795_514_400_000,
  awsAccountId: '123456789012',
  configurationItemStatus: 'ResourceDiscovered',
  resourceType: 'AWS::EC2::Volume',
  resourceId: 'vol-1',
  awsRegion: 'us-west-2',
  configurationStateMd5Hash: '',
};

test('a discovered resource is told with its whole item, nulls kept', () => {
  const { subject, message } = changeNotification(item, undefined, at);
  expect(subject).toBe('[AWS Config:us-west-2] AWS::EC2::Volume vol-1 Discovered in Account 123456789012');
  expect(JSON.parse(message)).toEqual({
    configurationItemDiff: { changedProperties: {}, changeType: 'CREATE' },
    configurationItem: {
      ...item,
      relationships: [{ ...item.relationships[0], resourceName: null }],
      resourceName: null,
      ARN: null,
      availabilityZone: null,
      resourceCreationTime: null,
    },
    notificationCreationTime: '2026-11-24T10:00:01.500Z',
    messageType: 'ConfigurationItemChangeNotification',
    recordVersion: '1.3',
  });
  const order = Object.keys(JSON.parse(message).configurationItem);
  expect(order.slice(0, 3)).toEqual(['relatedEvents', 'relationships', 'configuration']);
  expect(message).not.toContain('\n');
});

test('subjects say what happened, hold no line breaks, and are cut to 97 characters and dots', () => {
  const subject = (fields: Partial<ConfigurationItem>) => changeNotification({ ...item, ...fields }, item, at).subject;
  expect(subject({ configurationItemStatus: 'OK' })).toContain(' vol-1 Updated in ');
  expect(subject({ configurationItemStatus: 'ResourceDeleted' })).toContain(' vol-1 Deleted in ');
  expect(subject({ resourceId: 'a\r\nBcc: b' })).toContain(' a  Bcc: b ');
  const long = subject({ resourceId: 'x'.repeat(60) });
  expect(long).toHaveLength(100);
  expect(long.endsWith('x...')).toBe(true);
  expect(subject({ resourceId: '\u{1f600}'.repeat(60) }).isWellFormed()).toBe(true);
});

test('what is too long for SNS is told in short, with the place of the whole', () => {
  const large = { ...item, configuration: { text: 'ü'.repeat(131_072) } };
  expect(fitsTopic(changeNotification(item, undefined, at))).toBe(true);
  expect(fitsTopic(changeNotification(large, undefined, at))).toBe(false);
  const told = oversizedNotification(large, item, { bucket: 'b', key: 'AWSLogs/k.json.gz' }, at);
  expect(fitsTopic(told)).toBe(true);
  expect(JSON.parse(told.message)).toEqual({
    configurationItemSummary: {
      changeType: 'CREATE',
      configurationItemVersion: '1.3',
      configurationItemCaptureTime: '2026-11-24T10:00:00.000Z',
      configurationStateId: 1_795_514_400_000,
      awsAccountId: '123456789012',
      configurationItemStatus: 'ResourceDiscovered',
      resourceType: 'AWS::EC2::Volume',
      resourceId: 'vol-1',
      resourceName: null,
      ARN: null,
      awsRegion: 'us-west-2',
      availabilityZone: null,
      configurationStateMd5Hash: '',
      resourceCreationTime: null,
    },
    s3DeliverySummary: { s3BucketLocation: 'b/AWSLogs/k.json.gz', errorCode: null, errorMessage: null },
    notificationCreationTime: '2026-11-24T10:00:01.500Z',
    messageType: 'OversizedConfigurationItemChangeNotification',
    recordVersion: '1.0',
  });
  const failed = oversizedNotification(large, item, { errorCode: 'NoSuchBucket', errorMessage: 'gone' }, at);
  expect(JSON.parse(failed.message).s3DeliverySummary).toEqual({
    s3BucketLocation: null,
    errorCode: 'NoSuchBucket',
    errorMessage: 'gone',
  });
});

test('deliveries are told as AWS Config tells of them', () => {
  const scope = { accountId: '123456789012', ...at };
  const configSnapshotId = '6a1f2f5c-0a4c-4f0e-9a1e-1d2c3b4a5f60';
  const started = deliveryNotification(
    { messageType: 'ConfigurationSnapshotDeliveryStarted', configSnapshotId },
    scope,
  );
  expect(started.subject).toBe(
    '[AWS Config:us-west-2] Configuration Snapshot Delivery Started for Account 123456789012',
  );
  expect(JSON.parse(started.message)).toEqual({
    configSnapshotId,
    notificationCreationTime: '2026-11-24T10:00:01.500Z',
    messageType: 'ConfigurationSnapshotDeliveryStarted',
    recordVersion: '1.1',
  });
  const history = deliveryNotification(
    { messageType: 'ConfigurationHistoryDeliveryCompleted', s3ObjectKey: 'k', s3Bucket: 'b' },
    scope,
  );
  expect(history.subject).toBe(
    '[AWS Config:us-west-2] Configuration History Delivery Completed for Account 123456789012',
  );
  expect(JSON.parse(history.message)).toEqual({
    s3ObjectKey: 'k',
    s3Bucket: 'b',
    notificationCreationTime: '2026-11-24T10:00:01.500Z',
    messageType: 'ConfigurationHistoryDeliveryCompleted',
    recordVersion: '1.1',
  });
});

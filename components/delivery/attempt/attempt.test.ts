import { describe, expect, test } from 'vitest';
import type { DeliveryAttempt } from '@/lib/api/contract/delivery';
import { durationOf, folderOfAttempt, isRunning, lastFailure, progressPercent, progressText } from './attempt';

const none = { itemsWritten: 0, itemsTotal: 125, bytesUploaded: 0 };

describe('progress', () => {
  test.each([
    [{ ...none, phase: 'queued' }, 'Queued', 0],
    [{ ...none, phase: 'writing', itemsWritten: 40 }, 'Writing 40 of 125 items', 30],
    [{ ...none, phase: 'writing', itemsWritten: 1_000, itemsTotal: 100_000 }, 'Writing 1,000 of 100,000 items', 0],
    [{ ...none, phase: 'uploading', itemsWritten: 125, bytesUploaded: 12_345 }, 'Uploading 12.3 KB', 97],
    [{ ...none, phase: 'delivered', itemsWritten: 125, bytesUploaded: 12_345 }, 'Delivered', 100],
    [{ ...none, phase: 'failed', itemsWritten: 40 }, 'Failed', 0],
  ] as const)('%o', (attempt, text, percent) => {
    expect(progressText(attempt)).toBe(text);
    expect(progressPercent(attempt)).toBe(percent);
  });

  test('an empty account does not divide by zero', () => {
    expect(progressPercent({ ...none, phase: 'writing', itemsTotal: 0 })).toBe(0);
  });

  test('more items than were counted at the start do not overfill the bar', () => {
    expect(progressPercent({ ...none, phase: 'writing', itemsWritten: 200 })).toBe(95);
  });
});

test('the folder of a delivery is the part of its key before the name, whatever signs that holds', () => {
  const attempt = { bucket: 'config-bucket', key: 'a b/AWSLogs/1/ConfigSnapshot/x&y.json.gz' };
  const url = new URL(folderOfAttempt(attempt), 'http://host');
  expect(url.pathname).toBe('/buckets/config-bucket');
  expect(url.searchParams.get('prefix')).toBe('a b/AWSLogs/1/ConfigSnapshot/');
});

test('an object at the top lies in the bucket itself', () => {
  expect(folderOfAttempt({ bucket: 'b', key: 'x.json' })).toBe('/buckets/b');
});

test('a delivery runs until it is delivered or has failed', () => {
  const phases = ['queued', 'writing', 'uploading', 'delivered', 'failed'] as const;
  expect(phases.filter((phase) => isRunning({ phase }))).toEqual(['queued', 'writing', 'uploading']);
});

test('the duration is known at the end, and never below zero', () => {
  const requestedAt = '2026-11-22T08:00:00.000Z';
  expect(durationOf({ requestedAt })).toBeUndefined();
  expect(durationOf({ requestedAt, finishedAt: '2026-11-22T08:00:01.500Z' })).toBe(1_500);
  expect(durationOf({ requestedAt, finishedAt: '2026-11-22T07:59:59.000Z' })).toBe(0);
});

test('the failure told of is that of the last delivery of its kind that ended', () => {
  const attempt = (kind: 'snapshot' | 'history', phase: DeliveryAttempt['phase'], configSnapshotId: string) => ({
    ...none,
    kind,
    phase,
    configSnapshotId,
    region: 'us-west-2',
    channelName: 'default',
    trigger: 'button' as const,
    bucket: 'b',
    key: 'k',
    requestedAt: '2026-11-22T08:00:00.000Z',
    retries: 0,
  });
  const failed = attempt('snapshot', 'failed', '1');
  const delivered = attempt('snapshot', 'delivered', '2');
  const running = attempt('snapshot', 'writing', '3');
  const history = attempt('history', 'delivered', '4');
  expect(lastFailure([history, running, failed, delivered], 'snapshot')).toBe(failed);
  expect(lastFailure([delivered, failed], 'snapshot')).toBeUndefined();
  expect(lastFailure([failed, delivered], 'history')).toBeUndefined();
});

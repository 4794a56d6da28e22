import { describe, expect, test } from 'vitest';
import { bucketAddress, folderAddress, progressPercent, progressText, snapshotAddress } from './attempt';

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

describe('addresses', () => {
  const place = { bucket: 'config-bucket', key: 'a b/AWSLogs/1/ConfigSnapshot/x&y.json.gz' };

  test('a snapshot is opened by bucket and key, whatever signs the key holds', () => {
    const query = new URL(snapshotAddress(place), 'http://host').searchParams;
    expect(Object.fromEntries(query)).toEqual(place);
  });

  test('the folder is the part of the key before its name', () => {
    const address = new URL(folderAddress(place), 'http://host');
    expect(address.pathname).toBe('/buckets/config-bucket');
    expect(address.searchParams.get('prefix')).toBe('a b/AWSLogs/1/ConfigSnapshot/');
  });

  test('an object at the top lies in the bucket itself', () => {
    expect(folderAddress({ bucket: 'b', key: 'x.json' })).toBe('/buckets/b');
  });

  test('a hostile bucket name stays inside its part of the path', () => {
    expect(bucketAddress('../x?y')).toBe('/buckets/..%2Fx%3Fy');
  });
});

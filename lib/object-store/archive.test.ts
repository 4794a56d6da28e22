import { expect, test } from 'vitest';
import { archiveOf, archiveSentence, invalidObjectState, restoreCommand } from './archive';

const until = new Date('2026-12-05T07:45:05Z');
const kept = 'ongoing-request="false", expiry-date="Sat, 05 Dec 2026 07:45:05 GMT"';

test.each([
  [{}, undefined],
  [{ StorageClass: 'STANDARD' }, undefined],
  [{ StorageClass: 'GLACIER_IR' }, undefined],
  [{ StorageClass: 'INTELLIGENT_TIERING' }, undefined],
  [{ StorageClass: 'constructor' }, undefined],
  [{ StorageClass: 'GLACIER' }, { tier: 'GLACIER', state: 'archived' }],
  [{ StorageClass: 'DEEP_ARCHIVE' }, { tier: 'DEEP_ARCHIVE', state: 'archived' }],
  [
    { StorageClass: 'DEEP_ARCHIVE', Restore: 'ongoing-request="true"' },
    { tier: 'DEEP_ARCHIVE', state: 'restoring' },
  ],
  [
    { StorageClass: 'GLACIER', Restore: kept },
    { tier: 'GLACIER', state: 'restored', restoredUntil: until },
  ],
  [
    { StorageClass: 'GLACIER', Restore: 'ongoing-request="false"' },
    { tier: 'GLACIER', state: 'restored' },
  ],
  [
    { StorageClass: 'INTELLIGENT_TIERING', ArchiveStatus: 'ARCHIVE_ACCESS' },
    { tier: 'ARCHIVE_ACCESS', state: 'archived' },
  ],
  [
    { StorageClass: 'INTELLIGENT_TIERING', ArchiveStatus: 'DEEP_ARCHIVE_ACCESS', Restore: 'ongoing-request="true"' },
    { tier: 'DEEP_ARCHIVE_ACCESS', state: 'restoring' },
  ],
])('what S3 says is %o', (answer, archive) => {
  expect(archiveOf(answer)).toEqual(archive);
});

test('an archived object says how it is restored, in words that a shell takes as they are', () => {
  const glacier = { tier: 'GLACIER', state: 'archived' } as const;
  expect(restoreCommand('b', 'glacier/old.json.gz', glacier)).toBe(
    'aws s3api restore-object --bucket b --key glacier/old.json.gz --restore-request Days=7',
  );
  const hostile = "a b/$(id)/it's";
  expect(restoreCommand('b', hostile, { tier: 'ARCHIVE_ACCESS', state: 'archived' })).toBe(
    "aws s3api restore-object --bucket b --key 'a b/$(id)/it'\\''s' --restore-request '{}'",
  );
  const failure = invalidObjectState('b', 'old', glacier, { cause: undefined });
  expect(failure).toMatchObject({ kind: 'conflict', code: 'InvalidObjectState' });
  expect(failure.message).toBe(
    'The object "old" in the bucket "b" cannot be read yet. It is archived (GLACIER) and must be restored first, which takes 3 to 5 hours. Ask for a copy with: aws s3api restore-object --bucket b --key old --restore-request Days=7',
  );
});

test('one that is being restored is not asked for again', () => {
  const restoring = { tier: 'DEEP_ARCHIVE', state: 'restoring' } as const;
  expect(restoreCommand('b', 'old', restoring)).toBeUndefined();
  expect(archiveSentence(restoring)).toBe(
    'It is archived (DEEP_ARCHIVE) and is being restored, which takes up to 12 hours. Open it again when that is done.',
  );
  expect(invalidObjectState('b', 'old', restoring, { cause: undefined }).message).not.toContain('aws s3api');
  expect(archiveSentence({ tier: 'GLACIER', state: 'restored' })).toContain('a restored copy of it can be read');
});

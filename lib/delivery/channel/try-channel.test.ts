import { expect, test } from 'vitest';
import { DomainError } from '../../errors';
import type { ObjectStore } from '../../object-store/port';
import { tryChannel } from './try-channel';

const scope = { accountId: '123456789012', region: 'us-west-2' };
const channel = { s3BucketName: 'b', s3KeyPrefix: 'p' };
const head = { key: '', size: 0, lastModified: new Date(0), etag: '' };

/** A store that grants all but what a test takes away. */
function store(refusing: Partial<ObjectStore> = {}): ObjectStore {
  return {
    description: { kind: 's3', location: '' },
    listBuckets: async () => [],
    bucketExists: async () => true,
    createBucket: async () => {},
    list: async () => ({ folders: [], objects: [] }),
    head: async () => head,
    get: () => Promise.reject(new Error('not called')),
    put: async () => head,
    delete: async () => {},
    discardUnfinished: async () => 0,
    ...refusing,
  };
}

const denied = (message = 'no') => Promise.reject(new DomainError('denied', 'AccessDenied', message));

const statuses = async (refusing: Partial<ObjectStore>, of = {}) => {
  const { passed, steps } = await tryChannel(store(refusing), scope, { ...channel, ...of });
  return { passed, steps: Object.fromEntries(steps.map(({ step, status }) => [step, status])), all: steps };
};

test('a bucket that grants everything passes; without a key there is nothing to encrypt with', async () => {
  expect(await statuses({})).toMatchObject({
    passed: true,
    steps: {
      exists: 'passed',
      list: 'passed',
      write: 'passed',
      encrypt: 'skipped',
      read: 'passed',
      'clean-up': 'passed',
    },
  });
});

test('a bucket that is not there ends the trial', async () => {
  const { passed, steps, all } = await statuses({ bucketExists: async () => false });
  expect(passed).toBe(false);
  expect(steps).toMatchObject({ exists: 'failed', list: 'skipped', write: 'skipped', read: 'skipped' });
  expect(all[0]).toMatchObject({ code: 'NoSuchBucket', remedy: expect.stringContaining('Make the bucket b') });
});

test('who may not write is told which permission on what', async () => {
  const { passed, steps, all } = await statuses({ put: denied });
  expect(passed).toBe(false);
  expect(steps).toMatchObject({ exists: 'passed', list: 'passed', write: 'failed', read: 'skipped' });
  expect(all[2]?.remedy).toContain('s3:PutObject on arn:aws:s3:::b/p/AWSLogs/123456789012/Config/*');
});

test('what deliveries go without does not fail the trial', async () => {
  const { passed, all } = await statuses({
    list: () => denied(),
    head: () => denied(),
    discardUnfinished: () => denied(),
  });
  expect(passed).toBe(true);
  const failed = all.filter(({ status }) => status === 'failed');
  expect(failed.map(({ step, remedy }) => [step, /s3:\w+/.exec(remedy ?? '')?.[0]])).toEqual([
    ['list', 's3:ListBucket'],
    ['read', 's3:GetObject'],
    ['clean-up', 's3:ListBucketMultipartUploads'],
  ]);
});

test('a key that cannot be used is told apart from a bucket that cannot be written', async () => {
  const s3KmsKeyArn = 'arn:aws:kms:us-west-2:123456789012:key/1';
  const { steps, all } = await statuses(
    { put: async (_bucket, _key, _body, options) => (options?.kmsKeyArn ? denied('kms:GenerateDataKey') : head) },
    { s3KmsKeyArn },
  );
  expect(steps).toMatchObject({ write: 'passed', encrypt: 'failed' });
  expect(all[3]?.remedy).toContain(`kms:GenerateDataKey and kms:Decrypt on ${s3KmsKeyArn}`);
});

test('a role that cannot be assumed is told apart from a bucket that cannot be seen', async () => {
  const { all } = await statuses({ bucketExists: () => denied('u is not authorized to perform: sts:AssumeRole') });
  expect(all[0]).toMatchObject({
    status: 'failed',
    remedy: expect.stringContaining('Allow sts:AssumeRole on the role'),
  });
});

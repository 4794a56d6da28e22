import { expect, test, vi } from 'vitest';
import { DomainError } from '../errors';
import { silentLog } from '../log/log';
import { createFirstSetUp, type FirstSetUpParts } from './first-set-up';

/** A set-up whose recorder and channel come into being as the real ones do, and whose recording ends when the test says so. */
function setUpOf({ lastStatus = 'PENDING', kind = 'directory', timeoutMs = 20_000 } = {}) {
  const found: { recorder?: object; channel?: object; buckets: string[] } = { buckets: [] };
  let endRecording = () => {};
  const recording = new Promise<{ failed: [] }>((resolve) => {
    endRecording = () => resolve({ failed: [] });
  });
  const discover = vi.fn(() => recording);
  const log = { ...silentLog, error: vi.fn() };
  const parts = {
    recorder: {
      find: async () => found.recorder && { ...found.recorder, recording: true, lastStatus },
      put: async (recorder: object) => {
        found.recorder = recorder;
      },
      start: async () => {},
      discover,
    },
    delivery: {
      findChannel: async () => found.channel,
      putChannel: async (channel: { s3BucketName: string }) => {
        if (!found.buckets.includes(channel.s3BucketName)) {
          throw new DomainError('not-found', 'NoSuchBucketException', "No such s3 bucket with name 'b'.");
        }
        found.channel = channel;
      },
    },
    store: {
      description: { kind, location: 'here' },
      createBucket: async (bucket: string) => {
        found.buckets.push(bucket);
      },
    },
    accountId: '123456789012',
    globalTypes: true,
    bucket: 'b',
    log,
    timeoutMs,
  };
  return { setUp: createFirstSetUp(parts as unknown as FirstSetUpParts), found, endRecording, discover, log };
}

test('the first start makes recorder and channel, and waits for the first recording', async () => {
  const { setUp, found, endRecording, discover } = setUpOf();
  let ready = false;
  const run = setUp.run().then(() => {
    ready = true;
  });
  await vi.waitFor(() => expect(discover).toHaveBeenCalled(), { timeout: 30_000 });
  expect(ready).toBe(false);
  endRecording();
  await run;
  expect(found.recorder).toMatchObject({ name: 'default' });
  expect(found.channel).toMatchObject({ name: 'default', s3BucketName: 'b' });
  expect(setUp.failure()).toBeUndefined();
});

test('a recording that takes long does not keep the pages away', async () => {
  const { setUp } = setUpOf({ timeoutMs: 1 });
  await setUp.run();
});

test('a later start records in the background', async () => {
  const { setUp, discover } = setUpOf({ lastStatus: 'SUCCESS' });
  await setUp.run();
  expect(discover).toHaveBeenCalledOnce();
});

test("a bucket missing in somebody's S3 is told, and another try finds it", async () => {
  const { setUp, found, endRecording } = setUpOf({ kind: 's3' });
  endRecording();
  await setUp.run();
  expect(setUp.failure()).toMatchObject({
    code: 'NoSuchBucketException',
    message: expect.stringContaining('Make the bucket, or name another one with SNAPSCOPE_BUCKET, then try again.'),
  });
  found.buckets.push('b');
  await setUp.run();
  expect(setUp.failure()).toBeUndefined();
  expect(found.channel).toMatchObject({ s3BucketName: 'b' });
});

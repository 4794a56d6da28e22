import { expect, test } from 'vitest';
import type { AwsAccess } from './access';
import { ignoreNotFound, optionalCall } from './optional-call';

const failing = (name: string) => () => Promise.reject(Object.assign(new Error(name), { name }));

function testAccess() {
  const notes: string[] = [];
  const access = { note: (text: string) => notes.push(text) } as unknown as AwsAccess;
  const ask = (call: () => Promise<unknown>, about = 'bucket logs', permission = 's3:GetBucketPolicy') =>
    optionalCall(access, { permission, about, call, none: ['NoSuchBucketPolicy'] });
  return { notes, ask };
}

test('takes what the service says is not there for nothing, without a word', async () => {
  const { notes, ask } = testAccess();
  expect(await ask(async () => 'policy')).toBe('policy');
  expect(await ask(failing('NoSuchBucketPolicy'))).toBeUndefined();
  expect(notes).toEqual([]);
});

test('leaves out what is denied, and says so once for each permission', async () => {
  const { notes, ask } = testAccess();
  expect(await ask(failing('AccessDenied'))).toBeUndefined();
  expect(await ask(failing('AccessDenied'), 'bucket other')).toBeUndefined();
  expect(await ask(failing('AccessDeniedException'), 'bucket logs', 's3:GetBucketAcl')).toBeUndefined();
  expect(notes).toEqual([
    expect.stringMatching(/^AWS denied s3:GetBucketPolicy for bucket logs: /),
    expect.stringMatching(/^AWS denied s3:GetBucketAcl for bucket logs: /),
  ]);
});

test('never takes a failure for nothing', async () => {
  const { ask } = testAccess();
  await expect(ask(failing('InternalError'))).rejects.toThrow('InternalError');
  await expect(ask(failing('SlowDown'))).rejects.toThrow('SlowDown');
});

test('leaves out a resource that went away between two calls', async () => {
  expect(await ignoreNotFound(['NoSuchBucket'], failing('NoSuchBucket'))).toBeUndefined();
  await expect(ignoreNotFound(['NoSuchBucket'], failing('InternalError'))).rejects.toThrow('InternalError');
});

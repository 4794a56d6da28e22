import { expect, test } from 'vitest';
import { DomainError } from '../../errors';
import type { ObjectStore, PutOptions } from '../../object-store/port';
import { checkChannel } from './check-channel';

const scope = { accountId: '123456789012', region: 'us-west-2' };
const channel = { name: 'default', s3BucketName: 'config-bucket' };

function storeThat(put: (key: string, bytes: Uint8Array, options: PutOptions) => void): ObjectStore {
  const store = {
    async put(_bucket: string, key: string, bytes: Uint8Array, options: PutOptions) {
      put(key, bytes, options);
    },
  };
  return store as unknown as ObjectStore;
}

const refusing = (code: string) =>
  storeThat(() => {
    throw new DomainError('invalid', code, 'The store said no.');
  });

test('the check file is empty, and said to be JSON in gzip', async () => {
  const puts: unknown[] = [];
  const store = storeThat((...put) => puts.push(put));
  const s3KmsKeyArn = 'arn:aws:kms:us-west-2:123456789012:key/7f4a3a1e';
  await checkChannel(store, scope, { ...channel, s3KeyPrefix: 'team', s3KmsKeyArn });
  const said = { contentType: 'application/json', contentEncoding: 'gzip', kmsKeyArn: s3KmsKeyArn };
  const key = 'team/AWSLogs/123456789012/Config/ConfigWritabilityCheckFile';
  expect(puts).toEqual([[key, new Uint8Array(0), said]]);
});

test('what was not given is null in AWS’s sentence, what was given stands there', async () => {
  await expect(checkChannel(refusing('AccessDenied'), scope, channel)).rejects.toMatchObject({
    code: 'InsufficientDeliveryPolicyException',
    message: expect.stringMatching(
      /^Insufficient delivery policy to s3 bucket: config-bucket, unable to write to bucket, provided s3 key prefix is 'null', provided kms key is 'null'\./,
    ),
  });
  const full = { ...channel, s3KeyPrefix: 'team', s3KmsKeyArn: 'arn:k' };
  await expect(checkChannel(refusing('AccessDenied'), scope, full)).rejects.toThrow(
    "provided s3 key prefix is 'team', provided kms key is 'arn:k'.",
  );
});

test('a bucket that is not there or cannot be one is named; the ARN of one is refused as AWS refuses it', async () => {
  for (const code of ['NoSuchBucket', 'InvalidBucketName']) {
    const none = { code: 'NoSuchBucketException', message: "No such s3 bucket with name 'config-bucket'." };
    await expect(checkChannel(refusing(code), scope, channel)).rejects.toMatchObject(none);
  }
  const byArn = { ...channel, s3BucketName: 'arn:aws:s3:::config-bucket' };
  await expect(checkChannel(refusing('InvalidBucketName'), scope, byArn)).rejects.toMatchObject({
    code: 'InsufficientDeliveryPolicyException',
    message: expect.stringContaining('to s3 bucket: arn:aws:s3:::config-bucket, unable to write to bucket'),
  });
});

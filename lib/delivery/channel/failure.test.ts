import { describe, expect, test } from 'vitest';
import { DomainError, type ErrorKind } from '../../errors';
import { type DeliveryStep, deliveryFailure } from './failure';

const place = {
  scope: { accountId: '123456789012', region: 'us-west-2' },
  channel: {
    s3BucketName: 'config-bucket',
    s3KeyPrefix: 'audit',
    s3KmsKeyArn: 'arn:aws:kms:us-west-2:123456789012:key/k',
  },
};

function failureOf(kind: ErrorKind, code: string, message: string, step: DeliveryStep) {
  return deliveryFailure(new DomainError(kind, code, message), step, place);
}

const assumed =
  'S3 refused the call: User: arn:aws:iam::123456789012:user/u is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/r.';
const withoutKey = 'User: u is not authorized to perform: kms:GenerateDataKey on resource: k';

describe('a failure names the step that failed, and what to do', () => {
  test.each<[DeliveryStep, ErrorKind, string, string, DeliveryStep, RegExp]>([
    ['check-file', 'denied', 'AccessDenied', assumed, 'credentials', /^Allow sts:AssumeRole on the role/],
    ['check-file', 'denied', 'ExpiredToken', 'no', 'credentials', /^Check the AWS credentials of the server/],
    ['check-file', 'not-found', 'NoSuchBucket', 'no', 'bucket', /^Make the bucket config-bucket/],
    [
      'check-file',
      'denied',
      'AccessDenied',
      'no',
      'check-file',
      /^Allow s3:PutObject on arn:aws:s3:::config-bucket\/audit\/AWSLogs\/123456789012\/Config\/\*/,
    ],
    [
      'upload',
      'denied',
      'AccessDenied',
      withoutKey,
      'encrypt',
      /^Check that the key exists and is enabled, and allow kms:/,
    ],
    ['upload', 'invalid', 'KMS.DisabledException', 'no', 'encrypt', /key\/k in the key policy\.$/],
    ['upload', 'unavailable', 'SlowDown', 'no', 'upload', /^Wait until the store answers again/],
    ['complete', 'denied', 'AccessDenied', 'no', 'complete', /^Allow s3:PutObject/],
    ['items', 'unavailable', 'DatabaseUnavailable', 'no', 'items', /^Wait until the database answers/],
    ['upload', 'unavailable', 'ServerStopping', 'no', 'process', /^Deliver again\.$/],
  ])('at %s: %s %s', (step, kind, code, message, failed, remedy) => {
    expect(failureOf(kind, code, message, step)).toMatchObject({
      code,
      step: failed,
      remedy: expect.stringMatching(remedy),
    });
  });

  test('what is no failure of the store says nothing of what went on inside', () => {
    expect(deliveryFailure(new TypeError('secret'), 'items', place)).toEqual({
      code: 'InternalError',
      message: 'The delivery failed for a reason inside Snapscope; its log has the details.',
      step: 'items',
    });
  });
});

import { DomainError, errorCode, errorMessage } from '../errors';

/** The sentence that S3 itself writes for a code, where real deliveries were seen to repeat it. */
const sentences: Record<string, string> = {
  NoSuchBucket: 'The specified Bucket does not exist.',
};

/**
 * A failure of the object store as the delivery status tells it: S3's own code, and AWS Config's own opening sentence (seen
 * in real answers) before the store's word.
 */
export function deliveryFailure(error: unknown): { code: string; message: string } {
  const code = errorCode(error);
  if (!(error instanceof DomainError)) {
    return {
      code: 'InternalError',
      message: 'The delivery failed for a reason inside Snapscope; its log has the details.',
    };
  }
  if (!storeCodes.has(code)) return { code, message: errorMessage(error) };
  return {
    code,
    message: `An exception occurred while trying to deliver data to your Amazon S3 bucket. ${sentences[code] ?? errorMessage(error)}`,
  };
}

const storeCodes = new Set([
  'NoSuchBucket',
  'AccessDenied',
  'InvalidBucketName',
  'InvalidKey',
  'StoreUnavailable',
  'StoreNotWritable',
]);

import { accountFolder } from '../../buckets/object-key';
import { DomainError, errorCode, errorMessage } from '../../errors';
import type { Scope } from '../../items/scope';
import type { DeliveryChannel } from './channel-store';

/** What a delivery does, one after the other; a failure names the one that failed. */
export type DeliveryStep =
  | 'credentials'
  | 'bucket'
  | 'check-file'
  | 'items'
  | 'encrypt'
  | 'upload'
  | 'complete'
  | 'process';

export interface DeliveryFailure {
  /** The store's own code, such as `NoSuchBucket`; AWS clients see it as `lastErrorCode`. */
  code: string;
  message: string;
  step?: DeliveryStep;
  /** What to do about it. */
  remedy?: string;
}

/** The sentence that S3 itself writes for a code, where real deliveries were seen to repeat it. */
const sentences: Record<string, string> = {
  NoSuchBucket: 'The specified Bucket does not exist.',
};

/** Where and for whom a delivery failed: remedies name it. */
export interface FailurePlace {
  scope: Scope;
  channel: Pick<DeliveryChannel, 's3BucketName' | 's3KeyPrefix' | 's3KmsKeyArn'>;
}

/**
 * A failure at `step` as the delivery status tells it: S3's own code, and AWS Config's own opening sentence (seen in real
 * answers) before the store's word.
 */
export function deliveryFailure(error: unknown, step: DeliveryStep, place: FailurePlace): DeliveryFailure {
  if (!(error instanceof DomainError)) {
    const message = 'The delivery failed for a reason inside Snapscope; its log has the details.';
    return { code: 'InternalError', message, step };
  }
  const code = errorCode(error);
  if (ownCodes.has(code)) return { code, message: errorMessage(error), step: 'process', remedy: 'Deliver again.' };
  const sentence = sentences[code] ?? errorMessage(error);
  const failed = failedStep(error, step);
  return {
    code,
    message:
      failed === 'items'
        ? errorMessage(error)
        : `An exception occurred while trying to deliver data to your Amazon S3 bucket. ${sentence}`,
    step: failed,
    remedy: remedyFor(code, failed, place),
  };
}

/** Ours, and not the store's. */
const ownCodes = new Set(['ServerStopping', 'DeliveryTakenOver', 'DeliveryInterrupted', 'InternalError']);

const credentialCodes =
  /^(CredentialsProviderError|ExpiredToken(Exception)?|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidToken|InvalidClientTokenId|InvalidIdentityToken(Exception)?)$/;

/** What failed at `step`: some codes say it more exactly than the call in which they came. */
export function failedStep({ code, message }: DomainError, step: DeliveryStep): DeliveryStep {
  // The role of a profile or of a machine is assumed within the first call, and STS answers in place of S3.
  if (credentialCodes.test(code) || /sts:AssumeRole/.test(message)) return 'credentials';
  if (code === 'NoSuchBucket' || code === 'InvalidBucketName') return 'bucket';
  if (/^KMS/.test(code) || (code === 'AccessDenied' && /kms:/i.test(message))) return 'encrypt';
  return code.startsWith('Database') ? 'items' : step;
}

/** What somebody can do about a code of the store at a step; undefined where there is nothing to be said. */
export function remedyFor(code: string, step: DeliveryStep, { scope, channel }: FailurePlace): string | undefined {
  const bucket = channel.s3BucketName;
  if (step === 'credentials') {
    if (code === 'AccessDenied') {
      return 'Allow sts:AssumeRole on the role that the server is to take, in its trust policy and for the credentials that take it.';
    }
    return 'Check the AWS credentials of the server: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the role that it runs with.';
  }
  if (step === 'encrypt') {
    const key = channel.s3KmsKeyArn ?? 'the default key of the bucket';
    return `Check that the key exists and is enabled, and allow kms:GenerateDataKey and kms:Decrypt on ${key} in the key policy.`;
  }
  if (code === 'NoSuchBucket' || code === 'InvalidBucketName') {
    return `Make the bucket ${bucket}, or name another one in the delivery channel.`;
  }
  if (code === 'AccessDenied' || code === 'AllAccessDisabled') {
    const folder = accountFolder({ prefix: channel.s3KeyPrefix, accountId: scope.accountId });
    return step === 'bucket'
      ? `Allow s3:ListBucket on arn:aws:s3:::${bucket} in the bucket policy or the policy of the server's role.`
      : `Allow s3:PutObject on arn:aws:s3:::${bucket}/${folder}* in the bucket policy or the policy of the server's role.`;
  }
  if (step === 'items') return 'Wait until the database answers again, then deliver again.';
  if (code === 'StoreNotWritable') return 'Check that the data folder is writable and its disk has room.';
  if (/^(StoreUnavailable|InternalError|ServiceUnavailable|SlowDown|RequestTimeout|Throttling.*)$/.test(code)) {
    return 'Wait until the store answers again, then deliver again; check the endpoint and the network if it lasts.';
  }
  return undefined;
}

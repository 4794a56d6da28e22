import {
  GetBucketAbacCommand,
  GetBucketAccelerateConfigurationCommand,
  GetBucketAclCommand,
  GetBucketCorsCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLoggingCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketPolicyCommand,
  GetBucketReplicationCommand,
  GetBucketRequestPaymentCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetBucketWebsiteCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { AwsAccess } from '../../calls/access';
import { optionalCall } from '../../calls/optional-call';

/** What S3 says of one part of a bucket; undefined where there is none, or where we may not look. */
export type BucketDetails = Awaited<ReturnType<typeof readBucket>>;

/** The IAM action behind each call: they are not named as the operations are (docs.aws.amazon.com, actions of Amazon S3). */
const permissions = {
  acl: 's3:GetBucketAcl',
  policy: 's3:GetBucketPolicy',
  versioning: 's3:GetBucketVersioning',
  logging: 's3:GetBucketLogging',
  notification: 's3:GetBucketNotification',
  acceleration: 's3:GetAccelerateConfiguration',
  requestPayment: 's3:GetBucketRequestPayment',
  tagging: 's3:GetBucketTagging',
  encryption: 's3:GetEncryptionConfiguration',
  publicAccessBlock: 's3:GetBucketPublicAccessBlock',
  lifecycle: 's3:GetLifecycleConfiguration',
  cors: 's3:GetBucketCORS',
  replication: 's3:GetReplicationConfiguration',
  website: 's3:GetBucketWebsite',
  objectLock: 's3:GetBucketObjectLockConfiguration',
  abac: 's3:GetBucketAbac',
} as const;

export const bucketPermissions: readonly string[] = Object.values(permissions);

/** Codes that say: the bucket has nothing of the kind. The last ones are those of servers that do not know of it. */
const none = [
  'NoSuchBucketPolicy',
  'NoSuchTagSet',
  'ServerSideEncryptionConfigurationNotFoundError',
  'NoSuchPublicAccessBlockConfiguration',
  'NoSuchLifecycleConfiguration',
  'NoSuchCORSConfiguration',
  'ReplicationConfigurationNotFoundError',
  'NoSuchWebsiteConfiguration',
  'ObjectLockConfigurationNotFoundError',
  'NotImplemented',
  'MethodNotAllowed',
];

/**
 * All that S3 tells of a bucket.
 *
 * @throws where a call fails for another reason than that there is nothing, or that it is denied.
 */
export async function readBucket(access: AwsAccess, name: string | undefined) {
  const client = access.client(S3Client);
  const bucket = { Bucket: name };
  const ask = <Answer>(part: keyof typeof permissions, call: () => Promise<Answer>) =>
    optionalCall(access, { permission: permissions[part], about: `bucket ${name}`, call, none });
  return {
    acl: await ask('acl', () => client.send(new GetBucketAclCommand(bucket))),
    policy: await ask('policy', () => textOrNone(client.send(new GetBucketPolicyCommand(bucket)))),
    versioning: await ask('versioning', () => client.send(new GetBucketVersioningCommand(bucket))),
    logging: await ask('logging', () => client.send(new GetBucketLoggingCommand(bucket))),
    notification: await ask('notification', () => client.send(new GetBucketNotificationConfigurationCommand(bucket))),
    acceleration: await ask('acceleration', () => client.send(new GetBucketAccelerateConfigurationCommand(bucket))),
    requestPayment: await ask('requestPayment', () => client.send(new GetBucketRequestPaymentCommand(bucket))),
    tagging: await ask('tagging', () => client.send(new GetBucketTaggingCommand(bucket))),
    encryption: await ask('encryption', () => client.send(new GetBucketEncryptionCommand(bucket))),
    publicAccessBlock: await ask('publicAccessBlock', () => client.send(new GetPublicAccessBlockCommand(bucket))),
    lifecycle: await ask('lifecycle', () => client.send(new GetBucketLifecycleConfigurationCommand(bucket))),
    cors: await ask('cors', () => client.send(new GetBucketCorsCommand(bucket))),
    replication: await ask('replication', () => client.send(new GetBucketReplicationCommand(bucket))),
    website: await ask('website', () => client.send(new GetBucketWebsiteCommand(bucket))),
    objectLock: await ask('objectLock', () => client.send(new GetObjectLockConfigurationCommand(bucket))),
    abac: await ask('abac', () => client.send(new GetBucketAbacCommand(bucket))),
  };
}

/** AWS Config tells a bucket without a policy (`policyText` null) from one whose policy it may not read. */
async function textOrNone(answer: Promise<{ Policy?: string }>): Promise<{ text: string | null }> {
  try {
    return { text: (await answer).Policy ?? null };
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchBucketPolicy') return { text: null };
    throw error;
  }
}

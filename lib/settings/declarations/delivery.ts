import { z } from 'zod';
import type { SettingGroup } from '../setting';
import { numberBetween, timeBetween } from '../values';

/**
 * Names that S3 takes for general purpose buckets.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
const bucketName = z
  .string()
  .refine(
    (name) =>
      /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) &&
      !name.includes('..') &&
      !/^\d+\.\d+\.\d+\.\d+$/.test(name) &&
      !/^(xn--|sthree-|amzn-s3-demo-)/.test(name) &&
      !/(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name),
    'must be an S3 bucket name: 3 to 63 lower-case letters, digits, hyphens and dots, such as config-bucket-123456789012',
  );

const keyPrefix = z.string().refine(
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  (prefix) => !/^\/|\/$|\/\/|[\u0000-\u001f\u007f]/.test(prefix) && Buffer.byteLength(prefix) <= 512,
  'must be at most 512 bytes without a slash at either end, such as audit/config',
);

/** May have a path and a query that are secrets. fetch refuses a user and password. */
const webhookUrl = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}, 'must be a URL of http or https without user and password, such as https://alerts.example.com/snapscope');

/** Where snapshots and history are delivered, and who is told. */
export const deliverySettings = {
  SNAPSCOPE_STORE: {
    schema: z.enum(['directory', 's3'], 'must be directory or s3'),
    default: 'directory',
    description:
      'Where snapshots are delivered: `directory` (the folder objects in the data folder) or `s3`, which needs SNAPSCOPE_BUCKET.',
    common: true,
  },
  SNAPSCOPE_S3_REQUESTER_PAYS: {
    schema: z.enum(['yes', 'no'], 'must be yes or no'),
    default: 'no',
    description:
      'S3 store: `yes` reads buckets whose requesters pay. AWS bills the account of the credentials for requests and bytes.',
  },
  SNAPSCOPE_BUCKET: {
    schema: bucketName,
    whenAbsent: 'config-bucket-<account id>',
    description: 'Bucket of the delivery channel made at the first start. Must be given when the store is s3.',
    common: true,
  },
  SNAPSCOPE_KEY_PREFIX: {
    schema: keyPrefix,
    whenAbsent: 'none',
    description: 'Key prefix of that channel: objects lie under <prefix>/AWSLogs/.',
  },
  SNAPSCOPE_HISTORY_INTERVAL: {
    schema: timeBetween(
      1_000,
      7 * 24 * 3_600_000,
      'must be a time from 1s to 168h in seconds, minutes or hours, such as 6h, 30m or 10s',
    ),
    default: '6h',
    description:
      'Time from one delivery of configuration history to the next, such as 6h, 30m or 10s. AWS has six hours.',
  },
  SNAPSCOPE_DELIVERY_RETENTION_DAYS: {
    schema: numberBetween(1, 3_650, 'must be a whole number of days from 1 to 3650'),
    default: '90',
    description: 'For how many days the record of deliveries is kept. What was delivered is never deleted.',
  },
  SNAPSCOPE_ALERT_WEBHOOK_URL: {
    schema: webhookUrl,
    whenAbsent: 'none: no alerts',
    description: 'Where an alert is posted when a delivery fails, and when one succeeds again: docs/alerts.md.',
    secret: 'whole',
  },
  SNAPSCOPE_ALERT_WEBHOOK_SECRET: {
    schema: z.string().min(16, 'must have at least 16 characters: whoever guesses it can send alerts in your name'),
    whenAbsent: 'none: alerts are not signed',
    description: 'What alerts are signed with, at least 16 characters.',
    secret: 'whole',
  },
} as const satisfies SettingGroup['settings'];

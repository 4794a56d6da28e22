import { z } from 'zod';
import type { SettingGroup } from '../setting';

/** Who may call as an AWS client. */
export const awsClientSettings = {
  SNAPSCOPE_ACCESS_KEYS: {
    // Read by `readAccessKeys`, which needs the account as well.
    schema: z.string(),
    whenAbsent: 'none: any signature is accepted, on a loopback address only',
    description:
      'Keys that AWS clients must sign with, as `<key id>:<secret>[:<account id>]` separated by commas, or `file:<path>` with one on each line.',
    secret: 'whole',
    common: true,
  },
} as const satisfies SettingGroup['settings'];

const usedBy = 'S3 store, source aws and SNS topics';
const usualPlaces = 'the AWS SDK looks in its usual places';

/** AWS's own variables, which the AWS SDK reads: other programs share them, so they are checked only where they are used. */
export const awsSettings = {
  AWS_ENDPOINT_URL_S3: {
    schema: z.string(),
    whenAbsent: 'AWS_ENDPOINT_URL, else AWS',
    description: 'S3 store and source aws: address of an S3 other than AWS, such as http://127.0.0.1:9000.',
  },
  AWS_ENDPOINT_URL: {
    schema: z.string(),
    whenAbsent: 'AWS',
    description: `${usedBy}: address of an AWS of your own; AWS_ENDPOINT_URL_<SERVICE> goes first.`,
  },
  AWS_ACCESS_KEY_ID: {
    schema: z.string(),
    whenAbsent: usualPlaces,
    description: `${usedBy}: access key, read by the AWS SDK.`,
    secret: 'whole',
  },
  AWS_SECRET_ACCESS_KEY: {
    schema: z.string(),
    whenAbsent: usualPlaces,
    description: `${usedBy}: secret of that key.`,
    secret: 'whole',
  },
  AWS_SESSION_TOKEN: {
    schema: z.string(),
    whenAbsent: 'none',
    description: `${usedBy}: session token of temporary credentials.`,
    secret: 'whole',
  },
} as const satisfies SettingGroup['settings'];

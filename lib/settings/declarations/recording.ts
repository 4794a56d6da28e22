import { z } from 'zod';
import type { SettingGroup } from '../setting';
import { isUnique, list, regionPattern, timeSpan } from '../values';

const source = z.union(
  [
    z.literal('sample').transform(() => ({ kind: 'sample' as const })),
    z.literal('aws').transform(() => ({ kind: 'aws' as const })),
    z
      .string()
      .regex(/^file:./)
      .transform((text) => ({ kind: 'file' as const, path: text.slice('file:'.length) })),
  ],
  'must be a list, separated by commas, of sample, aws and file:<path>',
);

const sources = z
  .string()
  .transform((text) => (text.trim() === '' ? [] : list(text)))
  .refine(isUnique, 'names a source twice')
  .pipe(z.array(source));

/** Milliseconds; undefined for off. Timers hold 24 days at most. */
const discoveryInterval = z
  .string()
  .refine(
    (text) => text === 'off' || (timeSpan(text) >= 10_000 && timeSpan(text) <= 24 * 3_600_000),
    'must be off, or from 10s to 24h, such as 90s, 10m or 1h',
  )
  .transform((text) => (text === 'off' ? undefined : timeSpan(text)));

/** What is recorded, and when. */
export const recordingSettings = {
  SNAPSCOPE_ACCOUNT_ID: {
    schema: z.string().regex(/^\d{12}$/, 'must be an AWS account id of 12 digits, such as 123456789012'),
    default: '123456789012',
    description: 'AWS account that is recorded, 12 digits.',
    common: true,
  },
  AWS_REGION: {
    schema: z.string().regex(regionPattern, 'must be an AWS Region, such as us-west-2'),
    default: 'us-west-2',
    description: 'AWS Region that is recorded, and the Region of the S3 store.',
    common: true,
  },
  SNAPSCOPE_SOURCES: {
    schema: sources,
    default: 'sample',
    emptyIsValue: true,
    description:
      'What is recorded, separated by commas: `sample` (the account that ships with Snapscope), `aws` (the AWS account, through its APIs: docs/aws-source.md) and `file:<path>` (a *.json file, or a folder of them). Empty: nothing.',
    common: true,
  },
  SNAPSCOPE_DISCOVERY_INTERVAL: {
    schema: discoveryInterval,
    default: '10m',
    description:
      'How often all sources are observed, from 10s to 24h, such as 90s, 10m or 1h; `off`: only when asked to.',
    common: true,
  },
} as const satisfies SettingGroup['settings'];

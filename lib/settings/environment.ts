import { z } from 'zod';

/** An absent or empty variable means the default; compose files and shells write `NAME=` for absent. */
function variable<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema);
}

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

const host = z
  .string()
  .regex(
    /^(?![\d.]+$)[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?$|^(\d{1,3}\.){3}\d{1,3}$|^[0-9a-fA-F]*:[0-9a-fA-F:.]+$/,
    'must be an address or a host name without port, such as 127.0.0.1',
  );

const hosts = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim().toLowerCase()))
  .pipe(
    z.array(
      z
        .string()
        .regex(
          /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/,
          'must be a list of host names without port, parted by commas, such as config.example.org',
        ),
    ),
  );

const databaseUrl = z
  .string()
  .refine(
    (text) =>
      URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol) && new URL(text).pathname.length > 1,
    'must be a URL such as postgres://user:password@host:5432/database',
  );

/** Wrong ones are told of only when the S3 store is used: others share these variables. */
export const endpointUrl = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !hasMore(new URL(text)),
    'must be a URL of http or https without user, query or fragment, such as http://127.0.0.1:9000',
  );

/** May have a path and a query that are secrets. fetch refuses a user and password. */
const webhookUrl = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}, 'must be a URL of http or https without user and password, such as https://alerts.example.com/snapscope');

function hasMore(url: URL): boolean {
  return url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '';
}

const source = z.union(
  [
    z.literal('sample').transform(() => ({ kind: 'sample' as const })),
    z.literal('aws').transform(() => ({ kind: 'aws' as const })),
    z
      .string()
      .regex(/^file:./)
      .transform((text) => ({ kind: 'file' as const, path: text.slice('file:'.length) })),
  ],
  'must be a list, parted by commas, of sample, aws and file:<path>',
);

const sources = z
  .string()
  .transform((text) => (text.trim() === '' ? [] : text.split(',').map((part) => part.trim())))
  .refine((list) => new Set(list).size === list.length, 'names a source twice')
  .pipe(z.array(source));

const regionName = z
  .string()
  .regex(/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, 'must be a list, parted by commas, of AWS Regions such as us-west-2');

const regions = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((list) => new Set(list).size === list.length, 'names a Region twice')
  .pipe(z.array(regionName));
/**
 * Names of types in AWS's part of the CloudFormation registry, parted by commas.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeType.html
 */
const registryTypes = z
  .string()
  .transform((text) => [...new Set(text.split(',').map((name) => name.trim()))])
  .refine(
    (names) => names.length <= 200 && names.every((name) => /^[A-Za-z0-9]{2,64}(::[A-Za-z0-9]{2,64}){2}$/.test(name)),
    'must be a list, parted by commas, of at most 200 resource types such as AWS::Logs::LogGroup',
  );

const wholeNumber = (text: string) => (/^\d{1,16}$/.test(text) ? Number(text) : Number.NaN);

const units: { [unit: string]: number } = { s: 1_000, m: 60_000, h: 3_600_000 };

/** `6h`, `30m`, `10s` in milliseconds; NaN where it is none of these. */
function timeSpan(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,6})([smh])$/.exec(text) ?? [];
  return Number(count) * (units[unit] ?? Number.NaN);
}

/** Milliseconds; undefined for off. Timers hold 24 days at most. */
const discoveryInterval = z
  .string()
  .default('10m')
  .refine(
    (text) => text === 'off' || (timeSpan(text) >= 10_000 && timeSpan(text) <= 24 * 3_600_000),
    'must be off, or from 10s to 24h, such as 90s, 10m or 1h',
  )
  .transform((text) => (text === 'off' ? undefined : timeSpan(text)));

/** What each variable must be, taken alone; how they go together is checked by `readSettings`. */
export const environment = z.object({
  HOST: variable(host.default('127.0.0.1')),
  PORT: variable(
    z
      .string()
      .default('3000')
      .transform(wholeNumber)
      .refine((port) => port <= 65535, 'must be a whole number from 0 to 65535'),
  ),
  SNAPSCOPE_ALLOWED_HOSTS: variable(hosts.default([])),
  SNAPSCOPE_DATA_DIR: variable(
    z
      .string()
      .refine((folder) => !folder.includes('\0') && folder.trim() !== '', 'must be the path of a folder')
      .default('./data'),
  ),
  SNAPSCOPE_ACCOUNT_ID: variable(
    z
      .string()
      .regex(/^\d{12}$/, 'must be an AWS account id of 12 digits, such as 123456789012')
      .default('123456789012'),
  ),
  AWS_REGION: variable(
    z
      .string()
      .regex(/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, 'must be an AWS Region, such as us-west-2')
      .default('us-west-2'),
  ),
  DATABASE_URL: variable(databaseUrl.optional()),
  SNAPSCOPE_STORE: variable(z.enum(['directory', 's3'], 'must be directory or s3').default('directory')),
  SNAPSCOPE_BUCKET: variable(bucketName.optional()),
  SNAPSCOPE_KEY_PREFIX: variable(keyPrefix.optional()),
  SNAPSCOPE_SOURCES: sources.default([{ kind: 'sample' }]),
  SNAPSCOPE_DISCOVERY_INTERVAL: variable(discoveryInterval),
  SNAPSCOPE_AWS_REGIONS: variable(regions.default([])),
  SNAPSCOPE_AWS_ROLE_ARN: variable(
    z
      .string()
      .regex(
        /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/,
        'must be the ARN of a role, such as arn:aws:iam::123456789012:role/snapscope',
      )
      .optional(),
  ),
  SNAPSCOPE_AWS_EXTERNAL_ID: variable(
    z
      .string()
      .regex(/^[\w+=,.@:/-]{2,1224}$/, 'must be an external id: 2 to 1224 letters, digits and +=,.@:/-_')
      .optional(),
  ),
  SNAPSCOPE_AWS_CLOUD_CONTROL_TYPES: variable(registryTypes.default([])),
  SNAPSCOPE_AWS_TIMEOUT: variable(
    z
      .string()
      .default('60s')
      .transform(timeSpan)
      .refine(
        (milliseconds) => milliseconds >= 1_000 && milliseconds <= 600_000,
        'must be a time from 1s to 10m in seconds or minutes, such as 20s or 2m',
      ),
  ),
  SNAPSCOPE_MAX_SNAPSHOT_BYTES: variable(
    z
      .string()
      .default('8589934592')
      .transform(wholeNumber)
      .refine((bytes) => bytes >= 1 && Number.isSafeInteger(bytes), 'must be a whole number of bytes, from 1'),
  ),
  SNAPSCOPE_HISTORY_INTERVAL: variable(
    z
      .string()
      .default('6h')
      .transform(timeSpan)
      .refine(
        (milliseconds) => milliseconds >= 1_000 && milliseconds <= 7 * 24 * 3_600_000,
        'must be a time from 1s to 168h in seconds, minutes or hours, such as 6h, 30m or 10s',
      ),
  ),
  SNAPSCOPE_DELIVERY_RETENTION_DAYS: variable(
    z
      .string()
      .default('90')
      .transform(wholeNumber)
      .refine((days) => days >= 1 && days <= 3_650, 'must be a whole number of days from 1 to 3650'),
  ),
  SNAPSCOPE_QUERY_SECONDS: variable(
    z
      .string()
      .default('30')
      .transform(wholeNumber)
      .refine((seconds) => seconds >= 1 && seconds <= 3600, 'must be a whole number of seconds from 1 to 3600'),
  ),
  SNAPSCOPE_QUERY_MEMORY_BYTES: variable(
    z
      .string()
      .default('1000000000')
      .transform(wholeNumber)
      .refine((bytes) => bytes >= 100e6 && bytes <= 1e12, 'must be a whole number of bytes, from 100000000'),
  ),
  SNAPSCOPE_QUERY_ROWS: variable(
    z
      .string()
      .default('10000')
      .transform(wholeNumber)
      .refine((rows) => rows >= 1 && rows <= 1e6, 'must be a whole number from 1 to 1000000'),
  ),
  SNAPSCOPE_ACCESS_KEYS: variable(z.string().optional()),
  SNAPSCOPE_ALERT_WEBHOOK_URL: variable(webhookUrl.optional()),
  SNAPSCOPE_ALERT_WEBHOOK_SECRET: variable(
    z.string().min(16, 'must have at least 16 characters: whoever guesses it can send alerts in your name').optional(),
  ),
  AWS_ENDPOINT_URL_S3: variable(z.string().optional()),
  AWS_ENDPOINT_URL: variable(z.string().optional()),
  AWS_ACCESS_KEY_ID: variable(z.string().optional()),
  AWS_SECRET_ACCESS_KEY: variable(z.string().optional()),
  AWS_SESSION_TOKEN: variable(z.string().optional()),
});

export type Environment = z.output<typeof environment>;

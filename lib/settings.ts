import path from 'node:path';
import { type AccessKeySetting, AccessKeysError, parseAccessKeys } from '@/lib/settings/access-keys';
import { type Environment, endpointUrl, environment } from '@/lib/settings/environment';
import { type SettingProblem, SettingsError } from '@/lib/settings/settings-error';
import { type SettingDefinition, settingDefinitions } from '@/lib/settings/table';
import { unknownNames } from '@/lib/settings/unknown-names';

type Variables = Record<string, string | undefined>;

export type DatabaseSettings = { kind: 'embedded'; folder: string } | { kind: 'url'; url: string };

export type StoreSettings =
  | { kind: 'directory'; root: string }
  | { kind: 's3'; region: string; endpoint?: string; forcePathStyle: boolean };

export type SourceSettings = { kind: 'sample' } | { kind: 'file'; path: string } | AwsSourceSettings;

/** The account itself, through AWS's APIs. Credentials and endpoints are the AWS SDK's own business. */
export interface AwsSourceSettings {
  kind: 'aws';
  role?: { arn: string; externalId?: string };
  /** Types of the CloudFormation registry that are listed besides those that the source knows. */
  cloudControlTypes: readonly string[];
  /** Whether buckets go into the path of an S3 address, and not into its host name. */
  forcePathStyle: boolean;
  /** For so long one answer is waited for. */
  timeoutMs: number;
}

/** What the operator chose, checked. Paths are absolute. */
export interface Settings {
  host: string;
  /** 0: any free one. */
  port: number;
  /** Names in lower case under which pages are served besides the loopback ones. */
  allowedHosts: string[];
  dataFolder: string;
  accountId: string;
  /** The home. */
  region: string;
  /** Every Region that is recorded, the home first. */
  regions: [string, ...string[]];
  database: DatabaseSettings;
  store: StoreSettings;
  /** The bucket and key prefix of the channel that the first start makes. */
  bucket: string;
  keyPrefix?: string;
  sources: SourceSettings[];
  /** How often all sources are observed; undefined: only when somebody asks. */
  discoveryIntervalMs?: number;
  /** Keys that AWS clients must sign with; none: any signature will do, on a loopback address. */
  accessKeys: AccessKeySetting[];
  /** Where alerts are posted, and what they are signed with; none: nobody wants any. */
  alertWebhook?: { url: string; secret?: string };
  /** Bytes after decompression. */
  maxSnapshotBytes: number;
  /** From one history delivery to the next. */
  historyIntervalMs: number;
  /** For so long the record of deliveries is kept. */
  deliveryRetentionDays: number;
  /** What one query over snapshots may take. */
  queryLimits: { seconds: number; memoryBytes: number; rows: number };
}

/**
 * Reads the settings from the environment, the only place where it is read.
 * @throws SettingsError that names every setting that is wrong, contradictory or half given, and what it should be
 */
export function readSettings(env: Variables = process.env): Settings {
  const parsed = environment.safeParse(env);
  const problems = unknownNames(env);
  for (const issue of parsed.error?.issues ?? [])
    problems.push({ name: String(issue.path[0]), problem: issue.message });
  problems.push(...contradictions(env));
  if (env.SNAPSCOPE_ALERT_WEBHOOK_SECRET && !env.SNAPSCOPE_ALERT_WEBHOOK_URL) {
    problems.push({ name: 'SNAPSCOPE_ALERT_WEBHOOK_URL', problem: 'must be set with SNAPSCOPE_ALERT_WEBHOOK_SECRET' });
  }
  const accessKeys = readAccessKeys(env, parsed.data?.SNAPSCOPE_ACCOUNT_ID ?? '', problems);
  if (!parsed.success || problems.length > 0) throw new SettingsError(oneEach(problems));
  return arrange(parsed.data, accessKeys);
}

const awsSourceNames = [
  'SNAPSCOPE_AWS_ROLE_ARN',
  'SNAPSCOPE_AWS_EXTERNAL_ID',
  'SNAPSCOPE_AWS_CLOUD_CONTROL_TYPES',
  'SNAPSCOPE_AWS_REGIONS',
] as const;

function contradictions(env: Variables): SettingProblem[] {
  const problems: SettingProblem[] = [];
  const need = (name: string, reason: string) => {
    if (!env[name]) problems.push({ name, problem: `must be set ${reason}` });
  };
  const fromAws = env.SNAPSCOPE_SOURCES?.split(',').some((source) => source.trim() === 'aws') ?? false;
  if (env.SNAPSCOPE_AWS_EXTERNAL_ID) need('SNAPSCOPE_AWS_ROLE_ARN', 'with SNAPSCOPE_AWS_EXTERNAL_ID');
  for (const name of awsSourceNames) {
    if (env[name] && !fromAws)
      problems.push({ name, problem: 'is for the source aws, which SNAPSCOPE_SOURCES does not name' });
  }
  if (env.SNAPSCOPE_STORE !== 's3' && !fromAws) return problems;
  if (env.SNAPSCOPE_STORE === 's3')
    need('SNAPSCOPE_BUCKET', 'when SNAPSCOPE_STORE is s3: bucket names are shared by all of AWS');
  if (env.AWS_SECRET_ACCESS_KEY || env.AWS_SESSION_TOKEN) need('AWS_ACCESS_KEY_ID', 'with the other AWS credentials');
  if (env.AWS_ACCESS_KEY_ID || env.AWS_SESSION_TOKEN) need('AWS_SECRET_ACCESS_KEY', 'with the other AWS credentials');
  for (const name of ['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL']) {
    const issue = env[name] ? endpointUrl.safeParse(env[name]).error?.issues[0] : undefined;
    if (issue !== undefined) problems.push({ name, problem: issue.message });
  }
  return problems;
}

function readAccessKeys(env: Variables, accountId: string, problems: SettingProblem[]): AccessKeySetting[] {
  if (!env.SNAPSCOPE_ACCESS_KEYS) return [];
  try {
    return parseAccessKeys(env.SNAPSCOPE_ACCESS_KEYS, accountId);
  } catch (error) {
    if (!(error instanceof AccessKeysError)) throw error;
    problems.push({ name: 'SNAPSCOPE_ACCESS_KEYS', problem: error.message });
    return [];
  }
}

function oneEach(problems: SettingProblem[]): SettingProblem[] {
  return problems.filter(({ name }, index) => problems.findIndex((other) => other.name === name) === index);
}

function arrange(values: Environment, accessKeys: AccessKeySetting[]): Settings {
  const dataFolder = path.resolve(values.SNAPSCOPE_DATA_DIR);
  return {
    host: values.HOST,
    port: values.PORT,
    allowedHosts: values.SNAPSCOPE_ALLOWED_HOSTS,
    dataFolder,
    accountId: values.SNAPSCOPE_ACCOUNT_ID,
    region: values.AWS_REGION,
    regions: [values.AWS_REGION, ...values.SNAPSCOPE_AWS_REGIONS.filter((region) => region !== values.AWS_REGION)],
    database:
      values.DATABASE_URL === undefined
        ? { kind: 'embedded', folder: dataFolder }
        : { kind: 'url', url: values.DATABASE_URL },
    store: values.SNAPSCOPE_STORE === 's3' ? s3(values) : { kind: 'directory', root: path.join(dataFolder, 'objects') },
    bucket: values.SNAPSCOPE_BUCKET ?? `config-bucket-${values.SNAPSCOPE_ACCOUNT_ID}`,
    ...(values.SNAPSCOPE_KEY_PREFIX === undefined ? {} : { keyPrefix: values.SNAPSCOPE_KEY_PREFIX }),
    sources: values.SNAPSCOPE_SOURCES.map((source) => arrangeSource(source, values)),
    discoveryIntervalMs: values.SNAPSCOPE_DISCOVERY_INTERVAL,
    accessKeys,
    ...(values.SNAPSCOPE_ALERT_WEBHOOK_URL === undefined
      ? {}
      : {
          alertWebhook: {
            url: values.SNAPSCOPE_ALERT_WEBHOOK_URL,
            secret: values.SNAPSCOPE_ALERT_WEBHOOK_SECRET,
          },
        }),
    maxSnapshotBytes: values.SNAPSCOPE_MAX_SNAPSHOT_BYTES,
    historyIntervalMs: values.SNAPSCOPE_HISTORY_INTERVAL,
    deliveryRetentionDays: values.SNAPSCOPE_DELIVERY_RETENTION_DAYS,
    queryLimits: {
      seconds: values.SNAPSCOPE_QUERY_SECONDS,
      memoryBytes: values.SNAPSCOPE_QUERY_MEMORY_BYTES,
      rows: values.SNAPSCOPE_QUERY_ROWS,
    },
  };
}

function arrangeSource(source: Environment['SNAPSCOPE_SOURCES'][number], values: Environment): SourceSettings {
  if (source.kind === 'file') return { kind: 'file', path: path.resolve(source.path) };
  if (source.kind === 'sample') return source;
  const { SNAPSCOPE_AWS_ROLE_ARN: arn, SNAPSCOPE_AWS_EXTERNAL_ID: externalId } = values;
  return {
    kind: 'aws',
    ...(arn && { role: { arn, externalId } }),
    cloudControlTypes: values.SNAPSCOPE_AWS_CLOUD_CONTROL_TYPES,
    forcePathStyle: s3Address(values).forcePathStyle,
    timeoutMs: values.SNAPSCOPE_AWS_TIMEOUT,
  };
}

function s3(values: Environment): StoreSettings {
  return { kind: 's3', region: values.AWS_REGION, ...s3Address(values) };
}

/** S3 servers other than AWS rarely have a host name for each bucket: their buckets go into the path. */
function s3Address(values: Environment): { endpoint?: string; forcePathStyle: boolean } {
  const endpoint = values.AWS_ENDPOINT_URL_S3 ?? values.AWS_ENDPOINT_URL;
  if (endpoint === undefined) return { forcePathStyle: false };
  const forcePathStyle = !/(^|\.)amazonaws\.com(\.cn)?$/.test(new URL(endpoint).hostname);
  return { endpoint, forcePathStyle };
}

/** One row of the settings page (`settingsView` in the browser contract). */
export interface SettingRow {
  name: string;
  value: string;
  source: 'default' | 'environment';
  description: string;
}

/** Every setting as it stands, for people: secrets are shown as `set`, and a URL without its password. */
export function describeSettings(settings: Settings, env: Variables = process.env): SettingRow[] {
  return settingDefinitions.map((definition: SettingDefinition) => {
    const { name, description } = definition;
    const given = env[name];
    // The one setting for which empty differs from absent.
    if (given === undefined || (given === '' && name !== 'SNAPSCOPE_SOURCES')) {
      const value = name === 'SNAPSCOPE_BUCKET' ? settings.bucket : definition.fallback;
      return { name, value, source: 'default', description };
    }
    return { name, value: shown(given, definition), source: 'environment', description };
  });
}

function shown(value: string, { secret }: SettingDefinition): string {
  if (secret === 'whole') return 'set';
  if (secret !== 'password') return value || '(none)';
  if (!URL.canParse(value)) return 'set';
  const url = new URL(value);
  if (url.password !== '') url.password = '****';
  // The driver takes these as parameters too.
  for (const name of ['password', 'sslpassword']) if (url.searchParams.has(name)) url.searchParams.set(name, '****');
  return url.href;
}

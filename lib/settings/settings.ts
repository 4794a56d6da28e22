import type { LogFormat, LogLevel } from '../log/log';
import type { AccessKeySetting } from './access-keys';

export type DatabaseSettings = { kind: 'embedded'; folder: string } | { kind: 'url'; url: string };

export type StoreSettings =
  | { kind: 'directory'; root: string }
  | { kind: 's3'; region: string; endpoint?: string; forcePathStyle: boolean; requesterPays: boolean };

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
  /** The least that is logged, and how; the form goes by where it is written to unless it was chosen. */
  log: { level: LogLevel; format?: LogFormat };
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

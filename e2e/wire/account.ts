import {
  ConfigServiceClient,
  DescribeConfigurationRecordersCommand,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  PutResourceConfigCommand,
  PutStoredQueryCommand,
  type ResourceType,
  StartConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import type { SnapscopeServer } from '../fixtures/server';

/** A key that may sign, and the account that it belongs to. */
export interface AccountKey {
  accessKeyId: string;
  secretAccessKey: string;
  accountId: string;
}

/** Keys of so many accounts, for `SNAPSCOPE_ACCESS_KEYS`. */
export function accountKeys(count: number): AccountKey[] {
  return Array.from({ length: count }, (_, index) => ({
    accessKeyId: `AKIDWIRE${index + 1}`,
    secretAccessKey: `s3cret/+${index + 1}`,
    accountId: String(100_000_000_001 + index),
  }));
}

export const accessKeysSetting = (keys: readonly AccountKey[]) =>
  keys.map((key) => `${key.accessKeyId}:${key.secretAccessKey}:${key.accountId}`).join(',');

/** The type that `putPage` gives its resources, of no organization that AWS keeps. */
export const pageType = 'Example::Wiki::Page' as ResourceType;

export const roleARN = 'arn:aws:iam::123456789012:role/config';

/** An account of Snapscope as an AWS SDK sees it, empty at first, with the short ways to what most tests need in it. */
export class Account {
  readonly id: string;
  readonly region = 'us-west-2';
  readonly client: ConfigServiceClient;
  readonly server: SnapscopeServer;
  /** A bucket that is there and can be written. */
  readonly bucket: string;

  constructor(server: SnapscopeServer, key: AccountKey, bucket: string) {
    this.id = key.accountId;
    this.server = server;
    this.bucket = bucket;
    this.client = new ConfigServiceClient({
      region: this.region,
      endpoint: server.url,
      credentials: key,
      maxAttempts: 1,
    });
  }

  putRecorder(settings: object = {}) {
    const ConfigurationRecorder = { name: 'default', roleARN, ...settings };
    return this.client.send(new PutConfigurationRecorderCommand({ ConfigurationRecorder }));
  }

  putChannel(settings: object = {}) {
    const DeliveryChannel = { name: 'default', s3BucketName: this.bucket, ...settings };
    return this.client.send(new PutDeliveryChannelCommand({ DeliveryChannel }));
  }

  start() {
    return this.client.send(new StartConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }));
  }

  /** A recorder with its channel, which records. */
  async record(): Promise<void> {
    await this.putRecorder();
    await this.putChannel();
    await this.start();
  }

  /** Tells of a custom resource, for which the recorder must record. */
  putPage(id: string, settings: object = {}) {
    const page = { ResourceType: pageType, SchemaVersionId: '1', ResourceId: id, Configuration: `{"id":"${id}"}` };
    return this.client.send(new PutResourceConfigCommand({ ...page, ...settings }));
  }

  putQuery(QueryName: string, more: object = {}) {
    const StoredQuery = { QueryName, Expression: 'SELECT resourceId' };
    return this.client.send(new PutStoredQueryCommand({ StoredQuery, ...more }));
  }

  async recorderArn(): Promise<string> {
    const { ConfigurationRecorders } = await this.client.send(new DescribeConfigurationRecordersCommand({}));
    return ConfigurationRecorders?.[0]?.arn ?? '';
  }
}

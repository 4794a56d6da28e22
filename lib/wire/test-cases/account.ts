import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ConfigServiceClient,
  DescribeConfigurationRecordersCommand,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  PutResourceConfigCommand,
  PutStoredQueryCommand,
  type ResourceType,
  StartConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import type { AccessKey } from '../protocol/signature';
import { bucket, type WireServer } from '../test-server';

/** The type that `putPage` gives its resources, of no organization that AWS keeps. */
export const pageType = 'Example::Wiki::Page' as ResourceType;

export const roleARN = 'arn:aws:iam::123456789012:role/config';

/** An account of Snapscope as an AWS SDK sees it, empty at first, with the short ways to what most tests need in it. */
export class Account {
  readonly id: string;
  readonly region: string;
  readonly client: ConfigServiceClient;
  /** A bucket that is there and can be written. */
  readonly bucket = bucket;
  readonly #server: WireServer;
  readonly #key: AccessKey;

  constructor(server: WireServer, key: AccessKey = server.newKey(), region = 'us-west-2') {
    this.id = key.accountId;
    this.region = region;
    this.#server = server;
    this.#key = key;
    this.client = server.client(key, region);
  }

  /** Another account of the same server, in which nothing was done yet. */
  other(): Account {
    return new Account(this.#server);
  }

  /** The same account in another Region. */
  inRegion(region: string): Account {
    return new Account(this.#server, this.#key, region);
  }

  /** The keys of all objects whose keys begin so. */
  async objectKeys(prefix: string): Promise<string[]> {
    return (await this.#server.store.list(this.bucket, { prefix })).objects.map(({ key }) => key);
  }

  /** Makes a bucket that is there but takes nothing; tells its name. */
  async unwritableBucket(): Promise<string> {
    const name = `unwritable-${this.id}`;
    await this.#server.store.createBucket(name);
    // A file where a folder should be stops even root, whom permissions do not.
    await writeFile(join(this.#server.folder, name, 'AWSLogs'), '');
    return name;
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

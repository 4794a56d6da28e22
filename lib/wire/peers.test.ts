import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AccessKey } from './signature';
import { bucket, startWireServer, type WireServer } from './test-server';

/** The real clients: on machines without them these tests are skipped, unless REQUIRE_PEERS=1 says that they must be there. */
function missing(command: string, ...args: string[]): string | undefined {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return undefined;
  } catch {
    if (process.env.REQUIRE_PEERS === '1')
      throw new Error(`${command} ${args.join(' ')} does not run, and REQUIRE_PEERS=1`);
    return `${command} is not installed`;
  }
}
const noCli = missing('aws', '--version');
const noBoto = missing('python3', '-c', 'import boto3');
const noMoto = missing('moto_server', '--help');

const run = promisify(execFile);
let server: WireServer;
let folder: string;
beforeAll(async () => {
  server = await startWireServer();
  folder = await mkdtemp(join(tmpdir(), 'snapscope-peers-'));
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const environmentOf = (key: AccessKey, more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  NODE_ENV: 'test',
  PATH: process.env.PATH ?? '',
  HOME: folder,
  AWS_ACCESS_KEY_ID: key.accessKeyId,
  AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
  AWS_DEFAULT_REGION: 'us-west-2',
  AWS_MAX_ATTEMPTS: '1',
  AWS_PAGER: '',
  ...more,
});

describe.skipIf(noCli)(`the AWS CLI${noCli ? ` (skipped: ${noCli})` : ''}`, () => {
  const aws = async (key: AccessKey, args: string[], more?: Record<string, string>) => {
    const all = ['configservice', ...args, '--endpoint-url', server.endpoint, '--output', 'json'];
    const { stdout } = await run('aws', all, { env: environmentOf(key, more) });
    return stdout;
  };
  const json = async (key: AccessKey, ...args: string[]) => JSON.parse(await aws(key, args));

  it('sets up, delivers a snapshot and follows it', async () => {
    const key = server.newKey();
    const role = 'arn:aws:iam::123456789012:role/config';
    await aws(key, ['put-configuration-recorder', '--configuration-recorder', `name=default,roleARN=${role}`]);
    const channel = `name=default,s3BucketName=${bucket}`;
    expect(await aws(key, ['put-delivery-channel', '--delivery-channel', channel])).toBe('');
    await aws(key, ['start-configuration-recorder', '--configuration-recorder-name', 'default']);
    const before = Math.floor(Date.now() / 1000);
    const { configSnapshotId } = await json(key, 'deliver-config-snapshot', '--delivery-channel-name', 'default');
    expect(configSnapshotId).toMatch(/^[0-9a-f-]{36}$/);
    const info = await vi.waitFor(async () => {
      const { DeliveryChannelsStatus } = await json(key, 'describe-delivery-channel-status');
      expect(DeliveryChannelsStatus[0].configSnapshotDeliveryInfo.lastStatus).toBe('SUCCESS');
      return DeliveryChannelsStatus[0].configSnapshotDeliveryInfo;
    }, 30_000);
    // The CLI of version 1 prints epoch seconds, that of version 2 ISO 8601.
    const at =
      typeof info.lastSuccessfulTime === 'number'
        ? info.lastSuccessfulTime
        : Date.parse(info.lastSuccessfulTime) / 1000;
    expect(at).toBeGreaterThanOrEqual(before);
    const { objects } = await server.store.list(bucket, { prefix: `AWSLogs/${key.accountId}/` });
    expect(objects.filter((object) => object.key.includes(configSnapshotId))).toHaveLength(1);
    const status = await aws(key, ['get-status']);
    expect(status).toContain('recorder: ON');
    expect(status).toContain('last snapshot delivery status: SUCCESS');
    expect(status).toContain('last stream delivery status: NOT_APPLICABLE');
  });

  it('reads errors and checks signatures', async () => {
    const key = server.newKey();
    const failing = async (of: AccessKey) =>
      aws(of, ['deliver-config-snapshot', '--delivery-channel-name', 'default']).then(
        () => '',
        (error: { stderr: string }) => error.stderr,
      );
    expect(await failing(key)).toContain(
      'An error occurred (NoAvailableConfigurationRecorderException) when calling the DeliverConfigSnapshot operation: Configuration recorder not found.',
    );
    expect(await failing({ ...key, secretAccessKey: 'wrong' })).toContain('(SignatureDoesNotMatch)');
    expect(await failing({ ...key, accessKeyId: 'unknown' })).toContain('(UnrecognizedClientException)');
  });

  it.skipIf(noMoto)('subscribes, with buckets and topics from elsewhere', async () => {
    const port = await freePort();
    const moto = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
    try {
      await vi.waitFor(async () => expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBeLessThan(500), 30_000);
      const elsewhere = {
        AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
        AWS_ENDPOINT_URL_SNS: `http://127.0.0.1:${port}`,
      };
      const key = server.newKey();
      const topic = 'arn:aws:sns:us-west-2:123456789012:topic';
      const args = [
        'subscribe',
        '--s3-bucket',
        bucket,
        '--sns-topic',
        topic,
        '--iam-role',
        'arn:aws:iam::123456789012:role/config',
      ];
      const told = await aws(key, args, elsewhere);
      expect(told).toContain('Subscribe succeeded');
      expect(told).toContain(topic);
      expect(await aws(key, ['get-status'])).toContain('recorder: ON');
    } finally {
      moto.kill('SIGKILL');
    }
  });
});

describe.skipIf(noBoto)(`boto3${noBoto ? ` (skipped: ${noBoto})` : ''}`, () => {
  it('sets up, delivers, pages, and reads times and errors', async () => {
    const key = server.newKey();
    const script = join(folder, 'drive.py');
    await writeFile(script, BOTO);
    const { stdout } = await run('python3', [script, server.endpoint, bucket], { env: environmentOf(key) });
    expect(JSON.parse(stdout)).toEqual({
      snapshot: 36,
      time: 'datetime',
      ids: ['p-0', 'p-1', 'p-2', 'p-3', 'p-4'],
      error: ['NoSuchDeliveryChannelException', "Cannot find delivery channel with specified name 'x'."],
      request: 36,
      modelled: true,
    });
  });
});

const BOTO = `
import json, sys, boto3
client = boto3.client('config', endpoint_url=sys.argv[1])
client.put_configuration_recorder(ConfigurationRecorder={'name': 'default', 'roleARN': 'role'})
client.put_delivery_channel(DeliveryChannel={'name': 'default', 's3BucketName': sys.argv[2]})
client.start_configuration_recorder(ConfigurationRecorderName='default')
snapshot = client.deliver_config_snapshot(deliveryChannelName='default')['configSnapshotId']
status = client.describe_configuration_recorder_status()['ConfigurationRecordersStatus'][0]
for n in range(5):
    client.put_resource_config(ResourceType='Example::Wiki::Page', SchemaVersionId='1', ResourceId=f'p-{n}', Configuration='{}')
pages = client.get_paginator('list_discovered_resources').paginate(
    resourceType='Example::Wiki::Page', PaginationConfig={'PageSize': 2})
ids = [resource['resourceId'] for page in pages for resource in page['resourceIdentifiers']]
try:
    client.deliver_config_snapshot(deliveryChannelName='x')
except client.exceptions.NoSuchDeliveryChannelException as error:
    response, modelled = error.response, True
print(json.dumps({
    'snapshot': len(snapshot), 'time': type(status['lastStartTime']).__name__, 'ids': ids,
    'error': [response['Error']['Code'], response['Error']['Message']],
    'request': len(response['ResponseMetadata']['RequestId']), 'modelled': modelled}))
`;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

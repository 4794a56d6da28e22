import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { operationModel } from '@/lib/wire/model/model';
import { operationSupport } from '@/lib/wire/operation-support';
import { noneCases } from '@/lib/wire/test-cases/rules/none-cases';
import { programMissing, runInShell } from './emulators/clients';
import { type Moto, motoMissing, startMoto } from './emulators/moto';
import type { SnapscopeServer } from './fixtures/server';
import { readingTest as test } from './fixtures/test';
import { type AccountKey, accessKeysSetting, accountKeys } from './wire/account-keys';
import { objectKeys, s3Endpoint } from './wire/buckets';
import { cliCalls } from './wire/cli-calls';

// The AWS CLI and boto3 as users have them, against the server as it is shipped.

const noCli = programMissing('aws', '--version');
const noBoto = programMissing('python3', '-c', 'import boto3');
const noMoto = motoMissing();
const supported = operationSupport.filter(({ support }) => support === 'yes').map(({ name }) => name);

/** The account that the server itself records; the others are empty at first. */
const home: AccountKey = { accessKeyId: 'AKIDHOME', secretAccessKey: 's3cret/+', accountId: '123456789012' };
const [subscriber, cliUser, botoUser] = accountKeys(3) as [AccountKey, AccountKey, AccountKey];

let server: SnapscopeServer;
let bucket: string;
let folder: string;
test.beforeAll(async ({ startServer }) => {
  server = await startServer({ SNAPSCOPE_ACCESS_KEYS: accessKeysSetting([home, subscriber, cliUser, botoUser]) });
  bucket = (await (await fetch(`${server.url}/api/delivery`)).json()).channel.s3BucketName;
  folder = await mkdtemp(join(tmpdir(), 'snapscope-clients-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

const exported = (key: AccountKey) =>
  `export AWS_ACCESS_KEY_ID=${key.accessKeyId} AWS_SECRET_ACCESS_KEY=${key.secretAccessKey} AWS_DEFAULT_REGION=us-west-2 AWS_DEFAULT_OUTPUT=json\n`;

/** What `aws configservice …` prints; all that a user adds is the endpoint. */
const aws = (key: AccountKey, command: string, more = '') =>
  runInShell(`${exported(key)}${more}\naws configservice ${command} --endpoint-url ${server.url}`, folder);

const ids = { uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ };

/** The CLI of version 1 prints epoch seconds, that of version 2 ISO 8601. */
const milliseconds = (time: number | string) => (typeof time === 'number' ? time * 1000 : Date.parse(time));

/** Delivers a snapshot by the CLI and waits until its status tells of it; gives that status. */
async function deliver(key: AccountKey) {
  const before = Date.now();
  const { configSnapshotId } = JSON.parse(await aws(key, 'deliver-config-snapshot --delivery-channel-name default'));
  expect(configSnapshotId).toMatch(ids.uuid);
  const status = async () => JSON.parse(await aws(key, 'describe-delivery-channel-status')).DeliveryChannelsStatus[0];
  await expect
    .poll(async () => {
      const { lastStatus, lastSuccessfulTime } = (await status()).configSnapshotDeliveryInfo;
      return lastStatus === 'SUCCESS' && milliseconds(lastSuccessfulTime) >= before;
    })
    .toBe(true);
  const keys = await objectKeys(server, bucket, `AWSLogs/${key.accountId}/Config/us-west-2/`);
  const { accountId } = key;
  expect(keys.filter((each) => each.includes(configSnapshotId))).toEqual([
    expect.stringMatching(
      new RegExp(
        `^AWSLogs/${accountId}/Config/us-west-2/\\d{4}/[1-9]\\d?/[1-9]\\d?/ConfigSnapshot/${accountId}_Config_us-west-2_ConfigSnapshot_\\d{8}T\\d{6}Z_${configSnapshotId}\\.json\\.gz$`,
      ),
    ),
  ]);
  return status();
}

test('the AWS CLI delivers a snapshot, verifies it and finds it in the bucket', async () => {
  test.skip(noCli !== undefined, noCli);
  const status = await deliver(home);
  expect(Object.keys(status).sort()).toEqual([
    'configHistoryDeliveryInfo',
    'configSnapshotDeliveryInfo',
    'configStreamDeliveryInfo',
    'name',
  ]);
  const short = await aws(home, 'get-status');
  expect(short).toContain('recorder: ON');
  expect(short).toContain('last snapshot delivery status: SUCCESS');
  expect(short).toContain('last stream delivery status: NOT_APPLICABLE');
});

test('the AWS CLI subscribes with one command, its bucket and topic from an AWS of our own', async () => {
  test.skip(noCli !== undefined || noMoto !== undefined, noCli ?? noMoto);
  const ownS3 = await s3Endpoint(server);
  const moto: Moto | undefined = ownS3 === undefined ? await startMoto() : undefined;
  try {
    const elsewhere = ['S3', 'SNS', 'IAM'].map((name) => `export AWS_ENDPOINT_URL_${name}=${ownS3 ?? moto?.endpoint}`);
    const role = 'arn:aws:iam::123456789012:role/config';
    const command = `subscribe --s3-bucket ${bucket} --sns-topic config-topic --iam-role ${role}`;
    const printed = await aws(subscriber, command, elsewhere.join('\n'));
    expect(printed).toContain('Subscribe succeeded');
    expect(printed).toMatch(/"snsTopicARN": "arn:aws:sns:us-west-2:\d{12}:config-topic"/);
    expect(printed).toContain(`"roleARN": "${role}"`);
  } finally {
    await moto?.stop();
  }
  expect(await aws(subscriber, 'get-status')).toContain('recorder: ON');
  await deliver(subscriber);
});

test('the AWS CLI calls every operation that does what AWS does', async () => {
  test.skip(noCli !== undefined, noCli);
  // A call is a start of Python: a second or more each.
  test.setTimeout(900_000);
  expect(cliCalls.map(({ operation }) => operation).sort()).toEqual([...supported].sort());
  const known = { accountId: cliUser.accountId, bucket, recorderArn: '' };
  for (const { operation, args = '', prints } of cliCalls) {
    const name = operation.replace(/(?<=.)[A-Z]/g, '-$&').toLowerCase();
    const printed = await aws(cliUser, `${name} ${typeof args === 'string' ? args : args(known)}`);
    if (prints === undefined) expect(printed.trim(), operation).toBe('');
    else expect(JSON.parse(printed), operation).toMatchObject({ ...prints });
    if (operation === 'DescribeConfigurationRecorders') {
      known.recorderArn = JSON.parse(printed).ConfigurationRecorders[0].arn;
    }
  }
});

test('the AWS CLI shows errors as those of AWS', async () => {
  test.skip(noCli !== undefined, noCli);
  await expect(aws(home, 'deliver-config-snapshot --delivery-channel-name other')).rejects.toThrow(
    "An error occurred (NoSuchDeliveryChannelException) when calling the DeliverConfigSnapshot operation: Cannot find delivery channel with specified name 'other'.",
  );
  const forged = { ...home, secretAccessKey: 'wrong' };
  await expect(aws(forged, 'describe-delivery-channels')).rejects.toThrow('(SignatureDoesNotMatch)');
  const unknown = { ...home, accessKeyId: 'AKIDUNKNOWN' };
  await expect(aws(unknown, 'describe-delivery-channels')).rejects.toThrow('(UnrecognizedClientException)');
  const notHere = 'put-service-linked-configuration-recorder --service-principal config.amazonaws.com';
  await expect(aws(home, notHere)).rejects.toThrow('(UnknownOperationException)');
});

test('the AWS CLI is told that there are no rules, and that none can be put', async () => {
  test.skip(noCli !== undefined, noCli);
  expect(JSON.parse(await aws(home, 'describe-config-rules'))).toEqual({ ConfigRules: [] });
  expect(JSON.parse(await aws(home, 'get-compliance-summary-by-config-rule'))).toMatchObject({
    ComplianceSummary: { NonCompliantResourceCount: { CappedCount: 0, CapExceeded: false } },
  });
  await expect(aws(home, 'describe-conformance-packs --conformance-pack-names basics')).rejects.toThrow(
    'An error occurred (NoSuchConformancePackException) when calling the DescribeConformancePacks operation',
  );
  const rule = `'ConfigRuleName=a,Source={Owner=AWS,SourceIdentifier=ENCRYPTED_VOLUMES}'`;
  await expect(aws(home, `put-config-rule --config-rule ${rule}`)).rejects.toThrow(
    '(InvalidParameterValueException) when calling the PutConfigRule operation: Snapscope does not evaluate rules',
  );
});

test('boto3 calls every operation, pages, and reads times and errors', async () => {
  test.skip(noBoto !== undefined, noBoto);
  test.setTimeout(900_000);
  const program = join(import.meta.dirname, 'wire/every-operation.py');
  const noneFile = join(folder, 'none.json');
  await writeFile(noneFile, JSON.stringify(noneCases));
  const command = `python3 '${program}' ${server.url} ${bucket} '${noneFile}'`;
  const printed = await runInShell(`${exported(botoUser)}${command}`, folder);
  const { answers, paged, none, refusal, started } = JSON.parse(printed);
  expect(Object.keys(answers).sort()).toEqual([...supported].sort());
  const silent = supported.filter((name) => operationModel(name)?.output === undefined);
  for (const name of [...silent, 'DeleteStoredQuery']) expect(answers[name], name).toEqual({});
  const identity = { resourceType: 'Example::Wiki::Page', resourceId: 'p-1' };
  const entry = (resourceId: string) => ({ resourceType: 'Example::Wiki::Page', resourceId });
  expect(answers).toMatchObject({
    DescribeConfigurationRecorders: { ConfigurationRecorders: [{ name: 'default', recordingScope: 'PAID' }] },
    DescribeConfigurationRecorderStatus: { ConfigurationRecordersStatus: [{ name: 'default', recording: true }] },
    ListConfigurationRecorders: { ConfigurationRecorderSummaries: [{ name: 'default' }] },
    DescribeDeliveryChannels: { DeliveryChannels: [{ name: 'default', s3BucketName: bucket }] },
    DescribeDeliveryChannelStatus: {
      DeliveryChannelsStatus: [{ name: 'default', configSnapshotDeliveryInfo: { lastStatus: 'SUCCESS' } }],
    },
    DeliverConfigSnapshot: { configSnapshotId: expect.stringMatching(ids.uuid) },
    ListDiscoveredResources: { resourceIdentifiers: [entry('p-1'), entry('p-2')] },
    GetDiscoveredResourceCounts: { totalDiscoveredResources: 2 },
    BatchGetResourceConfig: { baseConfigurationItems: [{ ...identity, configuration: '{"size":1}' }] },
    SelectResourceConfig: { Results: ['{"resourceId":"p-2"}'] },
    GetResourceConfigHistory: {
      configurationItems: [
        { configurationItemStatus: 'ResourceDeleted', configuration: 'null' },
        { configurationItemStatus: 'ResourceDiscovered', tags: { team: 'docs' } },
      ],
    },
    DescribeConfigurationAggregators: {
      ConfigurationAggregators: [{ ConfigurationAggregatorName: 'all' }, { ConfigurationAggregatorName: 'more' }],
    },
    SelectAggregateResourceConfig: { Results: [`{"accountId":"${botoUser.accountId}","COUNT(*)":2}`] },
    GetAggregateDiscoveredResourceCounts: { TotalDiscoveredResources: 2, GroupByKey: 'AWS_REGION' },
    GetAggregateResourceConfig: { ConfigurationItem: { ...identity, configuration: '{"size":1}' } },
    BatchGetAggregateResourceConfig: { UnprocessedResourceIdentifiers: [{ ResourceId: 'p-9' }] },
    GetStoredQuery: { StoredQuery: { QueryName: 'volumes', Expression: 'SELECT arn' } },
    ListStoredQueries: { StoredQueryMetadata: [{ QueryName: 'first' }, { QueryName: 'volumes' }] },
    ListTagsForResource: {
      Tags: [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: '2' },
      ],
    },
    PutRetentionConfiguration: { RetentionConfiguration: { Name: 'default', RetentionPeriodInDays: 30 } },
    DescribeRetentionConfigurations: { RetentionConfigurations: [{ RetentionPeriodInDays: 30 }] },
  });
  for (const [operation, [sizes, entries]] of Object.entries<[number[], unknown[]]>(paged)) {
    expect([operation, sizes, entries.length]).toEqual([operation, [1, 1], 2]);
  }
  expect(none).toEqual(noneCases.map(([, , gets]) => ('answer' in gets ? gets.answer : gets)));
  expect(refusal).toMatchObject({ Code: 'LastDeliveryChannelDeleteFailedException' });
  // A time with its zone: boto3 took the number for one.
  expect(started).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$/);
});

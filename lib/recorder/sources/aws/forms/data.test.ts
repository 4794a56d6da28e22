import { expect, test } from 'vitest';
import { fileSystem } from '../services/efs/file-system';
import { dbCluster, dbInstance, dbSnapshot } from '../services/rds/rds';
import { bucket } from '../services/s3/bucket';
import { queue } from '../services/sqs/queue';
import { failingWith, listAnswers } from '../test-answering-account';

// Forms that were seen in real items of AWS Config.

const time = new Date('2026-03-04T05:06:07Z');
const tag = { Key: 'Team', Value: 'a' };
const recordedTag = { key: 'Team', value: 'a' };

test('a queue has its URL as its id only, and its tags as a map', async () => {
  const url = 'https://sqs.us-west-2.amazonaws.com/123456789012/orders';
  const [item] = await listAnswers([queue], {
    ListQueues: { QueueUrls: [url] },
    GetQueueAttributes: { Attributes: { QueueArn: 'arn:queue', DelaySeconds: '0', ApproximateNumberOfMessages: '3' } },
    ListQueueTags: { Tags: { Team: 'a' } },
  });
  expect(item).toMatchObject({ resourceId: url, resourceName: 'orders', ARN: 'arn:queue', tags: { Team: 'a' } });
  expect(item?.configuration).toEqual({ QueueArn: 'arn:queue', DelaySeconds: '0' });
  expect(item?.supplementaryConfiguration).toEqual({ Tags: { Team: 'a' } });
});

test('databases have their tags in both configurations', async () => {
  const items = await listAnswers([dbInstance, dbCluster, dbSnapshot], {
    DescribeDBInstances: { DBInstances: [{ DbiResourceId: 'db-A', DBInstanceIdentifier: 'a-1', TagList: [tag] }] },
    DescribeDBClusters: { DBClusters: [{ DbClusterResourceId: 'cluster-A', TagList: [tag] }] },
    DescribeDBSnapshots: { DBSnapshots: [{ DBSnapshotIdentifier: 's', SnapshotType: 'automated', TagList: [tag] }] },
  });
  expect(items).toHaveLength(3);
  for (const { configuration, supplementaryConfiguration } of items) {
    expect(configuration).toMatchObject({ tagList: [recordedTag] });
    expect(supplementaryConfiguration).toMatchObject({ Tags: [recordedTag] });
  }
});

test('a cluster of databases has its time as a number, and names instances and subnet group by name alone', async () => {
  const cluster = {
    DbClusterResourceId: 'cluster-A',
    DBClusterIdentifier: 'ledger',
    ClusterCreateTime: time,
    DBSubnetGroup: 'databases',
    DBClusterMembers: [{ DBInstanceIdentifier: 'ledger-1', IsClusterWriter: true }],
    VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-1' }],
  };
  const [item] = await listAnswers([dbCluster], { DescribeDBClusters: { DBClusters: [cluster] } });
  expect(item).toMatchObject({ resourceName: 'ledger', configuration: { clusterCreateTime: time.getTime() } });
  expect(item?.relationships).toEqual([
    { resourceId: 'sg-1', resourceType: 'AWS::EC2::SecurityGroup', name: 'Is associated with ' },
    { resourceName: 'ledger-1', resourceType: 'AWS::RDS::DBInstance', name: 'Contains ' },
    { resourceName: 'databases', resourceType: 'AWS::RDS::DBSubnetGroup', name: 'Is associated with ' },
  ]);
});

test("a file system's name is its id, even where it has a tag Name", async () => {
  const system = { FileSystemId: 'fs-1', Name: 'shared', Tags: [{ Key: 'Name', Value: 'shared' }], CreationTime: time };
  const [item] = await listAnswers([fileSystem], {
    DescribeFileSystems: { FileSystems: [system] },
    DescribeLifecycleConfiguration: { LifecyclePolicies: [] },
    DescribeBackupPolicy: failingWith('PolicyNotFound'),
    DescribeFileSystemPolicy: failingWith('PolicyNotFound'),
  });
  expect(item).toMatchObject({ resourceId: 'fs-1', resourceName: 'fs-1', tags: { Name: 'shared' } });
});

test('a bucket tells its Region, whether tags decide on access, and who pays for acceleration', async () => {
  const [item] = await listAnswers([bucket], {
    ListBuckets: { Buckets: [{ Name: 'logs', BucketRegion: 'us-west-2', CreationDate: time }], Owner: { ID: 'me' } },
    GetBucketAbac: { AbacStatus: { Status: 'Disabled' } },
    GetBucketAccelerateConfiguration: {},
    GetBucketAcl: { Owner: { ID: 'me' }, Grants: [] },
    GetBucketCors: failingWith('NoSuchCORSConfiguration'),
    GetBucketEncryption: failingWith('ServerSideEncryptionConfigurationNotFoundError'),
    GetBucketLifecycleConfiguration: failingWith('NoSuchLifecycleConfiguration'),
    GetBucketLogging: {},
    GetBucketNotificationConfiguration: {},
    GetBucketPolicy: failingWith('NoSuchBucketPolicy'),
    GetBucketReplication: failingWith('ReplicationConfigurationNotFoundError'),
    GetBucketRequestPayment: { Payer: 'BucketOwner' },
    GetBucketTagging: failingWith('NoSuchTagSet'),
    GetBucketVersioning: {},
    GetBucketWebsite: failingWith('NoSuchWebsiteConfiguration'),
    GetObjectLockConfiguration: failingWith('ObjectLockConfigurationNotFoundError'),
    GetPublicAccessBlock: failingWith('NoSuchPublicAccessBlockConfiguration'),
  });
  expect(item?.configuration).toEqual({
    name: 'logs',
    owner: { displayName: null, id: 'me' },
    creationDate: time.toISOString(),
    region: 'us-west-2',
  });
  expect(item?.supplementaryConfiguration).toMatchObject({
    AbacStatus: { status: 'Disabled' },
    BucketAccelerateConfiguration: { status: null, isRequesterCharged: false },
    BucketLoggingConfiguration: { destinationBucketName: null, logFilePrefix: null, targetObjectKeyFormat: null },
    BucketNotificationConfiguration: { configurations: {}, eventBridgeConfiguration: null },
    BucketPolicy: { policyText: null },
  });
});

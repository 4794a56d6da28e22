import { expect, test } from 'vitest';
import { accessControlList } from './access-control-list';
import type { BucketDetails } from './bucket-details';
import { lifecycleRules } from './lifecycle-rules';
import { notifications } from './notifications';
import { supplementaryConfiguration } from './supplementary-configuration';

/** A bucket of which S3 answered these parts, and of the others that there is nothing, or that we may not look. */
const fields = (answered: object) => supplementaryConfiguration(answered as BucketDetails);
const $metadata = {};

test('has no field for what a bucket has not, or what may not be read', () => {
  expect(fields({})).toEqual({});
});

test('tells a bucket without a policy from one whose policy may not be read', () => {
  expect(fields({ policy: { text: null } })).toEqual({ BucketPolicy: { policyText: null } });
  expect(fields({ policy: undefined })).not.toHaveProperty('BucketPolicy');
});

test('knows grantees by their canonical id, groups by their name, and permissions as the AWS SDK for Java does', () => {
  const group = 'http://acs.amazonaws.com/groups/global/AllUsers';
  const text = accessControlList({
    Owner: { ID: 'me' },
    Grants: [
      { Grantee: { Type: 'CanonicalUser', ID: 'me', DisplayName: 'I' }, Permission: 'FULL_CONTROL' },
      { Grantee: { Type: 'Group', URI: group }, Permission: 'READ_ACP' },
    ],
  });
  expect(JSON.parse(text)).toEqual({
    grantSet: null,
    grantList: [
      { grantee: { id: 'me', displayName: 'I' }, permission: 'FullControl' },
      { grantee: 'AllUsers', permission: 'ReadAcp' },
    ],
    owner: { displayName: null, id: 'me' },
    isRequesterCharged: false,
  });
});

test('has notifications by their id, each with the ARN of its target', () => {
  const event = 's3:ObjectCreated:*' as const;
  const filter = { Key: { FilterRules: [{ Name: 'prefix' as const, Value: 'in/' }] } };
  expect(
    notifications({
      QueueConfigurations: [{ Id: 'q', QueueArn: 'arn:q', Events: [event], Filter: filter }],
      TopicConfigurations: [{ Id: 't', TopicArn: 'arn:t', Events: [event] }],
      LambdaFunctionConfigurations: [{ Id: 'f', LambdaFunctionArn: 'arn:f', Events: [event] }],
    }),
  ).toEqual({
    q: {
      events: [event],
      filter: { s3KeyFilter: { filterRules: [{ name: 'prefix', value: 'in/' }] } },
      objectPrefixes: [],
      queueARN: 'arn:q',
      type: 'QueueConfiguration',
    },
    t: { events: [event], filter: null, objectPrefixes: [], topicARN: 'arn:t', type: 'TopicConfiguration' },
    f: { events: [event], filter: null, objectPrefixes: [], functionARN: 'arn:f', type: 'LambdaConfiguration' },
  });
});

test('has replication by rule, and the rest in the casing of AWS Config', () => {
  const rule = {
    ID: 'all',
    Status: 'Enabled' as const,
    Prefix: '',
    Destination: { Bucket: 'arn:aws:s3:::copy', StorageClass: 'STANDARD' as const },
  };
  expect(
    fields({
      replication: { $metadata, ReplicationConfiguration: { Role: 'arn:role', Rules: [rule] } },
      logging: {
        $metadata,
        LoggingEnabled: {
          TargetBucket: 'logs',
          TargetPrefix: 'a/',
          TargetObjectKeyFormat: { PartitionedPrefix: { PartitionDateSource: 'EventTime' } },
        },
      },
      acceleration: { $metadata, Status: 'Enabled', RequestCharged: 'requester' },
      versioning: { $metadata, Status: 'Suspended', MFADelete: 'Enabled' },
      requestPayment: { $metadata, Payer: 'Requester' },
      objectLock: {
        $metadata,
        ObjectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 3 } },
        },
      },
      website: { $metadata, RedirectAllRequestsTo: { HostName: 'example.com', Protocol: 'https' } },
    }),
  ).toEqual({
    BucketReplicationConfiguration: {
      roleARN: 'arn:role',
      rules: {
        all: {
          status: 'Enabled',
          prefix: '',
          destinationConfig: { bucketARN: 'arn:aws:s3:::copy', storageClass: 'STANDARD' },
        },
      },
    },
    BucketLoggingConfiguration: {
      destinationBucketName: 'logs',
      logFilePrefix: 'a/',
      targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: 'EventTime' } },
    },
    BucketAccelerateConfiguration: { status: 'Enabled', isRequesterCharged: true },
    BucketVersioningConfiguration: { status: 'Suspended', isMfaDeleteEnabled: true },
    IsRequesterPaysEnabled: true,
    ObjectLockConfiguration: {
      objectLockEnabled: 'Enabled',
      rule: { defaultRetention: { mode: 'GOVERNANCE', days: 3 } },
    },
    BucketWebsiteConfiguration: {
      indexDocumentSuffix: null,
      errorDocument: null,
      redirectAllRequestsTo: { hostName: 'example.com', protocol: 'https' },
      routingRules: [],
    },
  });
});

test('has lifecycle rules with their one condition as a predicate', () => {
  const rules = lifecycleRules([
    { ID: 'a', Status: 'Enabled', Filter: { Prefix: 'tmp/' }, Expiration: { Date: new Date(0) } },
    { ID: 'b', Status: 'Disabled', Filter: { ObjectSizeGreaterThan: 500 } },
    { ID: 'c', Status: 'Enabled', Prefix: '', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
  ]);
  expect(rules).toMatchObject([
    {
      expirationDate: '1970-01-01T00:00:00.000Z',
      filter: { predicate: { type: 'LifecyclePrefixPredicate', prefix: 'tmp/' } },
    },
    { filter: { predicate: { type: 'LifecycleObjectSizeGreaterThanPredicate', objectSizeGreaterThan: 500 } } },
    { prefix: '', abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } },
  ]);
  expect(rules[2]).not.toHaveProperty('filter');
});

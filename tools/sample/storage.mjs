/** @import { Account, Item } from './account.mjs' */

import { registryTags, tagsOf } from './account.mjs';

/** Keys by purpose. @param {Account} account */
export function buildKeys(account) {
  /** @param {string} name */
  const key = (name) => {
    const id = account.uuid(`key/${name}`);
    const arn = account.arn('kms', `key/${id}`);
    const created = account.time(arn, 400, 60);
    return account.add({
      type: 'AWS::KMS::Key',
      id,
      name: id,
      arn,
      zone: 'Regional',
      created,
      tags: tagsOf(name, 'shared', 'platform', 'CC-1040'),
      configuration: {
        awsaccountId: account.id,
        keyId: id,
        arn,
        creationDate: Date.parse(created),
        enabled: true,
        description: `${name} data`,
        keyUsage: 'ENCRYPT_DECRYPT',
        keyState: 'Enabled',
        origin: 'AWS_KMS',
        keyManager: 'CUSTOMER',
        customerMasterKeySpec: 'SYMMETRIC_DEFAULT',
        encryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
        multiRegion: false,
      },
      supplementary: { KeyRotationStatus: name !== 'reports', Tags: [{ tagKey: 'Name', tagValue: name }] },
    });
  };
  return { ebs: key('ebs'), database: key('database'), reports: key('reports') };
}

/** Buckets. Their access control list is JSON in a string, as Config keeps it. @param {Account} account @param {Item} key */
export function buildBuckets(account, key) {
  const owner = account.hex('canonical-user', 64);
  /** @type {[name: string, environment: string, versioning: string][]} */
  const buckets = [
    ['example-prod-assets', 'prod', 'Enabled'],
    ['example-prod-reports', 'prod', 'Enabled'],
    ['example-prod-logs', 'prod', 'Off'],
    ['example-staging-assets', 'staging', 'Off'],
  ];
  for (const [name, environment, versioning] of buckets) {
    const created = account.time(name, 300, 300);
    const tags = tagsOf(name, environment, 'platform', 'CC-1040');
    account.add({
      type: 'AWS::S3::Bucket',
      id: name,
      name,
      arn: `arn:aws:s3:::${name}`,
      zone: 'Regional',
      created,
      tags,
      configuration: { name, owner: { displayName: null, id: owner }, creationDate: created },
      supplementary: {
        AccessControlList: JSON.stringify({
          grantSet: null,
          grantList: [{ grantee: { id: owner, displayName: null }, permission: 'FullControl' }],
          owner: { displayName: null, id: owner },
          isRequesterCharged: false,
        }),
        BucketAccelerateConfiguration: { status: null },
        BucketLoggingConfiguration: {
          destinationBucketName: name.endsWith('logs') ? null : 'example-prod-logs',
          logFilePrefix: name.endsWith('logs') ? null : `${name}/`,
        },
        BucketNotificationConfiguration: { configurations: {} },
        BucketPolicy: { policyText: null },
        BucketTaggingConfiguration: { tagSets: [{ tags }] },
        BucketVersioningConfiguration: { status: versioning, isMfaDeleteEnabled: null },
        IsRequesterPaysEnabled: false,
        PublicAccessBlockConfiguration: {
          blockPublicAcls: true,
          ignorePublicAcls: true,
          blockPublicPolicy: true,
          restrictPublicBuckets: true,
        },
        ServerSideEncryptionConfiguration: {
          rules: [
            {
              applyServerSideEncryptionByDefault: name.endsWith('reports')
                ? { sseAlgorithm: 'aws:kms', kmsMasterKeyID: key.ARN }
                : { sseAlgorithm: 'AES256' },
              bucketKeyEnabled: true,
            },
          ],
        },
      },
    });
  }
}

/** Tables, queues, topics and secrets. @param {Account} account @param {ReturnType<typeof buildKeys>} keys */
export function buildStores(account, keys) {
  const tables = { 'prod-orders': 'orderId', 'prod-sessions': 'sessionId' };
  for (const [name, attribute] of Object.entries(tables)) {
    const arn = account.arn('dynamodb', `table/${name}`);
    const created = account.time(arn, 100, 300);
    account.add({
      type: 'AWS::DynamoDB::Table',
      id: name,
      name,
      arn,
      zone: 'Regional',
      created,
      tags: tagsOf(name, 'prod', 'storefront', 'CC-2210'),
      configuration: {
        attributeDefinitions: [{ attributeName: attribute, attributeType: 'S' }],
        tableName: name,
        keySchema: [{ attributeName: attribute, keyType: 'HASH' }],
        tableStatus: 'ACTIVE',
        creationDateTime: Date.parse(created),
        provisionedThroughput: { numberOfDecreasesToday: 0, readCapacityUnits: 0, writeCapacityUnits: 0 },
        tableArn: arn,
        tableId: account.uuid(arn),
        billingModeSummary: { billingMode: 'PAY_PER_REQUEST' },
      },
      supplementary: {
        ContinuousBackupsDescription: {
          continuousBackupsStatus: 'ENABLED',
          pointInTimeRecoveryDescription: {
            pointInTimeRecoveryStatus: name.endsWith('orders') ? 'ENABLED' : 'DISABLED',
          },
        },
        Tags: [],
      },
    });
  }
  /** @param {string} name @param {object} more */
  const queue = (name, more) => {
    const arn = account.arn('sqs', name);
    const url = `https://sqs.${account.region}.amazonaws.com/${account.id}/${name}`;
    const item = account.add({
      type: 'AWS::SQS::Queue',
      id: url,
      name,
      arn,
      zone: 'Not Applicable',
      created: account.time(arn, 100, 300),
      tags: tagsOf(name, 'prod', 'storefront', 'CC-2210'),
      configuration: {
        QueueArn: arn,
        VisibilityTimeout: '60',
        MaximumMessageSize: '262144',
        MessageRetentionPeriod: '345600',
        DelaySeconds: '0',
        SqsManagedSseEnabled: 'true',
        ...more,
      },
    });
    return item;
  };
  const dead = queue('prod-dead-letters', { MessageRetentionPeriod: '1209600' });
  queue('prod-orders', { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.ARN, maxReceiveCount: 5 }) });
  queue('prod-mails', { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.ARN, maxReceiveCount: 3 }) });
  for (const name of ['prod-alerts', 'prod-order-events']) {
    const arn = account.arn('sns', name);
    account.add({
      type: 'AWS::SNS::Topic',
      id: arn,
      name,
      arn,
      zone: 'Not Applicable',
      tags: tagsOf(name, 'prod', 'platform', 'CC-1040'),
      configuration: {
        TopicArn: arn,
        Owner: account.id,
        DisplayName: '',
        EffectiveDeliveryPolicy: '{}',
      },
    });
  }
  for (const name of ['prod/database', 'prod/payment-gateway']) {
    const arn = account.arn('secretsmanager', `secret:${name}-${account.capitals('', name, 6)}`);
    const tags = tagsOf(name, 'prod', 'data', 'CC-3320');
    const secret = account.add({
      type: 'AWS::SecretsManager::Secret',
      id: arn,
      name,
      arn,
      zone: 'Regional',
      created: account.time(arn, 100, 200),
      tags,
      configuration: {
        ARN: arn,
        Name: name,
        Description: `Credentials of ${name}`,
        KMSKeyId: keys.database.ARN,
        RotationEnabled: name.endsWith('database'),
        Deleted: false,
        Tags: registryTags(tags),
      },
    });
    account.link(secret, keys.database);
  }
}

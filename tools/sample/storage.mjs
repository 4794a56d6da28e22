/** @import { Account, Resource } from './account.mjs' */

import { tagList, tagsOf } from './account.mjs';

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
      tags: tagsOf(name, 'shared', 'platform', 'CC-1040'),
      answer: {
        AWSAccountId: account.id,
        keyId: id,
        arn,
        creationDate: created,
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
      more: {
        rotates: name !== 'reports',
        policy: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: account.arn('iam', 'root', '') },
              Action: 'kms:*',
              Resource: '*',
            },
          ],
        }),
      },
    });
  };
  return { ebs: key('ebs'), database: key('database'), reports: key('reports') };
}

/** Buckets. @param {Account} account @param {Resource} key */
export function buildBuckets(account, key) {
  /** @type {[name: string, environment: string, versioning: string | undefined][]} */
  const buckets = [
    ['example-prod-assets', 'prod', 'Enabled'],
    ['example-prod-reports', 'prod', 'Enabled'],
    ['example-prod-logs', 'prod', undefined],
    ['example-staging-assets', 'staging', undefined],
  ];
  for (const [name, environment, versioning] of buckets) {
    const created = account.time(name, 300, 300);
    const tags = tagsOf(name, environment, 'platform', 'CC-1040');
    account.add({
      type: 'AWS::S3::Bucket',
      id: name,
      name,
      arn: `arn:aws:s3:::${name}`,
      tags,
      answer: { name, bucketRegion: account.region, creationDate: created },
      more: {
        logging: name.endsWith('logs')
          ? {}
          : { LoggingEnabled: { TargetBucket: 'example-prod-logs', TargetPrefix: `${name}/` } },
        versioning: { Status: versioning },
        encryption: {
          ServerSideEncryptionConfiguration: {
            Rules: [
              {
                ApplyServerSideEncryptionByDefault: name.endsWith('reports')
                  ? { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key.arn }
                  : { SSEAlgorithm: 'AES256' },
                BucketKeyEnabled: true,
              },
            ],
          },
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
      tags: tagsOf(name, 'prod', 'storefront', 'CC-2210'),
      answer: {
        attributeDefinitions: [{ attributeName: attribute, attributeType: 'S' }],
        tableName: name,
        keySchema: [{ attributeName: attribute, keyType: 'HASH' }],
        tableStatus: 'ACTIVE',
        creationDateTime: created,
        provisionedThroughput: { numberOfDecreasesToday: 0, readCapacityUnits: 0, writeCapacityUnits: 0 },
        tableArn: arn,
        tableId: account.uuid(arn),
        billingModeSummary: { billingMode: 'PAY_PER_REQUEST' },
      },
      more: {
        backups: {
          ContinuousBackupsStatus: 'ENABLED',
          PointInTimeRecoveryDescription: {
            PointInTimeRecoveryStatus: name.endsWith('orders') ? 'ENABLED' : 'DISABLED',
          },
        },
      },
    });
  }
  /** @param {string} name @param {object} more */
  const queue = (name, more) => {
    const arn = account.arn('sqs', name);
    const url = `https://sqs.${account.region}.amazonaws.com/${account.id}/${name}`;
    return account.add({
      type: 'AWS::SQS::Queue',
      id: url,
      name,
      arn,
      tags: tagsOf(name, 'prod', 'storefront', 'CC-2210'),
      answer: {
        QueueArn: arn,
        VisibilityTimeout: '60',
        MaximumMessageSize: '262144',
        MessageRetentionPeriod: '345600',
        DelaySeconds: '0',
        SqsManagedSseEnabled: 'true',
        CreatedTimestamp: String(Date.parse(account.time(arn, 100, 300)) / 1_000),
        ...more,
      },
    });
  };
  const dead = queue('prod-dead-letters', { MessageRetentionPeriod: '1209600' });
  queue('prod-orders', { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 5 }) });
  queue('prod-mails', { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 3 }) });
  for (const name of ['prod-alerts', 'prod-order-events']) {
    const arn = account.arn('sns', name);
    account.add({
      type: 'AWS::SNS::Topic',
      id: arn,
      name,
      arn,
      tags: tagsOf(name, 'prod', 'platform', 'CC-1040'),
      answer: {
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
    account.add({
      type: 'AWS::SecretsManager::Secret',
      id: arn,
      name,
      arn,
      answer: {
        ARN: arn,
        name,
        description: `Credentials of ${name}`,
        kmsKeyId: keys.database.arn,
        rotationEnabled: name.endsWith('database'),
        createdDate: account.time(arn, 100, 200),
        tags: tagList(tags),
      },
    });
  }
}

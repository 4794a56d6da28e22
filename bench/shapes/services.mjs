/**
 * @import { Cell } from './cell.mjs'
 * @import { Shape } from './item.mjs'
 */

import { arn, created, iamId, instanceId, item, owner } from './item.mjs';
import { lifecycle } from './lifecycle.mjs';
import { serviceOf } from './service.mjs';

/** @param {object[]} statements */
const encoded = (statements) => encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: statements }));
/** @param {Cell} cell @param {number} at */
const roleName = (cell, at) =>
  `${serviceOf(cell, 'AWS::IAM::Role', at).name}-${cell.pick('role name', at, ['task', 'worker', 'ExecutionRole'])}-${cell.hex64('role name', at).toUpperCase()}`;

/** @type {Shape} */
export function role(cell, at) {
  const type = 'AWS::IAM::Role';
  const name = roleName(cell, at);
  const statements = Array.from({ length: 1 + (cell.number32('statements', at) % 3) }, (_, n) => ({
    Effect: 'Allow',
    Action: cell.pick(`action${n}`, at, [
      ['s3:GetObject', 's3:PutObject'],
      ['sqs:SendMessage', 'sqs:ReceiveMessage'],
      ['dynamodb:Query', 'dynamodb:PutItem'],
    ]),
    Resource: arn('s3', `bucket-${cell.number32(`resource${n}`, at)}/*`),
  }));
  return item(cell, at, {
    type,
    id: iamId(cell, 'AROA', at),
    name,
    itemArn: arn('iam', `role/${name}`, ''),
    awsRegion: 'global',
    relationships: [],
    configuration: {
      path: '/',
      roleName: name,
      arn: arn('iam', `role/${name}`, ''),
      createDate: created(cell, type, at),
      assumeRolePolicyDocument: encoded([
        { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ]),
      instanceProfileList: [],
      rolePolicyList: [{ policyName: 'inline', policyDocument: encoded(statements) }],
      attachedManagedPolicies: [],
      maxSessionDuration: 3600,
    },
  });
}

/** @param {Cell} cell @param {number} at */
const functionName = (cell, at) => `${serviceOf(cell, 'AWS::Lambda::Function', at).name}-${cell.hex64('function', at)}`;

/** @type {Shape} */
export function lambdaFunction(cell, at) {
  const type = 'AWS::Lambda::Function';
  const name = functionName(cell, at);
  const holder = roleName(cell, owner(cell, 'role', at));
  /** @type {Record<string, string>} */
  const variables = {};
  for (let n = 0; n < cell.number32('variables', at) % 15; n++)
    variables[`SETTING_${n}`] = cell.pick(`setting${n}`, at, [
      cell.base64(`key${n}`, at, 33),
      `https://${cell.hex(`host${n}`, at, 8)}.internal.example.com/v1/events`,
      arn('sqs', `queue-${cell.hex(`queue${n}`, at, 8)}`),
      cell.base64(`token${n}`, at, 48),
    ]);
  return item(cell, at, {
    type,
    id: name,
    name,
    itemArn: arn('lambda', `function:${name}`),
    // Config knows a function's role by name alone.
    relationships: [{ resourceName: holder, resourceType: 'AWS::IAM::Role', name: 'Is associated with ' }],
    configuration: {
      functionName: name,
      functionArn: arn('lambda', `function:${name}`),
      runtime: cell.pick('runtime', at, ['nodejs20.x', 'python3.12', 'java21', 'provided.al2023']),
      role: arn('iam', `role/${holder}`, ''),
      handler: 'index.handler',
      codeSize: cell.number32('code', at) % 50_000_000,
      description: 'Takes messages from the queue of its service, checks them, and stores what they tell.',
      timeout: 30,
      memorySize: cell.pick('memory', at, [128, 512, 1024, 3008]),
      lastModified: created(cell, type, at),
      codeSha256: cell.base64('sha', at, 32),
      version: '$LATEST',
      environment: { variables },
      tracingConfig: { mode: 'Active' },
      revisionId: cell.uuid('revision', at),
      layers: [],
      packageType: 'Zip',
      architectures: ['arm64'],
      ephemeralStorage: { size: 512 },
    },
  });
}

/** @param {Cell} cell @param {number} at */
const bucketName = (cell, at) => `${serviceOf(cell, 'AWS::S3::Bucket', at).name}-${cell.hex64('bucket', at)}`;

/** @type {Shape} */
export function bucket(cell, at) {
  const type = 'AWS::S3::Bucket';
  const name = bucketName(cell, at);
  const canonical = { displayName: null, id: cell.hex('owner', 0, 64) };
  const grantList = [{ grantee: canonical, permission: 'FullControl' }];
  return item(cell, at, {
    type,
    id: name,
    name,
    itemArn: `arn:aws:s3:::${name}`,
    itemZone: 'Regional',
    relationships: [],
    configuration: { name, owner: canonical, creationDate: created(cell, type, at) },
    supplementary: {
      AccessControlList: JSON.stringify({ grantSet: null, grantList, owner: canonical, isRequesterCharged: false }),
      BucketAccelerateConfiguration: { status: null },
      BucketLoggingConfiguration: {
        destinationBucketName: bucketName(cell, 0),
        logFilePrefix: `${name}/`,
      },
      ...lifecycle(cell, at),
      BucketNotificationConfiguration: { configurations: {} },
      BucketPolicy: {
        policyText: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:*',
              Resource: `arn:aws:s3:::${name}/*`,
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        }),
      },
      BucketVersioningConfiguration: {
        status: cell.pick('versioning', at, ['Enabled', 'Off']),
        isMfaDeleteEnabled: null,
      },
      IsRequesterPaysEnabled: false,
      PublicAccessBlockConfiguration: {
        blockPublicAcls: true,
        ignorePublicAcls: true,
        blockPublicPolicy: true,
        restrictPublicBuckets: true,
      },
      ServerSideEncryptionConfiguration: {
        rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' }, bucketKeyEnabled: false }],
      },
    },
  });
}

/** @type {Shape} */
export function alarm(cell, at) {
  const type = 'AWS::CloudWatch::Alarm';
  const name = `${serviceOf(cell, type, at).name}-busy-${cell.hex64('alarm', at)}`;
  const watched = instanceId(cell, owner(cell, 'instance', at));
  return item(cell, at, {
    type,
    id: arn('cloudwatch', `alarm:${name}`),
    name,
    relationships: [],
    configuration: {
      alarmName: name,
      alarmArn: arn('cloudwatch', `alarm:${name}`),
      alarmDescription: 'Rings when the machine is busy for three minutes on end.',
      alarmConfigurationUpdatedTimestamp: created(cell, type, at),
      actionsEnabled: true,
      okactions: [],
      alarmActions: [arn('sns', `alerts-${at % 9}`)],
      insufficientDataActions: [],
      metricName: 'CPUUtilization',
      namespace: 'AWS/EC2',
      statistic: 'Average',
      dimensions: [{ name: 'InstanceId', value: watched }],
      period: 60,
      evaluationPeriods: 3,
      threshold: 80,
      comparisonOperator: 'GreaterThanThreshold',
      treatMissingData: 'missing',
      metrics: [],
    },
  });
}

import { arn, created, instanceId, item, owner } from './item.mjs';

const encoded = (statements) => encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: statements }));
const roleName = (cell, at) => `service-${cell.number}-${at}`;

export function role(cell, at) {
  const name = roleName(cell, at);
  const statements = Array.from({ length: 1 + (cell.number32('statements', at) % 6) }, (_, n) => ({
    Effect: 'Allow',
    Action: cell.pick(`action${n}`, at, [
      ['s3:GetObject', 's3:PutObject'],
      ['sqs:SendMessage', 'sqs:ReceiveMessage'],
      ['dynamodb:Query', 'dynamodb:PutItem'],
    ]),
    Resource: arn('s3', `bucket-${cell.number32(`resource${n}`, at)}/*`),
  }));
  return item(cell, at, {
    type: 'AWS::IAM::Role',
    id: `AROA${cell.hex('role', at, 8)}${cell.number.toString(16).padStart(4, '0')}${at.toString(16).padStart(5, '0')}`.toUpperCase(),
    name,
    itemArn: arn('iam', `role/${name}`, ''),
    awsRegion: 'global',
    relationships: [],
    configuration: {
      path: '/',
      roleName: name,
      arn: arn('iam', `role/${name}`, ''),
      createDate: created(cell, at),
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

export function lambdaFunction(cell, at) {
  const name = `function-${cell.number}-${at}`;
  const holder = roleName(cell, owner(cell, 'role', at));
  const variables = {};
  for (let n = 0; n < cell.number32('variables', at) % 12; n++)
    variables[`SETTING_${n}`] = `value-${cell.hex(`value${n}`, at, 24)}`;
  return item(cell, at, {
    type: 'AWS::Lambda::Function',
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
      lastModified: created(cell, at),
      codeSha256: cell.hex('sha', at, 64),
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

export function bucket(cell, at) {
  const name = `bucket-${cell.number}-${at}-${cell.hex('bucket', at, 8)}`;
  const canonical = { displayName: null, id: cell.hex('owner', 0, 64) };
  const grantList = [{ grantee: canonical, permission: 'FullControl' }];
  return item(cell, at, {
    type: 'AWS::S3::Bucket',
    id: name,
    name,
    itemArn: `arn:aws:s3:::${name}`,
    itemZone: 'Regional',
    relationships: [],
    configuration: { name, owner: canonical, creationDate: created(cell, at) },
    supplementary: {
      AccessControlList: JSON.stringify({ grantSet: null, grantList, owner: canonical, isRequesterCharged: false }),
      BucketAccelerateConfiguration: { status: null },
      BucketLoggingConfiguration: {
        destinationBucketName: `bucket-${cell.number}-0-${cell.hex('bucket', 0, 8)}`,
        logFilePrefix: `${name}/`,
      },
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

export function alarm(cell, at) {
  const name = `alarm-${cell.number}-${at}`;
  const watched = instanceId(cell, owner(cell, 'instance', at));
  return item(cell, at, {
    type: 'AWS::CloudWatch::Alarm',
    id: arn('cloudwatch', `alarm:${name}`),
    name,
    relationships: [],
    configuration: {
      alarmName: name,
      alarmArn: arn('cloudwatch', `alarm:${name}`),
      alarmDescription: 'Rings when the machine is busy for three minutes on end.',
      alarmConfigurationUpdatedTimestamp: created(cell, at),
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

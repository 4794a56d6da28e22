import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountMissing, buildAccount, change } from '../../../../../e2e/emulators/account/account';
import { type AwsProxy, startAwsProxy } from '../../../../../e2e/emulators/aws-proxy';
import { type Moto, startMoto } from '../../../../../e2e/emulators/moto';
import { canonicalContent } from '../../../../items/compare/content';
import { relationshipName } from '../../../../items/relationships';
import { serviceTypes } from '../services/service-types';
import { type Observed, observe, sourceAt } from '../test-source';
import { furtherCalls, notInMoto } from './test-further-calls';

const missing = accountMissing();

describe.skipIf(missing)(`services of moto's account${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let moto: Moto;
  let proxy: AwsProxy;
  let source: Awaited<ReturnType<typeof sourceAt>>;
  let first: Observed;
  let notes: string[];
  let ids: { [part: string]: { [name: string]: string } };
  beforeAll(async () => {
    moto = await startMoto();
    const { identity, storage, programs, network } = await buildAccount(moto.endpoint);
    ids = { identity, storage, programs, group: { id: network.vpcs[0]?.groups[0] ?? '' } };
    const [api] = (await change(
      moto.endpoint,
      ...furtherCalls(identity.key ?? '', network.vpcs[0]?.subnets ?? []),
    )) as [{ ApiId: string }];
    await change(moto.endpoint, ['apigatewayv2', 'create_stage', { ApiId: api.ApiId, StageName: '$default' }]);
    ids.further = { api: api.ApiId };
    proxy = await startAwsProxy(moto.endpoint);
    source = await sourceAt(proxy.endpoint, { types: serviceTypes });
    notes = [];
    first = await observe(source.source, { note: (text) => notes.push(text) });
  });
  afterAll(async () => {
    await source.remove();
    await proxy.stop();
    await moto.stop();
  });
  const made = (part: string, name: string) => ids[part]?.[name] ?? '';

  test('are all listed, each type whole and none empty', () => {
    expect([...first.ends.values()].filter(({ error }) => error !== undefined)).toEqual([]);
    const listed = new Set([...first.items.values()].map(({ resourceType }) => resourceType));
    const served = serviceTypes.map(({ resourceType }) => resourceType).filter((type) => !notInMoto.has(type));
    expect([...listed].sort()).toEqual(served.sort());
    expect(notes).toEqual([]);
  });

  test('have the parts of a bucket as AWS Config has them, and only buckets of the region', () => {
    const { supplementaryConfiguration: parts, tags } = first.item('AWS::S3::Bucket', 'logs');
    expect(tags).toEqual({ Name: 'logs', Team: 'platform' });
    expect(parts).toMatchObject({
      BucketVersioningConfiguration: { status: 'Enabled', isMfaDeleteEnabled: null },
      BucketTaggingConfiguration: { tagSets: [{ tags }] },
      BucketWebsiteConfiguration: { indexDocumentSuffix: 'index.html', errorDocument: 'error.html' },
      BucketCrossOriginConfiguration: {
        rules: [{ allowedMethods: ['GET'], allowedOrigins: ['https://example.com'], exposedHeaders: ['ETag'] }],
      },
      BucketLifecycleConfiguration: {
        rules: [
          {
            id: 'old',
            status: 'Enabled',
            expirationInDays: 90,
            noncurrentVersionExpirationInDays: 7,
            transitions: [{ days: 30, storageClass: 'GLACIER' }],
            filter: {
              predicate: {
                type: 'LifecycleAndOperator',
                operands: [
                  { type: 'LifecyclePrefixPredicate', prefix: 'a/' },
                  { type: 'LifecycleTagPredicate', tag: { key: 'keep', value: 'no' } },
                ],
              },
            },
          },
        ],
      },
      PublicAccessBlockConfiguration: { blockPublicAcls: true, restrictPublicBuckets: false },
      ServerSideEncryptionConfiguration: {
        rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyID: 'some-key' } }],
      },
      ObjectLockConfiguration: { objectLockEnabled: 'Enabled' },
      IsRequesterPaysEnabled: false,
    });
    expect(JSON.parse(String((parts.BucketPolicy as { policyText: string }).policyText)).Statement).toHaveLength(1);
    expect(JSON.parse(String(parts.AccessControlList))).toMatchObject({
      grantList: [{ permission: 'FullControl' }],
      isRequesterCharged: false,
    });
    const plain = first.item('AWS::S3::Bucket', 'plain').supplementaryConfiguration;
    expect(plain).toMatchObject({
      BucketPolicy: { policyText: null },
      BucketLoggingConfiguration: { destinationBucketName: null, logFilePrefix: null, targetObjectKeyFormat: null },
      BucketVersioningConfiguration: { status: 'Off', isMfaDeleteEnabled: null },
    });
    for (const part of ['BucketTaggingConfiguration', 'BucketLifecycleConfiguration', 'ObjectLockConfiguration']) {
      expect(plain).not.toHaveProperty(part);
    }
    expect(() => first.item('AWS::S3::Bucket', 'elsewhere')).toThrow('was not listed');
  });

  test('have what further calls tell: policies, tags, rotation, backups, concurrency', () => {
    const parts = (type: string, id: string) => first.item(type, id).supplementaryConfiguration;
    const tag = { key: 'Team', value: 'platform' };
    expect(parts('AWS::Lambda::Function', 'place-order')).toMatchObject({
      Policy: expect.stringContaining('lambda:InvokeFunction'),
      Tags: { Name: 'place-order' },
      Concurrency: { reservedConcurrentExecutions: 5 },
    });
    expect(parts('AWS::KMS::Key', made('identity', 'key'))).toMatchObject({
      Policy: expect.stringContaining('kms:*'),
      KeyRotationStatus: true,
      Tags: [{ tagKey: 'Name', tagValue: 'orders' }],
    });
    expect(parts('AWS::DynamoDB::Table', 'orders')).toMatchObject({
      ContinuousBackupsDescription: { pointInTimeRecoveryDescription: { pointInTimeRecoveryStatus: 'ENABLED' } },
      Tags: expect.arrayContaining([tag]),
    });
    for (const [type, id] of [
      ['AWS::SNS::Topic', made('storage', 'topic')],
      ['AWS::CloudTrail::Trail', 'activity'],
      ['AWS::ACM::Certificate', made('programs', 'certificate')],
    ] as const) {
      expect(parts(type, id)).toMatchObject({ Tags: expect.arrayContaining([tag]) });
      expect(first.item(type, id).tags).toMatchObject({ Team: 'platform' });
    }
    expect(first.item('AWS::IAM::Policy', made('identity', 'policy')).tags).toEqual({ Name: 'look', Team: 'platform' });
    expect(first.item('AWS::SQS::Queue', made('storage', 'queue')).tags).toEqual({ Name: 'orders', Team: 'platform' });
  });

  test('of other services go by what AWS Config knows them by, tied to one another', () => {
    const names = (type: string, id: string) => {
      const { resourceName, relationships } = first.item(type, id);
      for (const { name, resourceType } of relationships) expect(name).toBe(relationshipName(type, resourceType));
      return [resourceName, ...relationships.map((related) => related.resourceId ?? related.resourceName)];
    };
    const api = `arn:aws:apigateway:us-west-2::/apis/${made('further', 'api')}`;
    expect(names('AWS::ApiGatewayV2::Api', api)).toEqual(['shop', `${api}/stages/$default`]);
    expect(names('AWS::Events::EventBus', 'default')).toEqual(['default']);
    expect(first.item('AWS::Events::Rule', 'orders|placed').configuration).toMatchObject({
      EventPattern: { source: ['shop'] },
      Targets: [{ Id: 'queue', Arn: 'arn:aws:sqs:us-west-2:123456789012:orders' }],
    });
    expect(names('AWS::Redshift::Cluster', 'sales')).toContain('own');
    expect(names('AWS::Redshift::ClusterSnapshot', 'before')).toContain('sales');
    expect(first.item('AWS::KMS::Alias', 'alias/orders').configuration).toMatchObject({
      TargetKeyId: made('identity', 'key'),
    });
    const application = 'arn:aws:elasticbeanstalk:us-west-2:123456789012:application/shop';
    expect(names('AWS::ElasticBeanstalk::Application', application)).toEqual(['shop']);
  });

  test('hold no secrets: no value of a secret, no environment of a function', () => {
    const text = JSON.stringify([...first.items.values()]);
    expect(text).not.toContain('top-secret-1');
    expect(text).not.toContain('open-sesame');
    expect(text).not.toContain('environment"');
  });

  test('leave policy documents URL-encoded, as AWS Config does', () => {
    const { configuration } = first.item('AWS::IAM::Role', made('identity', 'role'));
    const { assumeRolePolicyDocument, rolePolicyList } = configuration as {
      assumeRolePolicyDocument: string;
      rolePolicyList: { policyDocument: string }[];
    };
    for (const document of [assumeRolePolicyDocument, rolePolicyList[0]?.policyDocument ?? '']) {
      expect(document).toMatch(/^%7B/);
      expect(JSON.parse(decodeURIComponent(document)).Version).toBe('2012-10-17');
    }
  });

  test('are related as AWS Config relates them, at both ends', () => {
    const at = (type: string, id: string) => first.item(type, id).relationships;
    const of = (type: string, resourceName: string) => {
      return { resourceId: made('identity', type.toLowerCase()), resourceName, resourceType: `AWS::IAM::${type}` };
    };
    const policy = of('Policy', 'look');
    const group = of('Group', 'operators');
    const user = of('User', 'ada');
    const role = of('Role', 'worker');
    const attached = { ...policy, name: 'Is attached to CustomerManagedPolicy' };
    expect(at('AWS::IAM::User', user.resourceId)).toEqual([{ ...group, name: 'Is attached to Group' }, attached]);
    expect(at('AWS::IAM::Role', role.resourceId)).toEqual([attached]);
    expect(at('AWS::IAM::Group', group.resourceId)).toEqual([attached, { ...user, name: 'Contains User' }]);
    expect(at('AWS::IAM::Policy', policy.resourceId)).toEqual([
      { ...group, name: 'Is attached to Group' },
      { ...role, name: 'Is attached to Role' },
      { ...user, name: 'Is attached to User' },
    ]);
    expect(at('AWS::Lambda::Function', 'place-order')).toContainEqual({
      resourceName: 'worker',
      resourceType: 'AWS::IAM::Role',
      name: 'Is associated with ',
    });
    expect(at('AWS::Lambda::Function', 'place-order')).toContainEqual({
      resourceId: made('group', 'id'),
      resourceType: 'AWS::EC2::SecurityGroup',
      name: 'Is associated with ',
    });
    expect(at('AWS::SecretsManager::Secret', made('storage', 'secret'))).toEqual([
      { resourceId: made('identity', 'key'), resourceType: 'AWS::KMS::Key', name: 'Is associated with ' },
    ]);
    const api = `arn:aws:apigateway:us-west-2::/restapis/${made('programs', 'restApi')}`;
    expect(at('AWS::ApiGateway::RestApi', api)).toEqual([
      { resourceId: `${api}/stages/prod`, resourceType: 'AWS::ApiGateway::Stage', name: 'Contains ' },
    ]);
    const stack = first.item('AWS::CloudFormation::Stack', made('programs', 'stack'));
    expect(stack.relationships).toEqual([
      { resourceId: 'arn:aws:sns:us-west-2:123456789012:news', resourceType: 'AWS::SNS::Topic', name: 'Contains ' },
      { resourceName: 'runner', resourceType: 'AWS::IAM::Role', name: 'Contains ' },
    ]);
    expect(stack.supplementaryConfiguration.unsupportedResources).toEqual([
      { resourceId: 'from', resourceType: 'AWS::SSM::Parameter' },
    ]);
  });

  test('say where they are: IAM is global, hosted zones are in the region that AWS Config has them in', () => {
    expect(first.item('AWS::IAM::User', made('identity', 'user')).awsRegion).toBe('global');
    expect(first.item('AWS::Route53::HostedZone', made('programs', 'hostedZone'))).toMatchObject({
      awsRegion: 'us-east-1',
      ARN: `arn:aws:route53:::hostedzone/${made('programs', 'hostedZone')}`,
    });
  });

  test('are the same when they are listed again, but for what was changed', async () => {
    await change(
      moto.endpoint,
      ['sqs', 'send_message', { QueueUrl: made('storage', 'queue'), MessageBody: 'hello' }],
      ['dynamodb', 'put_item', { TableName: 'orders', Item: { id: { S: '1' }, at: { N: '1' } } }],
      ['cloudwatch', 'set_alarm_state', { AlarmName: 'old-orders', StateValue: 'ALARM', StateReason: 'test' }],
      ['s3', 'delete_bucket_policy', { Bucket: 'logs' }],
      ['iam', 'detach_user_policy', { UserName: 'ada', PolicyArn: 'arn:aws:iam::123456789012:policy/team/look' }],
    );
    const second = await observe(source.source);
    const changed = [...second.items].filter(
      ([key, item]) => canonicalContent(item) !== canonicalContent(first.items.get(key) ?? item),
    );
    expect(changed.map(([, { resourceType }]) => resourceType).sort()).toEqual([
      'AWS::IAM::Policy',
      'AWS::IAM::User',
      'AWS::S3::Bucket',
    ]);
    expect(second.items.size).toBe(first.items.size);
    expect(second.item('AWS::S3::Bucket', 'logs').supplementaryConfiguration.BucketPolicy).toEqual({
      policyText: null,
    });
  });
});

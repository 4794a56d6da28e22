import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JsonValue, Relationship } from './configuration-item';
import { derivedEdges, typesWithDerivedEdges } from './derived-edges';
import { readConfigurationItem } from './form/read-item';

interface Given {
  relationships?: Relationship[];
  supplementaryConfiguration?: { [name: string]: JsonValue };
}

/** Edges of an item, one a line. */
function edgesOf(resourceType: string, configuration: JsonValue, given: Given = {}): string[] {
  const edges = derivedEdges({
    resourceType,
    resourceId: 'itself',
    configuration,
    supplementaryConfiguration: {},
    relationships: [],
    ...given,
  });
  return edges.map((edge) => `${edge.name} ${edge.resourceType} ${edge.resourceId ?? `named ${edge.resourceName}`}`);
}

const elb = 'arn:aws:elasticloadbalancing:us-west-2:123456789012';

test('a target group leads to its load balancer, its VPC and its targets', () => {
  expect(
    edgesOf('AWS::ElasticLoadBalancingV2::TargetGroup', {
      VpcId: 'vpc-02f9874e5a24fea41',
      LoadBalancerArns: [`${elb}:loadbalancer/app/shop/d0921f1a5fa3df73`],
      Targets: [
        { Id: 'i-064b568041d61f947', Port: 80 },
        { Id: '10.0.0.4' },
        { Id: 'arn:aws:lambda:x:1:function:f:live' },
      ],
    }),
  ).toEqual([
    `Is attached to AWS::ElasticLoadBalancingV2::LoadBalancer ${elb}:loadbalancer/app/shop/d0921f1a5fa3df73`,
    'Is contained in AWS::EC2::VPC vpc-02f9874e5a24fea41',
    'Routes to AWS::EC2::Instance i-064b568041d61f947',
    'Routes to AWS::Lambda::Function f',
  ]);
});

test('routes lead to gateways of all kinds, and to nothing where they stay at home', () => {
  const routes: JsonValue[] = [
    { destinationCidrBlock: '10.30.0.0/16', gatewayId: 'local' },
    { destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-0c3ec3ba39d46940b' },
    { destinationCidrBlock: '10.9.0.0/16', vpcPeeringConnectionId: 'pcx-0374c02ed2e28a5fc' },
    { destinationPrefixListId: 'pl-68a54001', gatewayId: 'vpce-06dc89dafcf275f8e' },
    { destinationCidrBlock: '10.8.0.0/16', natGatewayId: 'nat-019475c9b895b6c17' },
  ];
  expect(edgesOf('AWS::EC2::RouteTable', { routes })).toEqual([
    'Routes to AWS::EC2::InternetGateway igw-0c3ec3ba39d46940b',
    'Routes to AWS::EC2::VPCEndpoint vpce-06dc89dafcf275f8e',
    'Routes to AWS::EC2::NatGateway nat-019475c9b895b6c17',
    'Routes to AWS::EC2::VPCPeeringConnection pcx-0374c02ed2e28a5fc',
  ]);
});

test('a group refers to others once for each direction, and not to itself', () => {
  const pair = (groupId: string) => ({ userIdGroupPairs: [{ groupId }] });
  expect(
    edgesOf('aws::ec2::securitygroup', {
      ipPermissions: [pair('sg-1'), pair('sg-1'), pair('itself')],
      ipPermissionsEgress: [pair('sg-1')],
    }),
  ).toEqual(['Allows traffic from AWS::EC2::SecurityGroup sg-1', 'Allows traffic to AWS::EC2::SecurityGroup sg-1']);
});

test('buckets tell whom they notify, where they log and with what they encrypt, in either form of the item', () => {
  const parts = {
    BucketNotificationConfiguration: {
      configurations: {
        resize: {
          events: ['s3:ObjectCreated:*'],
          functionARN: 'arn:aws:lambda:us-west-2:123456789012:function:resize',
        },
        tell: { events: [], topicARN: 'arn:aws:sns:us-west-2:123456789012:told' },
      },
    },
    BucketLoggingConfiguration: { destinationBucketName: 'logs', logFilePrefix: 'x/' },
    ServerSideEncryptionConfiguration: {
      rules: [
        {
          applyServerSideEncryptionByDefault: {
            kmsMasterKeyID: 'arn:aws:kms:us-west-2:123456789012:key/3a8a7f61-55cd-45eb-ad7c-63d814f38127',
          },
        },
      ],
    },
  };
  const expected = [
    'Notifies AWS::Lambda::Function resize',
    'Notifies AWS::SNS::Topic arn:aws:sns:us-west-2:123456789012:told',
    'Logs to AWS::S3::Bucket logs',
    'Is encrypted by AWS::KMS::Key 3a8a7f61-55cd-45eb-ad7c-63d814f38127',
  ];
  expect(edgesOf('AWS::S3::Bucket', {}, { supplementaryConfiguration: parts })).toEqual(expected);
  const texts = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, JSON.stringify(part)]));
  expect(edgesOf('AWS::S3::Bucket', {}, { supplementaryConfiguration: texts })).toEqual(expected);
});

test('roles and instance profiles are named as AWS names them, without their path', () => {
  expect(
    edgesOf('AWS::EC2::Instance', { iamInstanceProfile: { arn: 'arn:aws:iam::1:instance-profile/a/b/web' } }),
  ).toEqual(['Acts as AWS::IAM::InstanceProfile named web']);
  expect(edgesOf('AWS::IAM::Role', { instanceProfileList: [{ arn: 'arn:aws:iam::1:instance-profile/web' }] })).toEqual([
    'Is contained in AWS::IAM::InstanceProfile named web',
  ]);
});

test('an alarm watches what its dimension names', () => {
  const dimensions = [
    { name: 'InstanceId', value: 'i-064b568041d61f947' },
    { name: 'Weather', value: 'i-064b568041d61f940' },
  ];
  expect(edgesOf('AWS::CloudWatch::Alarm', { dimensions })).toEqual(['Watches AWS::EC2::Instance i-064b568041d61f947']);
});

test('what AWS Config says itself is not said again', () => {
  const relationships = [{ resourceName: 'holder', resourceType: 'AWS::IAM::Role', name: 'Is associated with ' }];
  expect(edgesOf('AWS::Lambda::Function', { role: 'arn:aws:iam::1:role/holder' }, { relationships })).toEqual([]);
  expect(edgesOf('AWS::Lambda::Function', { role: 'arn:aws:iam::1:role/holder' })).toEqual([
    'Acts as AWS::IAM::Role named holder',
  ]);
});

test('hostile configurations yield no edge, and nothing is thrown', () => {
  const hostile: JsonValue[] = [
    null,
    'text',
    [],
    { routes: 'text' },
    { routes: [null, 7, { gatewayId: { a: 1 } }, { gatewayId: [] }] },
    JSON.parse('{"__proto__":{"routes":[{"gatewayId":"igw-0c3ec3ba39d46940b"}]},"constructor":"x"}'),
    { routes: '[{"gatewayId": broken' },
  ];
  for (const configuration of hostile) expect(edgesOf('AWS::EC2::RouteTable', configuration)).toEqual([]);
  const many = Array.from({ length: 20_000 }, (_, n) => ({ gatewayId: `igw-${String(n).padStart(17, '0')}` }));
  expect(edgesOf('AWS::EC2::RouteTable', { routes: many }).length).toBeLessThanOrEqual(10_000);
});

test('the sample account: every edge leads to an item of it, or to what is known to be elsewhere', () => {
  const document = JSON.parse(readFileSync('samples/modern-account.json', 'utf8'));
  const items = document.configurationItems.map((item: JsonValue) => readConfigurationItem(item));
  const known = new Set<string>();
  for (const { resourceType, resourceId, resourceName, ARN } of items) {
    known.add(`${resourceType} ${resourceId}`);
    // What goes by its name is found by its ARN (`resolveReference`).
    known.add(`${resourceType} ${ARN}`);
    known.add(`${resourceType} named ${resourceName}`);
  }
  const lines: string[] = items.flatMap((item: ReturnType<typeof readConfigurationItem>) =>
    derivedEdges(item)
      .flatMap((edge) => (edge.ifPresent ? [] : [edge]))
      .map((edge) => `${edge.resourceType} ${edge.resourceId ?? `named ${edge.resourceName}`}`),
  );
  // The sample has no items of these types: AWS Config would show the same gap where they are not recorded.
  const absent =
    /^AWS::(ACM::Certificate|EC2::DHCPOptions|RDS::DB(Cluster)?ParameterGroup|IAM::InstanceProfile|Logs::LogGroup|ECR::Repository) /;
  expect(lines.filter((line) => !known.has(line) && !absent.test(line))).toEqual([]);
  expect(lines.length).toBeGreaterThan(50);
  const sources = new Set(items.map(({ resourceType }: { resourceType: string }) => resourceType));
  expect(typesWithDerivedEdges.filter((type) => sources.has(type)).length).toBeGreaterThan(12);
});

/** @import { Account, Resource } from './account.mjs' */

import { registryTags } from './account.mjs';

const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** As the SDK's clients give an answer: names with a great first letter, times as dates. @param {any} value @returns {any} */
function asAnswered(value) {
  if (typeof value === 'string') return isTime.test(value) ? new Date(value) : value;
  if (Array.isArray(value)) return value.map(asAnswered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name.charAt(0).toUpperCase() + name.slice(1), asAnswered(field)]),
  );
}

/** An answer that depends on what is asked for. @template Input @param {(input: Input) => object} answer */
const asked = (answer) => answer;

/** A call that finds nothing. @param {string} code */
const failing = (code) => () => {
  throw Object.assign(new Error(code), { name: code });
};

/**
 * What the services of the account answer, by operation, for `listAnswers`.
 * @param {Account} account
 * @returns {Record<string, object>}
 */
export function answersOf(account) {
  /** @param {string} type */
  const of = (type) => account.resources.filter((resource) => resource.type === `AWS::${type}`);
  /** @param {string} type */
  const all = (type) => of(type).map(({ answer }) => asAnswered(answer));
  /** @param {string} type @param {string | undefined} id */
  const one = (type, id) => {
    const found = of(type).find((resource) => [resource.id, resource.arn].includes(id));
    if (!found) throw new Error(`The account has no ${type} ${id}.`);
    return found;
  };
  /** @param {string | undefined} arn */
  const tagged = (arn) => account.resources.find((resource) => resource.arn === arn)?.tags ?? {};
  return {
    ...ec2(all, one),
    ...balancing(all, one, tagged),
    ...programs(all, of, one),
    ...identity(all, of, one),
    ...buckets(account, of, one),
    ...stores(all, of, one),
    // Services whose calls have one name: each reads what it has asked for.
    ListTagsForResource: asked((/** @type {Record<string, string>} */ { ResourceARN, ResourceArn, ResourceName }) => {
      const tags = registryTags(tagged(ResourceARN ?? ResourceArn ?? ResourceName));
      return { Tags: tags, TagList: tags };
    }),
    ListTags: asked((/** @type {{ Resource?: string, ResourceIdList?: string[] }} */ { Resource, ResourceIdList }) => ({
      Tags: tagged(Resource),
      ResourceTagList: [{ TagsList: registryTags(tagged(ResourceIdList?.[0])) }],
    })),
  };
}

/** @typedef {(type: string) => Resource[]} Of */
/** @typedef {(type: string) => any[]} All */
/** @typedef {(type: string, id: string | undefined) => Resource} One */

/** @param {All} all @param {One} one */
function ec2(all, one) {
  return {
    DescribeInstances: { Reservations: [{ Instances: all('EC2::Instance') }] },
    DescribeVolumes: { Volumes: all('EC2::Volume') },
    DescribeVpcs: { Vpcs: all('EC2::VPC') },
    DescribeSubnets: { Subnets: all('EC2::Subnet') },
    DescribeRouteTables: { RouteTables: all('EC2::RouteTable') },
    DescribeNetworkAcls: { NetworkAcls: all('EC2::NetworkAcl') },
    DescribeFlowLogs: { FlowLogs: all('EC2::FlowLog') },
    DescribeSecurityGroups: { SecurityGroups: all('EC2::SecurityGroup') },
    DescribeNetworkInterfaces: { NetworkInterfaces: all('EC2::NetworkInterface') },
    DescribeAddresses: { Addresses: all('EC2::EIP') },
    DescribeInternetGateways: { InternetGateways: all('EC2::InternetGateway') },
    DescribeNatGateways: { NatGateways: all('EC2::NatGateway') },
    DescribeVpcEndpoints: { VpcEndpoints: all('EC2::VPCEndpoint') },
    DescribeVpcPeeringConnections: { VpcPeeringConnections: all('EC2::VPCPeeringConnection') },
    DescribeLaunchTemplates: { LaunchTemplates: all('EC2::LaunchTemplate') },
    DescribeLaunchTemplateVersions: asked((/** @type {Record<string, string>} */ { LaunchTemplateId }) => ({
      LaunchTemplateVersions: [{ LaunchTemplateData: one('EC2::LaunchTemplate', LaunchTemplateId).more?.latest }],
    })),
  };
}

/** @param {All} all @param {One} one @param {(arn: string | undefined) => Record<string, string>} tagged */
function balancing(all, one, tagged) {
  const group = 'ElasticLoadBalancingV2::TargetGroup';
  return {
    DescribeLoadBalancers: { LoadBalancers: all('ElasticLoadBalancingV2::LoadBalancer') },
    DescribeLoadBalancerAttributes: asked((/** @type {Record<string, string>} */ { LoadBalancerArn }) => ({
      Attributes: one('ElasticLoadBalancingV2::LoadBalancer', LoadBalancerArn).more?.attributes,
    })),
    DescribeListeners: { Listeners: all('ElasticLoadBalancingV2::Listener') },
    DescribeTargetGroups: { TargetGroups: all(group) },
    DescribeTargetGroupAttributes: asked((/** @type {Record<string, string>} */ { TargetGroupArn }) => ({
      Attributes: one(group, TargetGroupArn).more?.attributes,
    })),
    DescribeTargetHealth: asked((/** @type {Record<string, string>} */ { TargetGroupArn }) => ({
      TargetHealthDescriptions: one(group, TargetGroupArn).more?.targets.map((/** @type {object} */ Target) => ({
        Target,
      })),
    })),
    DescribeTags: asked((/** @type {{ ResourceArns: string[] }} */ { ResourceArns: [arn] }) => ({
      TagDescriptions: [{ Tags: registryTags(tagged(arn)) }],
    })),
    DescribeAutoScalingGroups: { AutoScalingGroups: all('AutoScaling::AutoScalingGroup') },
    DescribeLifecycleHooks: { LifecycleHooks: [] },
    DescribePolicies: { ScalingPolicies: all('AutoScaling::ScalingPolicy') },
    DescribeAlarms: { MetricAlarms: all('CloudWatch::Alarm') },
  };
}

/** @param {All} all @param {Of} of @param {One} one */
function programs(all, of, one) {
  /** ECS's own names have small first letters. @param {string} type */
  const ecs = (type) => of(type).map(({ answer }) => answer);
  /** @param {string} type */
  const arns = (type) => of(type).map(({ arn }) => arn);
  return {
    ListFunctions: { Functions: all('Lambda::Function') },
    GetPolicy: failing('ResourceNotFoundException'),
    GetFunctionConcurrency: {},
    ListClusters: { clusterArns: arns('ECS::Cluster') },
    DescribeClusters: { clusters: ecs('ECS::Cluster') },
    ListServices: { serviceArns: arns('ECS::Service') },
    DescribeServices: { services: ecs('ECS::Service') },
    ListTaskDefinitions: { taskDefinitionArns: arns('ECS::TaskDefinition') },
    DescribeTaskDefinition: asked((/** @type {{ taskDefinition: string }} */ { taskDefinition }) => {
      const { answer, more } = one('ECS::TaskDefinition', taskDefinition);
      return { taskDefinition: answer, tags: more?.tags };
    }),
    DescribeStacks: { Stacks: all('CloudFormation::Stack') },
    ListStackResources: asked((/** @type {{ StackName: string }} */ { StackName }) => ({
      StackResourceSummaries: asAnswered(one('CloudFormation::Stack', StackName).more?.resources),
    })),
  };
}

/** @param {All} all @param {Of} of @param {One} one */
function identity(all, of, one) {
  return {
    GetAccountAuthorizationDetails: {
      UserDetailList: all('IAM::User'),
      GroupDetailList: all('IAM::Group'),
      RoleDetailList: all('IAM::Role'),
      Policies: all('IAM::Policy'),
    },
    ListPolicies: { Policies: all('IAM::Policy') },
    ListPolicyTags: { Tags: [] },
    ListKeys: { Keys: of('KMS::Key').map(({ id }) => ({ KeyId: id })) },
    DescribeKey: asked((/** @type {Record<string, string>} */ { KeyId }) => ({
      KeyMetadata: asAnswered(one('KMS::Key', KeyId).answer),
    })),
    GetKeyPolicy: asked((/** @type {Record<string, string>} */ { KeyId }) => ({
      Policy: one('KMS::Key', KeyId).more?.policy,
    })),
    GetKeyRotationStatus: asked((/** @type {Record<string, string>} */ { KeyId }) => ({
      KeyRotationEnabled: one('KMS::Key', KeyId).more?.rotates,
    })),
    ListResourceTags: asked((/** @type {Record<string, string>} */ { KeyId }) => ({
      Tags: Object.entries(one('KMS::Key', KeyId).tags ?? {}).map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
    })),
    DescribeTrails: { trailList: all('CloudTrail::Trail') },
  };
}

/** @param {Account} account @param {Of} of @param {One} one */
function buckets(account, of, one) {
  const owner = { ID: account.hex('canonical-user', 64) };
  /** @param {string} name of the call's answer within `more` */
  const part =
    (name) =>
    (/** @type {{ Bucket: string }} */ { Bucket }) =>
      one('S3::Bucket', Bucket).more?.[name] ?? {};
  return {
    ListBuckets: { Buckets: of('S3::Bucket').map(({ answer }) => asAnswered(answer)), Owner: owner },
    GetBucketAbac: { AbacStatus: { Status: 'Disabled' } },
    GetBucketAcl: {
      Owner: owner,
      Grants: [{ Grantee: { Type: 'CanonicalUser', ...owner }, Permission: 'FULL_CONTROL' }],
    },
    GetBucketAccelerateConfiguration: {},
    GetBucketCors: failing('NoSuchCORSConfiguration'),
    GetBucketEncryption: part('encryption'),
    GetBucketLifecycleConfiguration: failing('NoSuchLifecycleConfiguration'),
    GetBucketLogging: part('logging'),
    GetBucketNotificationConfiguration: {},
    GetBucketPolicy: failing('NoSuchBucketPolicy'),
    GetBucketReplication: failing('ReplicationConfigurationNotFoundError'),
    GetBucketRequestPayment: { Payer: 'BucketOwner' },
    GetBucketTagging: asked((/** @type {{ Bucket: string }} */ { Bucket }) => ({
      TagSet: registryTags(one('S3::Bucket', Bucket).tags ?? {}),
    })),
    GetBucketVersioning: part('versioning'),
    GetBucketWebsite: failing('NoSuchWebsiteConfiguration'),
    GetObjectLockConfiguration: failing('ObjectLockConfigurationNotFoundError'),
    GetPublicAccessBlock: {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: true,
      },
    },
  };
}

/** @param {All} all @param {Of} of @param {One} one */
function stores(all, of, one) {
  return {
    DescribeDBInstances: { DBInstances: all('RDS::DBInstance') },
    DescribeDBClusters: { DBClusters: all('RDS::DBCluster') },
    DescribeDBSubnetGroups: { DBSubnetGroups: all('RDS::DBSubnetGroup') },
    ListTables: { TableNames: of('DynamoDB::Table').map(({ id }) => id) },
    DescribeTable: asked((/** @type {Record<string, string>} */ { TableName }) => ({
      Table: asAnswered(one('DynamoDB::Table', TableName).answer),
    })),
    DescribeContinuousBackups: asked((/** @type {Record<string, string>} */ { TableName }) => ({
      ContinuousBackupsDescription: one('DynamoDB::Table', TableName).more?.backups,
    })),
    ListTagsOfResource: asked((/** @type {Record<string, string>} */ { ResourceArn }) => ({
      Tags: registryTags(one('DynamoDB::Table', ResourceArn).tags ?? {}),
    })),
    ListQueues: { QueueUrls: of('SQS::Queue').map(({ id }) => id) },
    GetQueueAttributes: asked((/** @type {Record<string, string>} */ { QueueUrl }) => ({
      Attributes: one('SQS::Queue', QueueUrl).answer,
    })),
    ListQueueTags: asked((/** @type {Record<string, string>} */ { QueueUrl }) => ({
      Tags: one('SQS::Queue', QueueUrl).tags,
    })),
    ListTopics: { Topics: of('SNS::Topic').map(({ arn }) => ({ TopicArn: arn })) },
    GetTopicAttributes: asked((/** @type {Record<string, string>} */ { TopicArn }) => ({
      Attributes: one('SNS::Topic', TopicArn).answer,
    })),
    ListSecrets: { SecretList: all('SecretsManager::Secret') },
  };
}

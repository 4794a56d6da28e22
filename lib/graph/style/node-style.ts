import { isOfAws, normalizeType, shortTypeName, typeParts } from '../../items/resource-type';
import { azureCategories, azureTypes } from './azure-types';
import type { Glyph } from './glyphs';

/** What kind of thing a service offers: it decides colour and shape. */
export type Category =
  | 'compute'
  | 'storage'
  | 'network'
  | 'security'
  | 'database'
  | 'messaging'
  | 'management'
  | 'other';

/** How a type is drawn. Colour is never the only sign: shape tells the category, the glyph the type. */
export interface NodeStyle {
  category: Category;
  /** Absent for types without a drawing of their own: they bear the letters of their service. */
  glyph: Glyph | undefined;
  service: string;
  /** `Instance` */
  name: string;
  /** For people: `EC2 Instance`, `Azure Compute VirtualMachine`. */
  title: string;
}

const categories: Record<Exclude<Category, 'other'>, readonly string[]> = {
  compute: 'EC2 AutoScaling Lambda ECS EKS ECR ElasticBeanstalk Batch AppRunner Lightsail ImageBuilder'.split(' '),
  storage: 'S3 EFS FSx Backup Glacier StorageGateway DLM'.split(' '),
  network:
    'ElasticLoadBalancing ElasticLoadBalancingV2 CloudFront Route53 Route53Resolver ApiGateway ApiGatewayV2 GlobalAccelerator NetworkFirewall NetworkManager DirectConnect'.split(
      ' ',
    ),
  security:
    'IAM KMS ACM ACMPCA SecretsManager WAF WAFRegional WAFv2 GuardDuty Shield ShieldRegional Cognito SSO SecurityHub Detective Macie AccessAnalyzer Inspector'.split(
      ' ',
    ),
  database:
    'RDS DynamoDB Redshift ElastiCache Neptune DocDB DAX MemoryDB Elasticsearch OpenSearch Athena Glue Cassandra'.split(
      ' ',
    ),
  messaging: 'SQS SNS Events Kinesis KinesisFirehose StepFunctions MSK AmazonMQ AppSync Pipes SES'.split(' '),
  management:
    'CloudFormation CloudWatch CloudTrail Config SSM Logs CodeBuild CodePipeline CodeDeploy ServiceCatalog XRay AppConfig'.split(
      ' ',
    ),
};
const servicesIn = (provider: string, all: Partial<Record<Category, readonly string[]>>) =>
  Object.entries(all).flatMap(([category, services]) =>
    services.map(
      (service) => [`${provider}::${service}`.toLowerCase(), { service, category: category as Category }] as const,
    ),
  );
/** Services by provider and name in small letters. */
const serviceByKey = new Map([...servicesIn('AWS', categories), ...servicesIn('Azure', azureCategories)]);

/** Types with a drawing of their own; the category only where it is not the service's. */
const known: readonly (readonly [type: string, glyph: Glyph, category?: Category])[] = [
  ['EC2::Instance', 'instance'],
  ['EC2::Volume', 'volume', 'storage'],
  ['EC2::Snapshot', 'snapshot', 'storage'],
  ['EC2::VPC', 'vpc', 'network'],
  ['EC2::Subnet', 'subnet', 'network'],
  ['EC2::SecurityGroup', 'shield', 'security'],
  ['EC2::NetworkInterface', 'interface', 'network'],
  ['EC2::EIP', 'address', 'network'],
  ['EC2::RouteTable', 'route', 'network'],
  ['EC2::NetworkAcl', 'list', 'security'],
  ['EC2::InternetGateway', 'gateway', 'network'],
  ['EC2::EgressOnlyInternetGateway', 'gateway', 'network'],
  ['EC2::NatGateway', 'gateway', 'network'],
  ['EC2::CustomerGateway', 'gateway', 'network'],
  ['EC2::VPNGateway', 'gateway', 'network'],
  ['EC2::TransitGateway', 'gateway', 'network'],
  ['EC2::VPNConnection', 'link', 'network'],
  ['EC2::VPCPeeringConnection', 'link', 'network'],
  ['EC2::VPCEndpoint', 'link', 'network'],
  ['EC2::TransitGatewayAttachment', 'link', 'network'],
  ['EC2::TransitGatewayRouteTable', 'route', 'network'],
  ['EC2::SubnetRouteTableAssociation', 'link', 'network'],
  ['EC2::SubnetNetworkAclAssociation', 'link', 'network'],
  ['EC2::EIPAssociation', 'link', 'network'],
  ['EC2::VPCGatewayAttachment', 'link', 'network'],
  ['EC2::DHCPOptions', 'list', 'network'],
  ['EC2::SnapshotBlockPublicAccess', 'shield', 'security'],
  ['EC2::VPCBlockPublicAccessOptions', 'shield', 'security'],
  ['EC2::VPCBlockPublicAccessExclusion', 'shield', 'security'],
  ['EC2::FlowLog', 'log', 'network'],
  ['EC2::LaunchTemplate', 'policy'],
  ['AutoScaling::AutoScalingGroup', 'scaling'],
  ['AutoScaling::LaunchConfiguration', 'policy'],
  ['AutoScaling::ScalingPolicy', 'policy'],
  ['Lambda::Function', 'function'],
  ['ECS::Cluster', 'cluster'],
  ['ECS::Service', 'scaling'],
  ['ECS::TaskDefinition', 'policy'],
  ['ECS::CapacityProvider', 'scaling'],
  ['EKS::Cluster', 'cluster'],
  ['ElasticBeanstalk::Application', 'stack'],
  ['ElasticBeanstalk::ApplicationVersion', 'files'],
  ['ElasticBeanstalk::Environment', 'cluster'],
  ['ECR::Repository', 'files'],
  ['ElasticLoadBalancing::LoadBalancer', 'balancer'],
  ['ElasticLoadBalancingV2::LoadBalancer', 'balancer'],
  ['ElasticLoadBalancingV2::Listener', 'interface'],
  ['ElasticLoadBalancingV2::TargetGroup', 'group'],
  ['S3::Bucket', 'bucket'],
  ['EFS::FileSystem', 'files'],
  ['RDS::DBInstance', 'database'],
  ['RDS::DBCluster', 'cluster'],
  ['RDS::DBSnapshot', 'snapshot'],
  ['RDS::DBClusterSnapshot', 'snapshot'],
  ['RDS::DBSubnetGroup', 'subnet'],
  ['RDS::DBSecurityGroup', 'shield'],
  ['RDS::OptionGroup', 'list'],
  ['DynamoDB::Table', 'table'],
  ['Cassandra::Keyspace', 'table'],
  ['Athena::DataCatalog', 'table'],
  ['Athena::WorkGroup', 'group'],
  ['Redshift::Cluster', 'cluster'],
  ['Redshift::ClusterParameterGroup', 'list'],
  ['Redshift::ClusterSnapshot', 'snapshot'],
  ['Redshift::ClusterSubnetGroup', 'subnet'],
  ['IAM::User', 'user'],
  ['IAM::Group', 'group'],
  ['IAM::Role', 'role'],
  ['IAM::Policy', 'policy'],
  ['KMS::Key', 'key'],
  ['KMS::Alias', 'key'],
  ['SecretsManager::Secret', 'lock'],
  ['ACM::Certificate', 'certificate'],
  ['IAM::ServerCertificate', 'certificate'],
  ['WAFv2::WebACL', 'shield'],
  ['WAFv2::RuleGroup', 'group'],
  ['WAFv2::IPSet', 'list'],
  ['WAFv2::RegexPatternSet', 'list'],
  ['WAF::WebACL', 'shield'],
  ['WAFRegional::WebACL', 'shield'],
  ['SQS::Queue', 'queue'],
  ['SNS::Topic', 'topic'],
  ['Kinesis::Stream', 'queue'],
  ['Events::EventBus', 'queue'],
  ['Events::Rule', 'route'],
  ['AppSync::GraphQLApi', 'api'],
  ['ApiGateway::RestApi', 'api'],
  ['ApiGateway::Stage', 'stack'],
  ['ApiGatewayV2::Api', 'api'],
  ['ApiGatewayV2::Stage', 'stack'],
  ['CloudFront::Distribution', 'globe'],
  ['Route53::HostedZone', 'globe'],
  ['Route53Resolver::FirewallDomainList', 'list'],
  ['Route53Resolver::FirewallRuleGroup', 'shield'],
  ['Route53Resolver::ResolverEndpoint', 'interface'],
  ['Route53Resolver::ResolverRule', 'route'],
  ['CloudFormation::Stack', 'stack'],
  ['CloudWatch::Alarm', 'bell'],
  ['CloudTrail::Trail', 'log'],
  ['Logs::LogGroup', 'log'],
  ['Config::ConfigurationRecorder', 'record'],
  ['CodePipeline::Pipeline', 'route'],
  ['CodeBuild::Project', 'stack'],
  ['CodeDeploy::Application', 'stack'],
  ['CodeDeploy::DeploymentConfig', 'policy'],
  ['CodeDeploy::DeploymentGroup', 'group'],
  ['AppConfig::Application', 'stack'],
  ['IoT::Policy', 'policy'],
  ['IoT::CACertificate', 'certificate'],
];
const knownByType = new Map(known.map((row) => [normalizeType(`AWS::${row[0]}`), row]));

/** Where a service's name would fill the label. */
const shortServices: ReadonlyMap<string, string> = new Map([
  ['ElasticLoadBalancing', 'ELB'],
  ['ElasticLoadBalancingV2', 'ELBv2'],
]);

const azureGlyphs = new Map(azureTypes.map(([type, glyph]) => [normalizeType(`Azure::${type}`), glyph]));

/**
 * The style of any type, whatever its case. A type of AWS or Azure that is not known has the style of its service, else of `other`. What others
 * offer is `other`: a service of theirs may bear the name of one of these.
 */
export function nodeStyleOf(resourceType: string): NodeStyle {
  const found = knownByType.get(normalizeType(resourceType));
  const parts = typeParts(found ? `AWS::${found[0]}` : resourceType);
  const { provider, service, name } = parts;
  const known = serviceByKey.get(`${provider}::${service}`.toLowerCase()) ?? { service, category: 'other' };
  if (!isOfAws(parts)) {
    return {
      category: known.category,
      glyph: azureGlyphs.get(normalizeType(resourceType)),
      service: service || name,
      name,
      title: shortTypeName(resourceType),
    };
  }
  return {
    category: found?.[2] ?? known.category,
    glyph: found?.[1],
    service: known.service,
    name,
    title: `${shortServices.get(known.service) ?? known.service} ${name}`,
  };
}

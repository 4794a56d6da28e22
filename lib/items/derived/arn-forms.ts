/** How the resource part of a service's ARNs begins, the type that is meant, and by what AWS Config knows it. */
export interface ArnForm {
  /** What is matched; the first group is the id or name, and all that counts of an ARN that goes on behind it. */
  resource: RegExp;
  resourceType: string;
  /** Whether AWS Config's id is the ARN itself (or its end: `resolveReference` tries both), or the first group, or that is the name. */
  known: 'by arn' | 'by id' | 'by name';
}

const byArn = (resource: RegExp, resourceType: string): ArnForm => ({ resource, resourceType, known: 'by arn' });
const byId = (resource: RegExp, resourceType: string): ArnForm => ({ resource, resourceType, known: 'by id' });
const byName = (resource: RegExp, resourceType: string): ArnForm => ({ resource, resourceType, known: 'by name' });

/**
 * The ARNs that configurations point at things with, by service (Service Authorization Reference, resource types of each service). A more
 * special form stands before a more general one.
 */
export const arnForms: { readonly [service: string]: readonly ArnForm[] } = {
  acm: [byArn(/^certificate\//, 'AWS::ACM::Certificate')],
  'acm-pca': [byArn(/^certificate-authority\//, 'AWS::ACMPCA::CertificateAuthority')],
  aoss: [byArn(/^collection\//, 'AWS::OpenSearchServerless::Collection')],
  apprunner: [byArn(/^vpcconnector\//, 'AWS::AppRunner::VpcConnector'), byArn(/^service\//, 'AWS::AppRunner::Service')],
  appsync: [byArn(/^apis\/[^/]+$/, 'AWS::AppSync::GraphQLApi')],
  autoscaling: [
    byArn(/^scalingPolicy:/, 'AWS::AutoScaling::ScalingPolicy'),
    byName(/^autoScalingGroup:.*autoScalingGroupName\/(.+)$/, 'AWS::AutoScaling::AutoScalingGroup'),
  ],
  backup: [
    byName(/^backup-vault:(.+)$/, 'AWS::Backup::BackupVault'),
    byArn(/^backup-plan:/, 'AWS::Backup::BackupPlan'),
  ],
  batch: [
    byArn(/^compute-environment\//, 'AWS::Batch::ComputeEnvironment'),
    byArn(/^job-queue\//, 'AWS::Batch::JobQueue'),
    byArn(/^job-definition\//, 'AWS::Batch::JobDefinition'),
  ],
  bedrock: [
    byArn(/^agent\//, 'AWS::Bedrock::Agent'),
    byArn(/^knowledge-base\//, 'AWS::Bedrock::KnowledgeBase'),
    byArn(/^guardrail\//, 'AWS::Bedrock::Guardrail'),
  ],
  cassandra: [byArn(/^\/keyspace\/[^/]+\/$/, 'AWS::Cassandra::Keyspace')],
  cloudformation: [byArn(/^stack\//, 'AWS::CloudFormation::Stack')],
  cloudfront: [
    byId(/^distribution\/(.+)$/, 'AWS::CloudFront::Distribution'),
    byArn(/^function\//, 'AWS::CloudFront::Function'),
  ],
  cloudwatch: [byArn(/^alarm:/, 'AWS::CloudWatch::Alarm')],
  codeartifact: [byArn(/^repository\//, 'AWS::CodeArtifact::Repository')],
  codebuild: [byName(/^project\/(.+)$/, 'AWS::CodeBuild::Project')],
  codecommit: [byName(/^([^:/]+)$/, 'AWS::CodeCommit::Repository')],
  codepipeline: [byName(/^([^:/]+)$/, 'AWS::CodePipeline::Pipeline')],
  'cognito-idp': [byId(/^userpool\/([^/]+)/, 'AWS::Cognito::UserPool')],
  'cognito-identity': [byId(/^identitypool\/([^/]+)/, 'AWS::Cognito::IdentityPool')],
  dms: [
    byArn(/^rep:/, 'AWS::DMS::ReplicationInstance'),
    byArn(/^endpoint:/, 'AWS::DMS::Endpoint'),
    byArn(/^task:/, 'AWS::DMS::ReplicationTask'),
  ],
  dynamodb: [byId(/^table\/([^/]+)/, 'AWS::DynamoDB::Table')],
  ec2: [
    byId(/^instance\/(.+)$/, 'AWS::EC2::Instance'),
    byId(/^vpc\/(.+)$/, 'AWS::EC2::VPC'),
    byId(/^subnet\/(.+)$/, 'AWS::EC2::Subnet'),
    byId(/^security-group\/(.+)$/, 'AWS::EC2::SecurityGroup'),
    byId(/^network-interface\/(.+)$/, 'AWS::EC2::NetworkInterface'),
    byId(/^volume\/(.+)$/, 'AWS::EC2::Volume'),
    byId(/^elastic-ip\/(.+)$/, 'AWS::EC2::EIP'),
    byId(/^transit-gateway\/(.+)$/, 'AWS::EC2::TransitGateway'),
    byId(/^vpc-endpoint\/(.+)$/, 'AWS::EC2::VPCEndpoint'),
    byId(/^launch-template\/(.+)$/, 'AWS::EC2::LaunchTemplate'),
  ],
  ecr: [byName(/^repository\/(.+)$/, 'AWS::ECR::Repository')],
  ecs: [
    byArn(/^cluster\/(.+)$/, 'AWS::ECS::Cluster'),
    byArn(/^service\/(.+)$/, 'AWS::ECS::Service'),
    byArn(/^task-definition\/(.+)$/, 'AWS::ECS::TaskDefinition'),
    byArn(/^capacity-provider\/(.+)$/, 'AWS::ECS::CapacityProvider'),
  ],
  eks: [byId(/^cluster\/([^/]+)$/, 'AWS::EKS::Cluster')],
  elasticache: [
    byId(/^replicationgroup:(.+)$/, 'AWS::ElastiCache::ReplicationGroup'),
    byId(/^cluster:(.+)$/, 'AWS::ElastiCache::CacheCluster'),
  ],
  elasticbeanstalk: [byName(/^environment\/[^/]+\/(.+)$/, 'AWS::ElasticBeanstalk::Environment')],
  elasticfilesystem: [
    byId(/^file-system\/(.+)$/, 'AWS::EFS::FileSystem'),
    byId(/^access-point\/(.+)$/, 'AWS::EFS::AccessPoint'),
  ],
  elasticloadbalancing: [
    byArn(/^loadbalancer\/(?:app|net|gwy)\//, 'AWS::ElasticLoadBalancingV2::LoadBalancer'),
    byName(/^loadbalancer\/([^/]+)$/, 'AWS::ElasticLoadBalancing::LoadBalancer'),
    byArn(/^targetgroup\//, 'AWS::ElasticLoadBalancingV2::TargetGroup'),
    byArn(/^listener-rule\//, 'AWS::ElasticLoadBalancingV2::ListenerRule'),
    byArn(/^listener\//, 'AWS::ElasticLoadBalancingV2::Listener'),
    byArn(/^truststore\//, 'AWS::ElasticLoadBalancingV2::TrustStore'),
  ],
  es: [byName(/^domain\/([^/]+)/, 'AWS::OpenSearch::Domain')],
  events: [
    byName(/^event-bus\/([^/]+)$/, 'AWS::Events::EventBus'),
    byArn(/^rule\/(.+)$/, 'AWS::Events::Rule'),
    byName(/^connection\/([^/]+)/, 'AWS::Events::Connection'),
    byName(/^api-destination\/([^/]+)/, 'AWS::Events::ApiDestination'),
  ],
  firehose: [byName(/^deliverystream\/([^/]+)/, 'AWS::KinesisFirehose::DeliveryStream')],
  globalaccelerator: [
    byArn(/^accelerator\/[^/]+\/listener\/[^/]+$/, 'AWS::GlobalAccelerator::Listener'),
    byArn(/^accelerator\/[^/]+$/, 'AWS::GlobalAccelerator::Accelerator'),
  ],
  glue: [
    byName(/^job\/(.+)$/, 'AWS::Glue::Job'),
    byName(/^database\/(.+)$/, 'AWS::Glue::Database'),
    byName(/^connection\/(.+)$/, 'AWS::Glue::Connection'),
  ],
  iam: [
    byName(/^role\/(?:.*\/)?([^/]+)$/, 'AWS::IAM::Role'),
    byName(/^user\/(?:.*\/)?([^/]+)$/, 'AWS::IAM::User'),
    byName(/^instance-profile\/(?:.*\/)?([^/]+)$/, 'AWS::IAM::InstanceProfile'),
    byName(/^policy\/(?:.*\/)?([^/]+)$/, 'AWS::IAM::Policy'),
    byArn(/^server-certificate\//, 'AWS::IAM::ServerCertificate'),
    byArn(/^oidc-provider\//, 'AWS::IAM::OIDCProvider'),
    byArn(/^saml-provider\//, 'AWS::IAM::SAMLProvider'),
  ],
  kafka: [byArn(/^cluster\//, 'AWS::MSK::Cluster'), byArn(/^configuration\//, 'AWS::MSK::Configuration')],
  kendra: [byId(/^index\/([^/]+)$/, 'AWS::Kendra::Index')],
  kinesis: [byName(/^stream\/([^/]+)/, 'AWS::Kinesis::Stream')],
  kinesisvideo: [byName(/^stream\/([^/]+)/, 'AWS::KinesisVideo::Stream')],
  kms: [byId(/^key\/(.+)$/, 'AWS::KMS::Key')],
  lambda: [
    byId(/^function:([^:]+)/, 'AWS::Lambda::Function'),
    byArn(/^layer:/, 'AWS::Lambda::LayerVersion'),
    byArn(/^code-signing-config:/, 'AWS::Lambda::CodeSigningConfig'),
  ],
  logs: [byName(/^log-group:([^:]+)/, 'AWS::Logs::LogGroup')],
  mediaconnect: [
    byArn(/^flow:/, 'AWS::MediaConnect::Flow'),
    byArn(/^entitlement:/, 'AWS::MediaConnect::FlowEntitlement'),
  ],
  memorydb: [byName(/^cluster\/(.+)$/, 'AWS::MemoryDB::Cluster')],
  'network-firewall': [
    byArn(/^firewall-policy\//, 'AWS::NetworkFirewall::FirewallPolicy'),
    byArn(/^(?:stateful|stateless)-rulegroup\//, 'AWS::NetworkFirewall::RuleGroup'),
  ],
  rds: [
    byName(/^db:(.+)$/, 'AWS::RDS::DBInstance'),
    byName(/^cluster:(.+)$/, 'AWS::RDS::DBCluster'),
    byName(/^global-cluster:(.+)$/, 'AWS::RDS::GlobalCluster'),
    byName(/^db-proxy:(.+)$/, 'AWS::RDS::DBProxy'),
    byName(/^snapshot:(.+)$/, 'AWS::RDS::DBSnapshot'),
    byName(/^cluster-snapshot:(.+)$/, 'AWS::RDS::DBClusterSnapshot'),
  ],
  redshift: [byId(/^cluster:(.+)$/, 'AWS::Redshift::Cluster')],
  s3: [byName(/^accesspoint\/([^/]+)/, 'AWS::S3::AccessPoint'), byId(/^([^/:*?]+)/, 'AWS::S3::Bucket')],
  sagemaker: [byName(/^endpoint\/(.+)$/, 'AWS::SageMaker::Endpoint'), byName(/^model\/(.+)$/, 'AWS::SageMaker::Model')],
  secretsmanager: [byArn(/^(secret:[^:]+)/, 'AWS::SecretsManager::Secret')],
  servicediscovery: [
    byArn(/^service\//, 'AWS::ServiceDiscovery::Service'),
    byArn(/^namespace\//, 'AWS::ServiceDiscovery::PrivateDnsNamespace'),
  ],
  sns: [byArn(/^([^:/]+)(?::[0-9a-f-]{36})?$/, 'AWS::SNS::Topic')],
  sqs: [byName(/^([^:/*]+)$/, 'AWS::SQS::Queue')],
  // Only a name within a hierarchy begins with a slash (Systems Manager User Guide, on the names of parameters).
  ssm: [byName(/^parameter\/([^/]+)$/, 'AWS::SSM::Parameter'), byName(/^parameter(\/.+)$/, 'AWS::SSM::Parameter')],
  states: [
    byArn(/^(stateMachine:[^:]+)/, 'AWS::StepFunctions::StateMachine'),
    byArn(/^activity:/, 'AWS::StepFunctions::Activity'),
  ],
  transfer: [byArn(/^server\//, 'AWS::Transfer::Server')],
  wafv2: [
    byArn(/\/webacl\//, 'AWS::WAFv2::WebACL'),
    byArn(/\/ipset\//, 'AWS::WAFv2::IPSet'),
    byArn(/\/rulegroup\//, 'AWS::WAFv2::RuleGroup'),
  ],
  'waf-regional': [byId(/^webacl\/(.+)$/, 'AWS::WAFRegional::WebACL')],
  waf: [byId(/^webacl\/(.+)$/, 'AWS::WAF::WebACL')],
};

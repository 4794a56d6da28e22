/**
 * A resource as a string in a configuration names it: by the id under which AWS Config keeps that type, else by its name. Where that was
 * read out of an ARN, `arn` is that.
 */
export type Target = ({ resourceType: string; resourceId: string } | { resourceType: string; resourceName: string }) & {
  arn?: string;
};

/** `arn:partition:service:region:account:resource`; the resource may hold colons (AWS General Reference, "Amazon Resource Names"). */
const arnForm = /^arn:[^:]+:([^:]+):[^:]*:[^:]*:(.+)$/s;

/** How a service's ARNs end, the type that is meant, and whether AWS Config's id is the ARN itself or what was matched. */
interface ArnForm {
  service: string;
  resource: RegExp;
  resourceType: string;
  known: 'by arn' | 'by id' | 'by name';
}

/**
 * The ARNs that configurations point at things with (Service Authorization Reference, resource types of each service). A more
 * special form stands before a more general one.
 */
const forms: readonly ArnForm[] = [
  form('lambda', /^function:([^:]+)/, 'AWS::Lambda::Function', 'by id'),
  form('sqs', /^([^:/]+)$/, 'AWS::SQS::Queue', 'by name'),
  form('sns', /^([^:/]+)(?::[0-9a-f-]{36})?$/, 'AWS::SNS::Topic', 'by arn'),
  form('dynamodb', /^table\/([^/]+)/, 'AWS::DynamoDB::Table', 'by id'),
  form('kinesis', /^stream\/([^/]+)/, 'AWS::Kinesis::Stream', 'by name'),
  form('firehose', /^deliverystream\/([^/]+)/, 'AWS::KinesisFirehose::DeliveryStream', 'by name'),
  form('iam', /^role\/(?:.*\/)?([^/]+)$/, 'AWS::IAM::Role', 'by name'),
  form('iam', /^instance-profile\/(?:.*\/)?([^/]+)$/, 'AWS::IAM::InstanceProfile', 'by name'),
  form('kms', /^key\/(.+)$/, 'AWS::KMS::Key', 'by id'),
  form('s3', /^([^/]+)/, 'AWS::S3::Bucket', 'by id'),
  form('ecs', /^cluster\/(.+)$/, 'AWS::ECS::Cluster', 'by arn'),
  form('ecs', /^service\/(.+)$/, 'AWS::ECS::Service', 'by arn'),
  form('ecs', /^task-definition\/(.+)$/, 'AWS::ECS::TaskDefinition', 'by arn'),
  form(
    'elasticloadbalancing',
    /^loadbalancer\/(?:app|net|gwy)\//,
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    'by arn',
  ),
  form('elasticloadbalancing', /^loadbalancer\/([^/]+)$/, 'AWS::ElasticLoadBalancing::LoadBalancer', 'by name'),
  form('elasticloadbalancing', /^targetgroup\//, 'AWS::ElasticLoadBalancingV2::TargetGroup', 'by arn'),
  form('elasticloadbalancing', /^listener\//, 'AWS::ElasticLoadBalancingV2::Listener', 'by arn'),
  form('elasticfilesystem', /^file-system\/(.+)$/, 'AWS::EFS::FileSystem', 'by id'),
  form('elasticfilesystem', /^access-point\/(.+)$/, 'AWS::EFS::AccessPoint', 'by id'),
  form('acm', /^certificate\//, 'AWS::ACM::Certificate', 'by arn'),
  form('secretsmanager', /^secret:/, 'AWS::SecretsManager::Secret', 'by arn'),
  form('states', /^stateMachine:/, 'AWS::StepFunctions::StateMachine', 'by arn'),
  form('events', /^event-bus\/([^/]+)$/, 'AWS::Events::EventBus', 'by name'),
  form('events', /^rule\/(.+)$/, 'AWS::Events::Rule', 'by arn'),
  form('logs', /^log-group:([^:]+)/, 'AWS::Logs::LogGroup', 'by name'),
  form('codebuild', /^project\/(.+)$/, 'AWS::CodeBuild::Project', 'by name'),
  form('codepipeline', /^([^:/]+)$/, 'AWS::CodePipeline::Pipeline', 'by name'),
  form('autoscaling', /^scalingPolicy:/, 'AWS::AutoScaling::ScalingPolicy', 'by arn'),
  form(
    'autoscaling',
    /^autoScalingGroup:.*autoScalingGroupName\/(.+)$/,
    'AWS::AutoScaling::AutoScalingGroup',
    'by name',
  ),
  form('ecr', /^repository\/(.+)$/, 'AWS::ECR::Repository', 'by name'),
  form('ec2', /^instance\/(.+)$/, 'AWS::EC2::Instance', 'by id'),
  form('ec2', /^vpc\/(.+)$/, 'AWS::EC2::VPC', 'by id'),
  form('ec2', /^subnet\/(.+)$/, 'AWS::EC2::Subnet', 'by id'),
];

function form(service: string, resource: RegExp, resourceType: string, known: ArnForm['known']): ArnForm {
  return { service, resource, resourceType, known };
}

/** The resource that an ARN names; nothing where the text is no ARN, or one of a kind that no configuration points at. */
export function resourceOfArn(text: string): Target | undefined {
  const [, service, resource = ''] = arnForm.exec(text) ?? [];
  for (const { resource: pattern, resourceType, known } of forms.filter((one) => one.service === service)) {
    const match = pattern.exec(resource);
    if (!match) continue;
    const part = match[1] ?? resource;
    if (known === 'by name') return { resourceType, resourceName: part, arn: text };
    // A subscription's ARN is its topic's and one part more.
    const whole = service === 'sns' ? text.slice(0, text.length - resource.length + part.length) : text;
    return known === 'by id' ? { resourceType, resourceId: part, arn: text } : { resourceType, resourceId: whole };
  }
  return undefined;
}

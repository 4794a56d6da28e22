import { anyArn } from './arn';
import { endpoint } from './endpoint';
import type { ReadTarget, Target } from './target';
import { bucket, kmsKey, ofEc2 } from './targets';

/** What the name of a variable says of its value. */
interface Hint {
  variable: RegExp;
  resourceType: string;
}

/** Types that people name in the environment of a program, with the words by which they call such a variable. */
const hints: readonly Hint[] = [
  { variable: /table/, resourceType: 'AWS::DynamoDB::Table' },
  { variable: /bucket/, resourceType: 'AWS::S3::Bucket' },
  { variable: /queue|sqs/, resourceType: 'AWS::SQS::Queue' },
  { variable: /topic|sns/, resourceType: 'AWS::SNS::Topic' },
  { variable: /stream|kinesis/, resourceType: 'AWS::Kinesis::Stream' },
  { variable: /stream|firehose/, resourceType: 'AWS::KinesisFirehose::DeliveryStream' },
  { variable: /function|lambda/, resourceType: 'AWS::Lambda::Function' },
  { variable: /secret/, resourceType: 'AWS::SecretsManager::Secret' },
  { variable: /param|ssm/, resourceType: 'AWS::SSM::Parameter' },
  { variable: /state_?machine/, resourceType: 'AWS::StepFunctions::StateMachine' },
  { variable: /event_?bus/, resourceType: 'AWS::Events::EventBus' },
  { variable: /log_?group/, resourceType: 'AWS::Logs::LogGroup' },
  { variable: /user_?pool/, resourceType: 'AWS::Cognito::UserPool' },
  { variable: /cluster|ecs/, resourceType: 'AWS::ECS::Cluster' },
  { variable: /cluster|eks/, resourceType: 'AWS::EKS::Cluster' },
  { variable: /cluster|db|database/, resourceType: 'AWS::RDS::DBCluster' },
  { variable: /db|database/, resourceType: 'AWS::RDS::DBInstance' },
  { variable: /domain|search/, resourceType: 'AWS::OpenSearch::Domain' },
  { variable: /distribution|cloudfront/, resourceType: 'AWS::CloudFront::Distribution' },
  { variable: /database|glue/, resourceType: 'AWS::Glue::Database' },
  { variable: /project/, resourceType: 'AWS::CodeBuild::Project' },
];

/**
 * The value of an environment variable. An ARN, an endpoint or an id tells what it names. A mere name is that of whatever resource bears it:
 * of the types that the variable's own name speaks of, else of any of those that programs are told of, and then a plain word (`prod`) counts
 * for nothing. Names lead only to what is there.
 */
export const environmentValue: ReadTarget = (text, context) => {
  if (text.length > 1024 || /\s/.test(text)) return undefined;
  if (text.startsWith('arn:')) return anyArn(text, context);
  const known = endpoint(text, context) ?? ofEc2(text, context) ?? kmsKey(text, context);
  if (known) return known;
  if (!/^[\w./#-]{3,256}$/.test(text) || isNoName(text)) return undefined;
  const label = context.label?.toLowerCase() ?? '';
  const meant = hints.filter(({ variable }) => variable.test(label));
  if (meant.length === 0 && !/[\d_./-]/.test(text)) return undefined;
  return (meant.length > 0 ? meant : hints).flatMap(({ resourceType }): Target[] =>
    resourceType === 'AWS::S3::Bucket'
      ? [bucket(text, context)].flat().flatMap((target) => (target ? [{ ...target, ifPresent: true as const }] : []))
      : [{ resourceType, resourceName: text, ifPresent: true }],
  );
};

/** Numbers, accounts, Regions, versions, levels: they are no names of resources, though a resource may be called so. */
function isNoName(text: string): boolean {
  return /^[\d.]+$|^v\d+(\.\d+)*$|^[a-z]{2}(-[a-z]+)+-\d[a-z]?$|^(true|false|null|none)$/i.test(text);
}

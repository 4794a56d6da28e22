import type { StackResourceSummary } from '@aws-sdk/client-cloudformation';
import { ResourceType } from '@aws-sdk/client-config-service';
import type { Relationship } from '../../../../../items/configuration-item';

const supported: ReadonlySet<string> = new Set(Object.values(ResourceType));

/** Types that CloudFormation calls otherwise than AWS Config does; its AWS::IAM::Policy is a string within a role, no resource. */
const otherNames = new Map<string, string | undefined>([
  ['AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy'],
  ['AWS::IAM::Policy', undefined],
]);

/** Types whose physical id in a stack is what AWS Config has as their name: their ids are others. */
const namedTypes: ReadonlySet<string> = new Set([
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::AutoScaling::LaunchConfiguration',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudWatch::Alarm',
  'AWS::CodeDeploy::Application',
  'AWS::CodeDeploy::DeploymentConfig',
  'AWS::CodeDeploy::DeploymentGroup',
  'AWS::ECS::Cluster',
  'AWS::ElasticBeanstalk::Application',
  'AWS::ElasticBeanstalk::ApplicationVersion',
  'AWS::ElasticBeanstalk::Environment',
  'AWS::IAM::Group',
  'AWS::IAM::Role',
  'AWS::IAM::User',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
]);

/**
 * A stack's resource as the other end of a relationship; undefined where AWS Config does not support its type
 * (`ResourceType` of the service model). `stackId` is the stack's ARN.
 */
export function memberOf(
  {
    PhysicalResourceId: id,
    ResourceType: declared = '',
  }: Pick<StackResourceSummary, 'PhysicalResourceId' | 'ResourceType'>,
  stackId: string | undefined,
): Omit<Relationship, 'name'> | undefined {
  const resourceType = otherNames.has(declared) ? otherNames.get(declared) : declared;
  if (id === undefined || resourceType === undefined || !supported.has(resourceType)) return undefined;
  if (namedTypes.has(resourceType)) return { resourceName: id, resourceType };
  if (resourceType === 'AWS::IAM::Policy') return { resourceName: id.split('/').at(-1), resourceType };
  if (resourceType === 'AWS::ApiGateway::RestApi') return { resourceId: apiArn('restapis', id, stackId), resourceType };
  if (resourceType === 'AWS::ApiGatewayV2::Api') return { resourceId: apiArn('apis', id, stackId), resourceType };
  // `<name>|<id>|<scope>`
  if (resourceType.startsWith('AWS::WAFv2::')) return { resourceName: id.split('|')[0], resourceType };
  return { resourceId: id, resourceType };
}

function apiArn(kind: 'apis' | 'restapis', id: string, stackId = ''): string {
  const [, partition, , region] = stackId.split(':');
  return `arn:${partition}:apigateway:${region}::/${kind}/${id}`;
}

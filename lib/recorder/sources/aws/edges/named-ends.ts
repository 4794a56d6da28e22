/**
 * Relationships in which AWS Config writes the other resource's name beside its id, as in real items, or in example items of
 * awslabs/aws-config-rdk: type, then related types. All others have the id alone, or (`relatedByName`) the name alone.
 */
const namedEnds: { readonly [resourceType: string]: readonly string[] } = {
  'AWS::IAM::User': ['AWS::IAM::Group', 'AWS::IAM::Policy'],
  'AWS::IAM::Group': ['AWS::IAM::User', 'AWS::IAM::Policy'],
  'AWS::IAM::Role': ['AWS::IAM::Policy'],
  'AWS::IAM::Policy': ['AWS::IAM::User', 'AWS::IAM::Group', 'AWS::IAM::Role'],
  'AWS::AutoScaling::AutoScalingGroup': ['AWS::ElasticLoadBalancing::LoadBalancer'],
  'AWS::AutoScaling::ScalingPolicy': ['AWS::CloudWatch::Alarm'],
  'AWS::ApiGateway::Stage': ['AWS::ApiGateway::RestApi'],
  'AWS::ApiGatewayV2::Stage': ['AWS::ApiGatewayV2::Api'],
  'AWS::ElasticBeanstalk::Application': ['AWS::ElasticBeanstalk::ApplicationVersion'],
  'AWS::ElasticBeanstalk::ApplicationVersion': ['AWS::ElasticBeanstalk::Application'],
  'AWS::ElasticBeanstalk::Environment': ['AWS::ElasticBeanstalk::Application'],
  'AWS::Redshift::Cluster': ['AWS::Redshift::ClusterParameterGroup', 'AWS::Redshift::ClusterSubnetGroup'],
  'AWS::Redshift::ClusterSnapshot': ['AWS::Redshift::Cluster'],
};

/** Whether a relationship from one type to another tells the other's name besides its id. Types as the table of types spells them. */
export function namesOtherEnd(resourceType: string, relatedType: string): boolean {
  return namedEnds[resourceType]?.includes(relatedType) ?? false;
}

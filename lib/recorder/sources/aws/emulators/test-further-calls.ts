/** Types of which moto holds none: it does not serve them, or makes none without what it does not serve. */
export const notInMoto: ReadonlySet<string> = new Set([
  'AWS::CodeDeploy::Application',
  'AWS::CodeDeploy::DeploymentConfig',
  'AWS::CodeDeploy::DeploymentGroup',
  'AWS::ECS::CapacityProvider',
  'AWS::ElasticBeanstalk::ApplicationVersion',
  'AWS::ElasticBeanstalk::Environment',
  'AWS::Redshift::EndpointAccess',
  'AWS::Redshift::EndpointAuthorization',
  'AWS::Redshift::EventSubscription',
  'AWS::Redshift::Integration',
  'AWS::Redshift::ScheduledAction',
]);

/**
 * Calls (service, operation, parameters) that make something of services that the built account has not; the first one makes an API,
 * whose answer names it.
 */
export function furtherCalls(keyId: string, subnets: readonly string[]): [string, string, object][] {
  const visibility = { SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: 'shop' };
  const scope = { Scope: 'REGIONAL' };
  return [
    ['apigatewayv2', 'create_api', { Name: 'shop', ProtocolType: 'HTTP' }],
    ['appsync', 'create_graphql_api', { name: 'shop', authenticationType: 'API_KEY' }],
    ['elasticbeanstalk', 'create_application', { ApplicationName: 'shop' }],
    ['events', 'create_event_bus', { Name: 'orders' }],
    ['events', 'put_rule', { Name: 'placed', EventBusName: 'orders', EventPattern: '{"source":["shop"]}' }],
    [
      'events',
      'put_targets',
      {
        Rule: 'placed',
        EventBusName: 'orders',
        Targets: [{ Id: 'queue', Arn: 'arn:aws:sqs:us-west-2:123456789012:orders' }],
      },
    ],
    ['kms', 'create_alias', { AliasName: 'alias/orders', TargetKeyId: keyId }],
    [
      'redshift',
      'create_cluster_parameter_group',
      { ParameterGroupName: 'own', ParameterGroupFamily: 'redshift-1.0', Description: 'own' },
    ],
    [
      'redshift',
      'create_cluster_subnet_group',
      { ClusterSubnetGroupName: 'private', Description: 'private', SubnetIds: subnets },
    ],
    [
      'redshift',
      'create_cluster',
      {
        ClusterIdentifier: 'sales',
        NodeType: 'ra3.large',
        MasterUsername: 'sales',
        MasterUserPassword: 'Pass-word-1',
        ClusterParameterGroupName: 'own',
      },
    ],
    ['redshift', 'create_cluster_snapshot', { SnapshotIdentifier: 'before', ClusterIdentifier: 'sales' }],
    ['wafv2', 'create_ip_set', { ...scope, Name: 'bad', IPAddressVersion: 'IPV4', Addresses: ['192.0.2.0/24'] }],
    ['wafv2', 'create_regex_pattern_set', { ...scope, Name: 'bots', RegularExpressionList: [{ RegexString: '^b' }] }],
    ['wafv2', 'create_rule_group', { ...scope, Name: 'own', Capacity: 1, Rules: [], VisibilityConfig: visibility }],
    [
      'wafv2',
      'create_web_acl',
      { ...scope, Name: 'front', DefaultAction: { Allow: {} }, Rules: [], VisibilityConfig: visibility },
    ],
  ];
}

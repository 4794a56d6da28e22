import { anyArn, api } from '../arn';
import { endpoint } from '../endpoint';
import * as is from '../names';
import { type DerivedRule, inNetwork, rule, rules } from '../rule';
import * as to from '../targets';

const inApi = (field: string) => rule(is.contained, field, api);
const graphQlApi = to.id('AWS::AppSync::GraphQLApi');

/** What stands in front of programs: API Gateway, AppSync and CloudFront. */
export const apiRules: Record<string, DerivedRule[]> = {
  'AWS::ApiGateway::RestApi': [rule(is.uses, 'endpointConfiguration.vpcEndpointIds[]', to.ofEc2)],
  'AWS::ApiGateway::Stage': [
    rule(is.logsTo, 'accessLogSettings.destinationArn', anyArn),
    rule(is.uses, 'webAclArn', anyArn),
  ],
  'AWS::ApiGateway::Resource': [inApi('RestApiId')],
  'AWS::ApiGateway::Method': [
    inApi('RestApiId'),
    ...rules(is.invokes, ['Integration.Uri', 'methodIntegration.uri'], anyArn),
    ...rules(is.forwards, ['Integration.Uri', 'methodIntegration.uri'], endpoint),
    rule(is.acts, 'Integration.Credentials', to.role),
    rule(is.uses, 'Integration.ConnectionId', to.id('AWS::ApiGateway::VpcLink')),
    rule(is.uses, 'AuthorizerId', to.id('AWS::ApiGateway::Authorizer')),
  ],
  'AWS::ApiGateway::Authorizer': [
    inApi('RestApiId'),
    rule(is.uses, 'ProviderARNs[]', anyArn),
    rule(is.invokes, 'AuthorizerUri', anyArn),
  ],
  'AWS::ApiGateway::VpcLink': [rule(is.forwards, 'TargetArns[]', anyArn)],
  'AWS::ApiGateway::DomainName': rules(is.uses, ['CertificateArn', 'RegionalCertificateArn'], anyArn),
  'AWS::ApiGateway::BasePathMapping': [rule(is.forwards, 'RestApiId', api)],
  'AWS::ApiGatewayV2::Stage': [rule(is.logsTo, 'accessLogSettings.destinationArn', anyArn)],
  'AWS::ApiGatewayV2::Integration': [
    inApi('ApiId'),
    rule(is.invokes, 'IntegrationUri', anyArn),
    rule(is.acts, 'CredentialsArn', to.role),
    rule(is.uses, 'ConnectionId', to.id('AWS::ApiGatewayV2::VpcLink')),
  ],
  'AWS::ApiGatewayV2::Route': [inApi('ApiId')],
  'AWS::ApiGatewayV2::Authorizer': [inApi('ApiId'), rule(is.invokes, 'AuthorizerUri', anyArn)],
  'AWS::ApiGatewayV2::VpcLink': inNetwork('SubnetIds[]', 'SecurityGroupIds[]'),
  'AWS::ApiGatewayV2::DomainName': [rule(is.uses, 'DomainNameConfigurations[].CertificateArn', anyArn)],
  'AWS::ApiGatewayV2::ApiMapping': [rule(is.forwards, 'ApiId', api)],
  'AWS::AppSync::GraphQLApi': [
    rule(is.acts, 'LogConfig.CloudWatchLogsRoleArn', to.role),
    rule(is.uses, 'UserPoolConfig.UserPoolId', to.userPool),
    rule(is.invokes, 'LambdaAuthorizerConfig.AuthorizerUri', to.lambda),
  ],
  'AWS::AppSync::DataSource': [
    rule(is.contained, 'ApiId', graphQlApi),
    rule(is.acts, 'ServiceRoleArn', to.role),
    rule(is.invokes, 'LambdaConfig.LambdaFunctionArn', to.lambda),
    rule(is.reads, 'DynamoDBConfig.TableName', to.name('AWS::DynamoDB::Table')),
    rule(is.sends, 'EventBridgeConfig.EventBusArn', anyArn),
    rule(
      is.reads,
      'RelationalDatabaseConfig.RdsHttpEndpointConfig.DbClusterIdentifier',
      to.name('AWS::RDS::DBCluster'),
    ),
    ...rules(is.reads, ['ElasticsearchConfig.Endpoint', 'OpenSearchServiceConfig.Endpoint'], endpoint),
  ],
  'AWS::AppSync::Resolver': [
    rule(is.contained, 'ApiId', graphQlApi),
    rule(is.reads, 'DataSourceName', to.name('AWS::AppSync::DataSource')),
  ],
  'AWS::CloudFront::Distribution': [
    rule(is.forwards, 'distributionConfig.origins.items[].domainName', endpoint),
    ...['defaultCacheBehavior', 'cacheBehaviors.items[]'].flatMap((behavior) => [
      rule(is.invokes, `distributionConfig.${behavior}.lambdaFunctionAssociations.items[].lambdaFunctionARN`, anyArn),
      rule(is.invokes, `distributionConfig.${behavior}.functionAssociations.items[].functionARN`, anyArn),
    ]),
    rule(is.logsTo, 'distributionConfig.logging.bucket', to.bucket),
    rule(is.uses, 'distributionConfig.webACLId', anyArn),
    rule(is.uses, 'distributionConfig.viewerCertificate.aCMCertificateArn', anyArn),
    rule(is.uses, 'distributionConfig.viewerCertificate.iAMCertificateId', to.id('AWS::IAM::ServerCertificate')),
  ],
  'AWS::CloudFront::StreamingDistribution': [
    rule(is.forwards, 'streamingDistributionConfig.s3Origin.domainName', endpoint),
    rule(is.logsTo, 'streamingDistributionConfig.logging.bucket', to.bucket),
  ],
  'AWS::WAFv2::LoggingConfiguration': [
    rule(is.records, 'ResourceArn', anyArn),
    rule(is.sends, 'LogDestinationConfigs[]', anyArn),
  ],
  'AWS::WAFv2::WebACLAssociation': [rule(is.protects, 'ResourceArn', anyArn), rule(is.uses, 'WebACLArn', anyArn)],
};

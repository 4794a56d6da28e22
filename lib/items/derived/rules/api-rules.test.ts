import { expect, test } from 'vitest';
import { apiRules } from './api-rules';
import { arn, functionArn, roleArn, rulesUnderTest } from './test-rules';

const { edgesOf, unusedRules } = rulesUnderTest(apiRules);

test('API Gateway', () => {
  expect(
    edgesOf('AWS::ApiGateway::RestApi', {
      endpointConfiguration: { types: ['PRIVATE'], vpcEndpointIds: ['vpce-06dc89dafcf275f8e'] },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Uses EC2::VPCEndpoint vpce-06dc89dafcf275f8e < configuration.endpointConfiguration.vpcEndpointIds[0]",
    ]
  `);
  expect(
    edgesOf('AWS::ApiGateway::Stage', {
      accessLogSettings: { destinationArn: arn('logs', 'log-group:api') },
      webAclArn: arn('wafv2', 'regional/webacl/front/1'),
    }),
  ).toMatchInlineSnapshot(`
    [
      "Logs to Logs::LogGroup named api < configuration.accessLogSettings.destinationArn",
      "Uses WAFv2::WebACL arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/front/1 < configuration.webAclArn",
    ]
  `);
  expect(edgesOf('AWS::ApiGateway::Resource', { RestApiId: 'a1b2c3' })).toMatchInlineSnapshot(`
    [
      "Is contained in ApiGateway::RestApi arn:aws:apigateway:eu-west-1::/restapis/a1b2c3 if there < configuration.RestApiId",
      "Is contained in ApiGatewayV2::Api arn:aws:apigateway:eu-west-1::/apis/a1b2c3 if there < configuration.RestApiId",
    ]
  `);
  expect(
    edgesOf('AWS::ApiGateway::Method', {
      RestApiId: 'a1b2c3',
      AuthorizerId: 'auth1',
      Integration: {
        Uri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
        Credentials: roleArn,
        ConnectionId: 'link1',
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in ApiGateway::RestApi arn:aws:apigateway:eu-west-1::/restapis/a1b2c3 if there < configuration.RestApiId",
      "Is contained in ApiGatewayV2::Api arn:aws:apigateway:eu-west-1::/apis/a1b2c3 if there < configuration.RestApiId",
      "Invokes Lambda::Function resize < configuration.Integration.Uri",
      "Acts as IAM::Role named worker < configuration.Integration.Credentials",
      "Uses ApiGateway::VpcLink link1 < configuration.Integration.ConnectionId",
      "Uses ApiGateway::Authorizer auth1 < configuration.AuthorizerId",
    ]
  `);
  expect(
    edgesOf('AWS::ApiGateway::Method', {
      RestApiId: 'a1b2c3',
      methodIntegration: {
        uri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in ApiGateway::RestApi arn:aws:apigateway:eu-west-1::/restapis/a1b2c3 if there < configuration.RestApiId",
      "Is contained in ApiGatewayV2::Api arn:aws:apigateway:eu-west-1::/apis/a1b2c3 if there < configuration.RestApiId",
      "Invokes Lambda::Function resize < configuration.methodIntegration.uri",
    ]
  `);
  expect(
    edgesOf('AWS::ApiGateway::Method', {
      Integration: { Uri: 'http://inner-0123456789abcdef.elb.eu-west-1.amazonaws.com/orders' },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Forwards to ElasticLoadBalancingV2::LoadBalancer named inner if there < configuration.Integration.Uri",
      "Forwards to ElasticLoadBalancing::LoadBalancer named inner if there < configuration.Integration.Uri",
    ]
  `);
  expect(
    edgesOf('AWS::ApiGateway::Method', {
      methodIntegration: { uri: 'https://shop-1480936172.eu-west-1.elb.amazonaws.com' },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Forwards to ElasticLoadBalancingV2::LoadBalancer named shop if there < configuration.methodIntegration.uri",
      "Forwards to ElasticLoadBalancing::LoadBalancer named shop if there < configuration.methodIntegration.uri",
    ]
  `);
  expect(
    edgesOf('AWS::ApiGateway::Authorizer', {
      RestApiId: 'a1b2c3',
      ProviderARNs: [arn('cognito-idp', 'userpool/eu-west-1_AbC')],
      AuthorizerUri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in ApiGateway::RestApi arn:aws:apigateway:eu-west-1::/restapis/a1b2c3 if there < configuration.RestApiId",
      "Is contained in ApiGatewayV2::Api arn:aws:apigateway:eu-west-1::/apis/a1b2c3 if there < configuration.RestApiId",
      "Uses Cognito::UserPool eu-west-1_AbC < configuration.ProviderARNs[0]",
      "Invokes Lambda::Function resize < configuration.AuthorizerUri",
    ]
  `);
  expect(
    edgesOf('AWS::ApiGateway::VpcLink', {
      TargetArns: [arn('elasticloadbalancing', 'loadbalancer/net/inner/0123456789abcdef')],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Forwards to ElasticLoadBalancingV2::LoadBalancer arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/inner/0123456789abcdef < configuration.TargetArns[0]",
    ]
  `);
  expect(
    edgesOf('AWS::ApiGateway::DomainName', {
      CertificateArn: arn('acm', 'certificate/1'),
      RegionalCertificateArn: arn('acm', 'certificate/2'),
    }),
  ).toMatchInlineSnapshot(`
    [
      "Uses ACM::Certificate arn:aws:acm:eu-west-1:111122223333:certificate/1 < configuration.CertificateArn",
      "Uses ACM::Certificate arn:aws:acm:eu-west-1:111122223333:certificate/2 < configuration.RegionalCertificateArn",
    ]
  `);
  expect(edgesOf('AWS::ApiGateway::BasePathMapping', { RestApiId: 'a1b2c3' })).toMatchInlineSnapshot(`
    [
      "Forwards to ApiGateway::RestApi arn:aws:apigateway:eu-west-1::/restapis/a1b2c3 if there < configuration.RestApiId",
      "Forwards to ApiGatewayV2::Api arn:aws:apigateway:eu-west-1::/apis/a1b2c3 if there < configuration.RestApiId",
    ]
  `);
  expect(
    edgesOf('AWS::ApiGatewayV2::Stage', { accessLogSettings: { destinationArn: arn('logs', 'log-group:api') } }),
  ).toMatchInlineSnapshot(`
    [
      "Logs to Logs::LogGroup named api < configuration.accessLogSettings.destinationArn",
    ]
  `);
  expect(
    edgesOf('AWS::ApiGatewayV2::Integration', {
      ApiId: 'a1b2c3',
      IntegrationUri: functionArn,
      CredentialsArn: roleArn,
      ConnectionId: 'link1',
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in ApiGateway::RestApi arn:aws:apigateway:eu-west-1::/restapis/a1b2c3 if there < configuration.ApiId",
      "Is contained in ApiGatewayV2::Api arn:aws:apigateway:eu-west-1::/apis/a1b2c3 if there < configuration.ApiId",
      "Invokes Lambda::Function resize < configuration.IntegrationUri",
      "Acts as IAM::Role named worker < configuration.CredentialsArn",
      "Uses ApiGatewayV2::VpcLink link1 < configuration.ConnectionId",
    ]
  `);
  expect(edgesOf('AWS::ApiGatewayV2::Route', { ApiId: 'a1b2c3' })).toMatchInlineSnapshot(`
    [
      "Is contained in ApiGateway::RestApi arn:aws:apigateway:eu-west-1::/restapis/a1b2c3 if there < configuration.ApiId",
      "Is contained in ApiGatewayV2::Api arn:aws:apigateway:eu-west-1::/apis/a1b2c3 if there < configuration.ApiId",
    ]
  `);
  expect(
    edgesOf('AWS::ApiGatewayV2::Authorizer', {
      ApiId: 'a1b2c3',
      AuthorizerUri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in ApiGateway::RestApi arn:aws:apigateway:eu-west-1::/restapis/a1b2c3 if there < configuration.ApiId",
      "Is contained in ApiGatewayV2::Api arn:aws:apigateway:eu-west-1::/apis/a1b2c3 if there < configuration.ApiId",
      "Invokes Lambda::Function resize < configuration.AuthorizerUri",
    ]
  `);
  expect(
    edgesOf('AWS::ApiGatewayV2::VpcLink', { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::Subnet subnet-1 < configuration.SubnetIds[0]",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.SecurityGroupIds[0]",
    ]
  `);
  expect(
    edgesOf('AWS::ApiGatewayV2::DomainName', {
      DomainNameConfigurations: [{ CertificateArn: arn('acm', 'certificate/1') }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Uses ACM::Certificate arn:aws:acm:eu-west-1:111122223333:certificate/1 < configuration.DomainNameConfigurations[0].CertificateArn",
    ]
  `);
  expect(edgesOf('AWS::ApiGatewayV2::ApiMapping', { ApiId: 'a1b2c3' })).toMatchInlineSnapshot(`
    [
      "Forwards to ApiGateway::RestApi arn:aws:apigateway:eu-west-1::/restapis/a1b2c3 if there < configuration.ApiId",
      "Forwards to ApiGatewayV2::Api arn:aws:apigateway:eu-west-1::/apis/a1b2c3 if there < configuration.ApiId",
    ]
  `);
});

test('AppSync', () => {
  expect(
    edgesOf('AWS::AppSync::GraphQLApi', {
      LogConfig: { CloudWatchLogsRoleArn: roleArn },
      UserPoolConfig: { UserPoolId: 'eu-west-1_AbC' },
      LambdaAuthorizerConfig: { AuthorizerUri: functionArn },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Acts as IAM::Role named worker < configuration.LogConfig.CloudWatchLogsRoleArn",
      "Uses Cognito::UserPool eu-west-1_AbC < configuration.UserPoolConfig.UserPoolId",
      "Invokes Lambda::Function resize < configuration.LambdaAuthorizerConfig.AuthorizerUri",
    ]
  `);
  expect(
    edgesOf('AWS::AppSync::DataSource', {
      ApiId: 'api1',
      ServiceRoleArn: roleArn,
      LambdaConfig: { LambdaFunctionArn: functionArn },
      DynamoDBConfig: { TableName: 'orders' },
      EventBridgeConfig: { EventBusArn: arn('events', 'event-bus/shop') },
      RelationalDatabaseConfig: { RdsHttpEndpointConfig: { DbClusterIdentifier: 'orders' } },
      ElasticsearchConfig: { Endpoint: 'https://search-old-abcdefghijklmnopqrstuvwxyz.eu-west-1.es.amazonaws.com' },
      OpenSearchServiceConfig: { Endpoint: 'https://vpc-logs-abcdefghijklmnopqrstuvwxyz.eu-west-1.es.amazonaws.com' },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in AppSync::GraphQLApi api1 < configuration.ApiId",
      "Acts as IAM::Role named worker < configuration.ServiceRoleArn",
      "Invokes Lambda::Function resize < configuration.LambdaConfig.LambdaFunctionArn",
      "Reads DynamoDB::Table named orders < configuration.DynamoDBConfig.TableName",
      "Sends to Events::EventBus named shop < configuration.EventBridgeConfig.EventBusArn",
      "Reads RDS::DBCluster named orders < configuration.RelationalDatabaseConfig.RdsHttpEndpointConfig.DbClusterIdentifier",
      "Reads OpenSearch::Domain named old if there < configuration.ElasticsearchConfig.Endpoint",
      "Reads Elasticsearch::Domain named old if there < configuration.ElasticsearchConfig.Endpoint",
      "Reads OpenSearch::Domain named logs if there < configuration.OpenSearchServiceConfig.Endpoint",
      "Reads Elasticsearch::Domain named logs if there < configuration.OpenSearchServiceConfig.Endpoint",
    ]
  `);
  expect(edgesOf('AWS::AppSync::Resolver', { ApiId: 'api1', DataSourceName: 'orders' })).toMatchInlineSnapshot(`
    [
      "Is contained in AppSync::GraphQLApi api1 < configuration.ApiId",
      "Reads AppSync::DataSource named orders < configuration.DataSourceName",
    ]
  `);
});

test('CloudFront and its firewalls', () => {
  expect(
    edgesOf('AWS::CloudFront::Distribution', {
      distributionConfig: {
        origins: {
          items: [
            { domainName: 'shop-1480936172.eu-west-1.elb.amazonaws.com' },
            { domainName: 'assets.s3.eu-west-1.amazonaws.com' },
            { domainName: 'a1b2c3.execute-api.eu-west-1.amazonaws.com' },
            { domainName: 'example.org' },
          ],
        },
        defaultCacheBehavior: {
          lambdaFunctionAssociations: { items: [{ lambdaFunctionARN: `${functionArn}:3` }] },
          functionAssociations: { items: [{ functionARN: 'arn:aws:cloudfront::111122223333:function/headers' }] },
        },
        cacheBehaviors: {
          items: [
            {
              lambdaFunctionAssociations: { items: [{ lambdaFunctionARN: arn('lambda', 'function:sign:1') }] },
              functionAssociations: { items: [{ functionARN: 'arn:aws:cloudfront::111122223333:function/paths' }] },
            },
          ],
        },
        logging: { bucket: 'logs.s3.amazonaws.com' },
        webACLId: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/front/1',
        viewerCertificate: {
          aCMCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1',
          iAMCertificateId: 'ASCA1',
        },
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Forwards to ElasticLoadBalancingV2::LoadBalancer named shop if there < configuration.distributionConfig.origins.items[0].domainName",
      "Forwards to ElasticLoadBalancing::LoadBalancer named shop if there < configuration.distributionConfig.origins.items[0].domainName",
      "Forwards to S3::Bucket assets < configuration.distributionConfig.origins.items[1].domainName",
      "Forwards to ApiGateway::RestApi arn:aws:apigateway:eu-west-1::/restapis/a1b2c3 if there < configuration.distributionConfig.origins.items[2].domainName",
      "Forwards to ApiGatewayV2::Api arn:aws:apigateway:eu-west-1::/apis/a1b2c3 if there < configuration.distributionConfig.origins.items[2].domainName",
      "Invokes Lambda::Function resize < configuration.distributionConfig.defaultCacheBehavior.lambdaFunctionAssociations.items[0].lambdaFunctionARN",
      "Invokes CloudFront::Function arn:aws:cloudfront::111122223333:function/headers < configuration.distributionConfig.defaultCacheBehavior.functionAssociations.items[0].functionARN",
      "Invokes Lambda::Function sign < configuration.distributionConfig.cacheBehaviors.items[0].lambdaFunctionAssociations.items[0].lambdaFunctionARN",
      "Invokes CloudFront::Function arn:aws:cloudfront::111122223333:function/paths < configuration.distributionConfig.cacheBehaviors.items[0].functionAssociations.items[0].functionARN",
      "Logs to S3::Bucket logs < configuration.distributionConfig.logging.bucket",
      "Uses WAFv2::WebACL arn:aws:wafv2:us-east-1:111122223333:global/webacl/front/1 < configuration.distributionConfig.webACLId",
      "Uses ACM::Certificate arn:aws:acm:us-east-1:111122223333:certificate/1 < configuration.distributionConfig.viewerCertificate.aCMCertificateArn",
      "Uses IAM::ServerCertificate ASCA1 < configuration.distributionConfig.viewerCertificate.iAMCertificateId",
    ]
  `);
  expect(
    edgesOf('AWS::CloudFront::StreamingDistribution', {
      streamingDistributionConfig: {
        s3Origin: { domainName: 'films.s3.amazonaws.com' },
        logging: { bucket: 'logs.s3.amazonaws.com' },
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Forwards to S3::Bucket films < configuration.streamingDistributionConfig.s3Origin.domainName",
      "Logs to S3::Bucket logs < configuration.streamingDistributionConfig.logging.bucket",
    ]
  `);
  expect(
    edgesOf('AWS::WAFv2::LoggingConfiguration', {
      ResourceArn: arn('wafv2', 'regional/webacl/front/1'),
      LogDestinationConfigs: [arn('firehose', 'deliverystream/aws-waf-logs')],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Records WAFv2::WebACL arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/front/1 < configuration.ResourceArn",
      "Sends to KinesisFirehose::DeliveryStream named aws-waf-logs < configuration.LogDestinationConfigs[0]",
    ]
  `);
  expect(
    edgesOf('AWS::WAFv2::WebACLAssociation', {
      ResourceArn: arn('elasticloadbalancing', 'loadbalancer/app/shop/d0921f1a5fa3df73'),
      WebACLArn: arn('wafv2', 'regional/webacl/front/1'),
    }),
  ).toMatchInlineSnapshot(`
    [
      "Protects ElasticLoadBalancingV2::LoadBalancer arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/d0921f1a5fa3df73 < configuration.ResourceArn",
      "Uses WAFv2::WebACL arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/front/1 < configuration.WebACLArn",
    ]
  `);
});

test('each rule finds something in these examples', () => {
  expect(unusedRules()).toEqual([]);
});

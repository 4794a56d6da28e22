import { expect, test } from 'vitest';
import { awsError, bare, itemsOf } from '../../test-items';
import { api } from './api';
import { stage } from './stage';

const arn = 'arn:aws:apigateway:us-west-2::/apis/a1b2c3';
const common = { ...bare, availabilityZone: 'Not Applicable' };
const CreatedDate = new Date('2026-11-24T10:00:00Z');
const shop = {
  ApiId: 'a1b2c3',
  Name: 'shop',
  ProtocolType: 'HTTP',
  RouteSelectionExpression: '$request.method $request.path',
  ApiKeySelectionExpression: '$request.header.x-api-key',
  ApiEndpoint: 'https://a1b2c3.execute-api.us-west-2.amazonaws.com',
  CorsConfiguration: { AllowOrigins: ['*'], MaxAge: 60 },
  DisableExecuteApiEndpoint: false,
  CreatedDate,
  Tags: { Team: 'platform' },
  Warnings: ['odd'],
};

test('an API goes by its ARN, which names no account', async () => {
  expect(await itemsOf(api, { getApis: { Items: [shop] } })).toEqual([
    {
      ...common,
      resourceType: 'AWS::ApiGatewayV2::Api',
      resourceId: arn,
      resourceName: 'shop',
      ARN: arn,
      resourceCreationTime: '2026-11-24T10:00:00.000Z',
      tags: { Team: 'platform' },
      configuration: {
        apiId: 'a1b2c3',
        name: 'shop',
        protocolType: 'HTTP',
        routeSelectionExpression: '$request.method $request.path',
        apiKeySelectionExpression: '$request.header.x-api-key',
        apiEndpoint: 'https://a1b2c3.execute-api.us-west-2.amazonaws.com',
        corsConfiguration: { allowOrigins: ['*'], maxAge: 60 },
        disableExecuteApiEndpoint: false,
        createdDate: '2026-11-24T10:00:00.000Z',
      },
    },
  ]);
});

test('a stage lies in its API; routes and variables keep their names', async () => {
  const items = await itemsOf(stage, {
    getApis: { Items: [shop, { ...shop, ApiId: 'gone' }] },
    getStages: ({ ApiId }: { ApiId: string }) =>
      ApiId === 'gone'
        ? awsError('NotFoundException')
        : {
            Items: [
              {
                StageName: '$default',
                AutoDeploy: true,
                CreatedDate,
                DefaultRouteSettings: { DetailedMetricsEnabled: false },
                RouteSettings: { 'GET /Orders': { ThrottlingBurstLimit: 5 } },
                StageVariables: { Table: 'orders' },
                LastDeploymentStatusMessage: 'Successfully deployed',
              },
            ],
          },
  });
  expect(items).toEqual([
    {
      ...common,
      resourceType: 'AWS::ApiGatewayV2::Stage',
      resourceId: `${arn}/stages/$default`,
      resourceName: '$default',
      ARN: `${arn}/stages/$default`,
      resourceCreationTime: '2026-11-24T10:00:00.000Z',
      relationships: [
        { resourceId: arn, resourceName: 'shop', resourceType: 'AWS::ApiGatewayV2::Api', name: 'Is contained in ' },
      ],
      configuration: {
        stageName: '$default',
        autoDeploy: true,
        createdDate: '2026-11-24T10:00:00.000Z',
        defaultRouteSettings: { detailedMetricsEnabled: false },
        routeSettings: { 'GET /Orders': { throttlingBurstLimit: 5 } },
        stageVariables: { Table: 'orders' },
      },
    },
  ]);
});

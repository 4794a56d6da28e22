import { expect, test } from 'vitest';
import { bare, itemsOf } from '../../test-items';
import { graphqlApi } from './graphql-api';

test('an API has its ARN as id, and addresses as the registry names them', async () => {
  const arn = 'arn:aws:appsync:us-west-2:123456789012:apis/abc';
  const items = await itemsOf(graphqlApi, {
    listGraphqlApis: {
      graphqlApis: [
        {
          apiId: 'abc',
          arn,
          name: 'shop',
          authenticationType: 'OPENID_CONNECT',
          openIDConnectConfig: { issuer: 'https://example.com', iatTTL: 60 },
          logConfig: { fieldLogLevel: 'ALL', cloudWatchLogsRoleArn: 'arn:aws:iam::123456789012:role/log' },
          uris: { GRAPHQL: 'https://abc.example/graphql', REALTIME: 'wss://abc.example/graphql' },
          dns: { GRAPHQL: 'abc.example' },
          owner: '123456789012',
          tags: { Team: 'platform' },
          xrayEnabled: false,
        },
      ],
    },
  });
  expect(items).toEqual([
    {
      ...bare,
      resourceType: 'AWS::AppSync::GraphQLApi',
      resourceId: arn,
      resourceName: 'shop',
      ARN: arn,
      availabilityZone: 'Regional',
      tags: { Team: 'platform' },
      configuration: {
        Id: arn,
        ApiId: 'abc',
        Arn: arn,
        Name: 'shop',
        AuthenticationType: 'OPENID_CONNECT',
        OpenIDConnectConfig: { Issuer: 'https://example.com', IatTTL: 60 },
        LogConfig: { FieldLogLevel: 'ALL', CloudWatchLogsRoleArn: 'arn:aws:iam::123456789012:role/log' },
        GraphQLUrl: 'https://abc.example/graphql',
        RealtimeUrl: 'wss://abc.example/graphql',
        GraphQLDns: 'abc.example',
        XrayEnabled: false,
        Tags: [{ Key: 'Team', Value: 'platform' }],
      },
    },
  ]);
});

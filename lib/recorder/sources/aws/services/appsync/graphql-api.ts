import { AppSyncClient, type GraphqlApi, paginateListGraphqlApis } from '@aws-sdk/client-appsync';
import { flattenPages } from '../../calls/pages';
import { pascalCase } from '../../fields/casing';
import { registryTags } from '../../fields/registry-tags';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

/** What the registry spells otherwise than AppSync, and what it has not. */
const without = ['uris', 'dns', 'tags', 'owner', 'wafWebAclArn'];

/**
 * In the form of the CloudFormation registry, by the ARN, which AWS Config also has as `Id` (property file of
 * awslabs/aws-config-resource-schema). Through AppSync's own API: one call tells of all of them, and the registry would also read the
 * environment variables, which may be secrets.
 */
export const graphqlApi = resourceType<GraphqlApi>({
  resourceType: 'AWS::AppSync::GraphQLApi',
  permissions: ['appsync:ListGraphqlApis'],
  list: ({ client }) =>
    flattenPages(paginateListGraphqlApis({ client: client(AppSyncClient) }, {}), ({ graphqlApis }) => graphqlApis),
  describe: (api) => {
    const tags = tagsOf(api.tags);
    return {
      id: api.arn,
      name: api.name,
      arn: api.arn,
      zone: 'Regional',
      tags,
      configuration: {
        ...pascalCase(
          {
            ...api,
            id: api.arn,
            graphQLUrl: api.uris?.GRAPHQL,
            realtimeUrl: api.uris?.REALTIME,
            graphQLDns: api.dns?.GRAPHQL,
            realtimeDns: api.dns?.REALTIME,
          },
          { without },
        ),
        Tags: registryTags(tags),
      },
    };
  },
});

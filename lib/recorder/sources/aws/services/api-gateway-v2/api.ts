import { type Api, ApiGatewayV2Client, GetApisCommand } from '@aws-sdk/client-apigatewayv2';
import type { AwsAccess } from '../../calls/access';
import { flattenTokenPages } from '../../calls/pages';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';
import { readPermission } from '../api-gateway/rest-api';

/** The HTTP and WebSocket APIs of an account and Region. */
export function apis({ client }: AwsAccess): AsyncGenerator<Api> {
  return flattenTokenPages(
    (NextToken) => client(ApiGatewayV2Client).send(new GetApisCommand({ NextToken, MaxResults: '500' })),
    (page) => page.Items,
    (page) => page.NextToken,
  );
}

/** They go by an ARN without account (example item of awslabs/aws-config-rdk). */
export function apiArn({ arn }: Pick<AwsAccess, 'arn'>, id: string | undefined): string {
  return arn('apigateway', `/apis/${id}`, { accountId: '' });
}

export const api = resourceType<Api>({
  resourceType: 'AWS::ApiGatewayV2::Api',
  permissions: [readPermission],
  list: apis,
  describe: (api, access) => ({
    id: api.ApiId === undefined ? undefined : apiArn(access, api.ApiId),
    name: api.Name,
    arn: apiArn(access, api.ApiId),
    createdAt: api.CreatedDate,
    zone: 'Not Applicable',
    tags: tagsOf(api.Tags),
    // What an import found wrong is told for a while after it.
    configuration: camelCase(api, { without: ['Tags', 'ImportInfo', 'Warnings'] }),
  }),
});

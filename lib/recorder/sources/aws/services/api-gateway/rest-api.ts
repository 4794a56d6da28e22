import { APIGatewayClient, paginateGetRestApis, type RestApi } from '@aws-sdk/client-api-gateway';
import type { AwsAccess } from '../../calls/access';
import { flattenPages } from '../../calls/pages';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

/**
 * API Gateway has one IAM action for everything that is read (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-iam-policy-examples.html).
 */
export const readPermission = 'apigateway:GET';

/** APIs go by an ARN without account (example item of awslabs/aws-config-rdk). */
export function restApiArn({ arn }: Pick<AwsAccess, 'arn'>, id: string | undefined): string {
  return arn('apigateway', `/restapis/${id}`, { accountId: '' });
}

export const restApi = resourceType<RestApi>({
  resourceType: 'AWS::ApiGateway::RestApi',
  permissions: [readPermission],
  list: ({ client }) =>
    flattenPages(paginateGetRestApis({ client: client(APIGatewayClient), pageSize: 500 }, {}), ({ items }) => items),
  describe: (api, access) => ({
    id: api.id === undefined ? undefined : restApiArn(access, api.id),
    name: api.name,
    arn: restApiArn(access, api.id),
    createdAt: api.createdDate,
    zone: 'Not Applicable',
    tags: tagsOf(api.tags),
    configuration: camelCase(api, { without: ['tags'] }),
    supplementaryConfiguration: { tags: tagsOf(api.tags) },
  }),
});

import { ApiGatewayV2Client, GetStagesCommand, type Stage } from '@aws-sdk/client-apigatewayv2';
import { errorCode } from '../../../../../errors';
import type { AwsAccess } from '../../calls/access';
import { flattenTokenPages } from '../../calls/pages';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';
import { readPermission } from '../api-gateway/rest-api';
import { apiArn, apis } from './api';

interface ApiStage {
  api: { id: string; name: string | undefined };
  stage: Stage;
}

/** As AWS Config has it (example item of awslabs/aws-config-rdk). Routes and stage variables keep their names. */
export const stage = resourceType<ApiStage>({
  resourceType: 'AWS::ApiGatewayV2::Stage',
  permissions: [readPermission],
  list: stages,
  describe: ({ api, stage }) => {
    const arn = `${api.id}/stages/${stage.StageName}`;
    return {
      id: arn,
      name: stage.StageName,
      arn,
      createdAt: stage.CreatedDate,
      zone: 'Not Applicable',
      tags: tagsOf(stage.Tags),
      configuration: {
        ...camelCase(stage, {
          maps: ['StageVariables'],
          without: ['Tags', 'RouteSettings', 'LastDeploymentStatusMessage'],
        }),
        routeSettings: Object.fromEntries(
          Object.entries(stage.RouteSettings ?? {}).map(([route, settings]) => [route, camelCase(settings)]),
        ),
      },
    };
  },
  related: { 'AWS::ApiGatewayV2::Api': ({ api }) => api },
});

async function* stages(access: AwsAccess): AsyncGenerator<ApiStage> {
  const client = access.client(ApiGatewayV2Client);
  for await (const { ApiId, Name: name } of apis(access)) {
    try {
      const pages = flattenTokenPages(
        (NextToken) => client.send(new GetStagesCommand({ ApiId, NextToken, MaxResults: '500' })),
        (page) => page.Items,
        (page) => page.NextToken,
      );
      for await (const stage of pages) yield { api: { id: apiArn(access, ApiId), name }, stage };
    } catch (error) {
      // The API is gone meanwhile.
      if (errorCode(error) !== 'NotFoundException') throw error;
    }
  }
}

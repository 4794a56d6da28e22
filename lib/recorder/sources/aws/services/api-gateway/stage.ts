import { APIGatewayClient, GetStagesCommand, paginateGetRestApis, type Stage } from '@aws-sdk/client-api-gateway';
import { errorCode } from '../../../../../errors';
import type { AwsAccess } from '../../calls/access';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';
import { readPermission, restApiArn } from './rest-api';

interface ApiStage {
  api: { id: string; name: string | undefined };
  stage: Stage;
}

/** Stages: what AWS Config relates to an API. Stage variables keep their names; as tags do, they stand for themselves. */
export const stage = resourceType<ApiStage>({
  resourceType: 'AWS::ApiGateway::Stage',
  permissions: [readPermission],
  list: stages,
  describe: ({ api, stage }) => {
    const arn = `${api.id}/stages/${stage.stageName}`;
    return {
      id: arn,
      name: stage.stageName,
      arn,
      createdAt: stage.createdDate,
      zone: 'Not Applicable',
      tags: tagsOf(stage.tags),
      configuration: camelCase(stage, { maps: ['variables', 'methodSettings'], without: ['tags'] }),
    };
  },
  related: { 'AWS::ApiGateway::RestApi': ({ api }) => api },
});

async function* stages(access: AwsAccess): AsyncGenerator<ApiStage> {
  const client = access.client(APIGatewayClient);
  for await (const { items } of paginateGetRestApis({ client, pageSize: 500 }, {})) {
    for (const { id, name } of items ?? []) {
      const api = { id: restApiArn(access, id), name };
      for (const stage of await stagesOf(client, id)) yield { api, stage };
    }
  }
}

async function stagesOf(client: APIGatewayClient, restApiId: string | undefined): Promise<Stage[]> {
  try {
    return (await client.send(new GetStagesCommand({ restApiId }))).item ?? [];
  } catch (error) {
    if (errorCode(error) === 'NotFoundException') return [];
    throw error;
  }
}

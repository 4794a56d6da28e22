import {
  CodeDeployClient,
  type DeploymentConfigInfo,
  GetDeploymentConfigCommand,
  paginateListDeploymentConfigs,
} from '@aws-sdk/client-codedeploy';
import { ignoreNotFound } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { asSpelt } from '../../fields/casing';
import { resourceType } from '../../resource-type';

/**
 * With the fields of CodeDeploy's own API, which is what AWS Config writes: seen in a snapshot of 2022 (mfrasier/config_history_decoder),
 * with AWS's own configurations (`CodeDeployDefault.…`, ids of noughts), of which each Region has some twenty.
 */
export const deploymentConfig = resourceType<DeploymentConfigInfo>({
  resourceType: 'AWS::CodeDeploy::DeploymentConfig',
  permissions: ['codedeploy:ListDeploymentConfigs', 'codedeploy:GetDeploymentConfig'],
  list({ client }) {
    const codeDeploy = client(CodeDeployClient);
    return enrich(
      flattenPages(paginateListDeploymentConfigs({ client: codeDeploy }, {}), (page) => page.deploymentConfigsList),
      (deploymentConfigName) =>
        ignoreNotFound(['DeploymentConfigDoesNotExistException'], async () => {
          const answer = await codeDeploy.send(new GetDeploymentConfigCommand({ deploymentConfigName }));
          return answer.deploymentConfigInfo;
        }),
    );
  },
  describe: (config, { arn }) => ({
    id: config.deploymentConfigId,
    name: config.deploymentConfigName,
    arn: arn('codedeploy', `deploymentconfig:${config.deploymentConfigName}`),
    createdAt: config.createTime,
    zone: 'Not Applicable',
    configuration: asSpelt(config),
  }),
});

import {
  CodeDeployClient,
  type DeploymentGroupInfo,
  GetDeploymentGroupCommand,
  paginateListDeploymentGroups,
} from '@aws-sdk/client-codedeploy';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { asSpelt } from '../../fields/casing';
import { resourceType } from '../../resource-type';
import { applications } from './application';
import { readTags, tagPermission } from './tags';

interface WholeGroup {
  group: DeploymentGroupInfo;
  applicationId: string | undefined;
  tags: { [key: string]: string };
}

const groupArn = ({ arn }: Pick<AwsAccess, 'arn'>, group: DeploymentGroupInfo) =>
  arn('codedeploy', `deploymentgroup:${group.applicationName}/${group.deploymentGroupName}`);

/** The last deployments are left out: they tell what happened, not how the group is configured. */
export const deploymentGroup = resourceType<WholeGroup>({
  resourceType: 'AWS::CodeDeploy::DeploymentGroup',
  permissions: [
    'codedeploy:ListApplications',
    'codedeploy:GetApplication',
    'codedeploy:ListDeploymentGroups',
    'codedeploy:GetDeploymentGroup',
    tagPermission,
  ],
  list: deploymentGroups,
  describe: ({ group, tags }, access) => ({
    id: group.deploymentGroupId,
    name: group.deploymentGroupName,
    arn: groupArn(access, group),
    zone: 'Not Applicable',
    tags,
    configuration: asSpelt(group, { without: ['lastSuccessfulDeployment', 'lastAttemptedDeployment'] }),
  }),
  related: { 'AWS::CodeDeploy::Application': ({ applicationId }) => applicationId },
});

async function* deploymentGroups(access: AwsAccess): AsyncGenerator<WholeGroup> {
  for await (const { applicationName, applicationId } of applications(access)) {
    const client = access.client(CodeDeployClient);
    const names = flattenPages(
      paginateListDeploymentGroups({ client }, { applicationName }),
      (page) => page.deploymentGroups,
    );
    yield* enrich(names, (deploymentGroupName) =>
      ignoreNotFound(['ApplicationDoesNotExistException', 'DeploymentGroupDoesNotExistException'], async () => {
        const answer = await client.send(new GetDeploymentGroupCommand({ applicationName, deploymentGroupName }));
        const { deploymentGroupInfo: group = {} } = answer;
        return { group, applicationId, tags: await readTags(access, groupArn(access, group)) };
      }),
    );
  }
}

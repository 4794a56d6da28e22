import {
  type ApplicationInfo,
  CodeDeployClient,
  GetApplicationCommand,
  paginateListApplications,
} from '@aws-sdk/client-codedeploy';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { asSpelt } from '../../fields/casing';
import { resourceType } from '../../resource-type';
import { readTags, tagPermission } from './tags';

interface WholeApplication {
  application: ApplicationInfo;
  tags: { [key: string]: string };
}

/** The applications of an account and Region; without what was deleted meanwhile. */
export function applications(access: AwsAccess): AsyncGenerator<ApplicationInfo> {
  const client = access.client(CodeDeployClient);
  return enrich(
    flattenPages(paginateListApplications({ client }, {}), (page) => page.applications),
    (applicationName) =>
      ignoreNotFound(['ApplicationDoesNotExistException'], async () => {
        const answer = await client.send(new GetApplicationCommand({ applicationName }));
        return answer.application;
      }),
  );
}

function applicationArn({ arn }: Pick<AwsAccess, 'arn'>, name: string | undefined): string {
  return arn('codedeploy', `application:${name}`);
}

/**
 * With the fields of CodeDeploy's own API (property file of awslabs/aws-config-resource-schema), by the id that CodeDeploy gave it, as
 * AWS Config has it for deployment configurations.
 */
export const application = resourceType<WholeApplication>({
  resourceType: 'AWS::CodeDeploy::Application',
  permissions: ['codedeploy:ListApplications', 'codedeploy:GetApplication', tagPermission],
  list: (access) =>
    enrich(applications(access), async (application) => ({
      application,
      tags: await readTags(access, applicationArn(access, application.applicationName)),
    })),
  describe: ({ application, tags }, access) => ({
    id: application.applicationId,
    name: application.applicationName,
    arn: applicationArn(access, application.applicationName),
    createdAt: application.createTime,
    zone: 'Not Applicable',
    tags,
    configuration: asSpelt(application),
  }),
});

import {
  type ApplicationDescription,
  DescribeApplicationsCommand,
  ElasticBeanstalkClient,
} from '@aws-sdk/client-elastic-beanstalk';
import type { AwsAccess } from '../../calls/access';
import { enrich } from '../../calls/pages';
import { camelCase } from '../../fields/casing';
import { resourceType } from '../../resource-type';
import { readTags, tagPermission } from './tags';

interface WholeApplication {
  application: ApplicationDescription;
  tags: { [key: string]: string };
}

/** AWS Config goes by the ARN of an application (example item of awslabs/aws-config-rdk). */
export function applicationArn({ arn }: Pick<AwsAccess, 'arn'>, name: string | undefined): string {
  return arn('elasticbeanstalk', `application/${name}`);
}

/** Its versions and environments tell of the edges to it. */
export const application = resourceType<WholeApplication>({
  resourceType: 'AWS::ElasticBeanstalk::Application',
  permissions: ['elasticbeanstalk:DescribeApplications', tagPermission],
  list: (access) =>
    enrich(applications(access), async (application) => ({
      application,
      tags: await readTags(access, applicationArn(access, application.ApplicationName)),
    })),
  describe: ({ application, tags }, access) => ({
    id: application.ApplicationName === undefined ? undefined : applicationArn(access, application.ApplicationName),
    name: application.ApplicationName,
    arn: applicationArn(access, application.ApplicationName),
    createdAt: application.DateCreated,
    zone: 'Not Applicable',
    tags,
    configuration: camelCase(application, { without: ['ApplicationArn'] }),
  }),
  relatedByName: {
    'AWS::IAM::Role': ({ application: { ResourceLifecycleConfig } }) =>
      ResourceLifecycleConfig?.ServiceRole?.replace(/^arn:.*\//, ''),
  },
});

/** Elastic Beanstalk answers with all of them at once. */
async function* applications({ client }: AwsAccess): AsyncGenerator<ApplicationDescription> {
  const { Applications } = await client(ElasticBeanstalkClient).send(new DescribeApplicationsCommand({}));
  yield* Applications ?? [];
}

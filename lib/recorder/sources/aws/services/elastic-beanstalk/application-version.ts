import {
  type ApplicationVersionDescription,
  DescribeApplicationVersionsCommand,
  ElasticBeanstalkClient,
} from '@aws-sdk/client-elastic-beanstalk';
import type { AwsAccess } from '../../calls/access';
import { enrich, flattenTokenPages } from '../../calls/pages';
import { camelCase } from '../../fields/casing';
import { resourceType } from '../../resource-type';
import { applicationArn } from './application';
import { readTags, tagPermission } from './tags';

interface WholeVersion {
  version: ApplicationVersionDescription;
  application: { id: string; name: string | undefined };
  tags: { [key: string]: string };
}

/** AWS Config goes by the ARN of a version (example item of awslabs/aws-config-rdk), and calls `dateModified` when it was updated. */
export const applicationVersion = resourceType<WholeVersion>({
  resourceType: 'AWS::ElasticBeanstalk::ApplicationVersion',
  permissions: ['elasticbeanstalk:DescribeApplicationVersions', tagPermission],
  list: (access) =>
    enrich(versions(access), async (version) => ({
      version,
      application: { id: applicationArn(access, version.ApplicationName), name: version.ApplicationName },
      tags: await readTags(access, version.ApplicationVersionArn),
    })),
  describe: ({ version: { ApplicationVersionArn, DateUpdated, ...version }, tags }) => ({
    id: ApplicationVersionArn,
    name: version.VersionLabel,
    arn: ApplicationVersionArn,
    createdAt: version.DateCreated,
    zone: 'Not Applicable',
    tags,
    configuration: camelCase({ ...version, DateModified: DateUpdated }),
  }),
  related: {
    'AWS::ElasticBeanstalk::Application': ({ application }) => application,
    'AWS::S3::Bucket': ({ version: { SourceBundle } }) => SourceBundle?.S3Bucket,
  },
});

function versions({ client }: AwsAccess): AsyncGenerator<ApplicationVersionDescription> {
  return flattenTokenPages(
    (NextToken) =>
      client(ElasticBeanstalkClient).send(new DescribeApplicationVersionsCommand({ NextToken, MaxRecords: 1_000 })),
    (page) => page.ApplicationVersions,
    (page) => page.NextToken,
  );
}

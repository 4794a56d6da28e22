import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import {
  type ConfigurationOptionSetting,
  DescribeConfigurationSettingsCommand,
  DescribeEnvironmentsCommand,
  ElasticBeanstalkClient,
  type EnvironmentDescription,
} from '@aws-sdk/client-elastic-beanstalk';
import type { AwsAccess } from '../../calls/access';
import { optionalCall } from '../../calls/optional-call';
import { enrich, flattenTokenPages } from '../../calls/pages';
import { camelCase } from '../../fields/casing';
import { resourceType } from '../../resource-type';
import { applicationArn } from './application';
import { optionSettings, optionValue } from './option-settings';
import { readTags, tagPermission } from './tags';

interface WholeEnvironment {
  environment: EnvironmentDescription;
  settings: ConfigurationOptionSetting[];
  application: { id: string; name: string | undefined };
  /** The ARNs of the version that it runs, and of the stack that it is made of. */
  version: string | undefined;
  stack: string | undefined;
  tags: { [key: string]: string };
}

const settingsPermission = 'elasticbeanstalk:DescribeConfigurationSettings';
const stackPermission = 'cloudformation:DescribeStacks';

/** As AWS Config has it (example item of awslabs/aws-config-rdk), but its health, which is of the moment. */
export const environment = resourceType<WholeEnvironment>({
  resourceType: 'AWS::ElasticBeanstalk::Environment',
  permissions: ['elasticbeanstalk:DescribeEnvironments', settingsPermission, tagPermission, stackPermission],
  list: (access) => enrich(environments(access), (environment) => readWhole(access, environment)),
  describe: ({ environment, settings, tags }) => ({
    id: environment.EnvironmentId,
    name: environment.EnvironmentName,
    arn: environment.EnvironmentArn,
    createdAt: environment.DateCreated,
    zone: 'Not Applicable',
    tags,
    configuration: {
      ...camelCase(environment, { without: ['Health', 'HealthStatus', 'AbortableOperationInProgress', 'Resources'] }),
      optionSettings: optionSettings(settings),
    },
  }),
  related: {
    'AWS::ElasticBeanstalk::Application': ({ application }) => application,
    'AWS::ElasticBeanstalk::ApplicationVersion': ({ version }) => version,
    'AWS::CloudFormation::Stack': ({ stack }) => stack,
  },
  relatedByName: {
    // AWS Config tells of the instance profile as of its role.
    'AWS::IAM::Role': ({ settings }) =>
      [
        optionValue(settings, 'aws:autoscaling:launchconfiguration', 'IamInstanceProfile'),
        optionValue(settings, 'aws:elasticbeanstalk:environment', 'ServiceRole'),
      ].map((name) => name?.replace(/^arn:.*\//, '')),
  },
});

/** One that is terminated is told of for an hour. */
function environments({ client }: AwsAccess): AsyncGenerator<EnvironmentDescription> {
  return flattenTokenPages(
    (NextToken) => client(ElasticBeanstalkClient).send(new DescribeEnvironmentsCommand({ NextToken, MaxRecords: 100 })),
    (page) => page.Environments?.filter(({ Status }) => Status !== 'Terminated'),
    (page) => page.NextToken,
  );
}

async function readWhole(access: AwsAccess, environment: EnvironmentDescription): Promise<WholeEnvironment> {
  const { ApplicationName, EnvironmentName, EnvironmentId, VersionLabel } = environment;
  const about = `environment ${EnvironmentName}`;
  const configured = await optionalCall(access, {
    permission: settingsPermission,
    about,
    call: () =>
      access
        .client(ElasticBeanstalkClient)
        .send(new DescribeConfigurationSettingsCommand({ ApplicationName, EnvironmentName })),
    // Of one that is terminated meanwhile.
    none: ['InvalidParameterValue'],
  });
  const stacks = await optionalCall(access, {
    permission: stackPermission,
    about,
    // Elastic Beanstalk names the stack by the environment, and nowhere tells of it.
    call: () =>
      access
        .client(CloudFormationClient)
        .send(new DescribeStacksCommand({ StackName: `awseb-${EnvironmentId}-stack` })),
    none: ['ValidationError'],
  });
  return {
    environment,
    settings: configured?.ConfigurationSettings?.[0]?.OptionSettings ?? [],
    application: { id: applicationArn(access, ApplicationName), name: ApplicationName },
    version: VersionLabel && access.arn('elasticbeanstalk', `applicationversion/${ApplicationName}/${VersionLabel}`),
    stack: stacks?.Stacks?.[0]?.StackId,
    tags: await readTags(access, environment.EnvironmentArn),
  };
}

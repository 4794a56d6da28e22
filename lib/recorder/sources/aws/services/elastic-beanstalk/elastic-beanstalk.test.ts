import { expect, test } from 'vitest';
import { awsError, bare, itemsOf } from '../../test-items';
import { application } from './application';
import { applicationVersion } from './application-version';
import { environment } from './environment';

const arn = (resource: string) => `arn:aws:elasticbeanstalk:us-west-2:123456789012:${resource}`;
const common = { ...bare, availabilityZone: 'Not Applicable', resourceCreationTime: '2026-11-24T10:00:00.000Z' };
const DateCreated = new Date('2026-11-24T10:00:00Z');
const DateUpdated = new Date('2026-11-25T10:00:00Z');
const dates = { dateCreated: '2026-11-24T10:00:00.000Z', dateUpdated: '2026-11-25T10:00:00.000Z' };
const tagged = { listTagsForResource: { ResourceTags: [{ Key: 'Team', Value: 'platform' }] } };

test('an application goes by its ARN, and names its role', async () => {
  const items = await itemsOf(application, {
    describeApplications: {
      Applications: [
        {
          ApplicationArn: arn('application/shop'),
          ApplicationName: 'shop',
          DateCreated,
          DateUpdated,
          Versions: ['v1'],
          ResourceLifecycleConfig: {
            ServiceRole: 'arn:aws:iam::123456789012:role/service/beanstalk',
            VersionLifecycleConfig: { MaxCountRule: { Enabled: true, MaxCount: 200 } },
          },
        },
      ],
    },
    ...tagged,
  });
  expect(items).toEqual([
    {
      ...common,
      resourceType: 'AWS::ElasticBeanstalk::Application',
      resourceId: arn('application/shop'),
      resourceName: 'shop',
      ARN: arn('application/shop'),
      tags: { Team: 'platform' },
      relationships: [{ resourceName: 'beanstalk', resourceType: 'AWS::IAM::Role', name: 'Is associated with ' }],
      configuration: {
        applicationName: 'shop',
        ...dates,
        versions: ['v1'],
        resourceLifecycleConfig: {
          serviceRole: 'arn:aws:iam::123456789012:role/service/beanstalk',
          versionLifecycleConfig: { maxCountRule: { enabled: true, maxCount: 200 } },
        },
      },
    },
  ]);
});

test('a version lies in its application and is made of what is in a bucket', async () => {
  const version = {
    ApplicationVersionArn: arn('applicationversion/shop/v1'),
    ApplicationName: 'shop',
    VersionLabel: 'v1',
    SourceBundle: { S3Bucket: 'releases', S3Key: 'shop.zip' },
    Status: 'PROCESSED',
  };
  const items = await itemsOf(applicationVersion, {
    describeApplicationVersions: { ApplicationVersions: [{ ...version, DateCreated, DateUpdated }] },
    listTagsForResource: awsError('ResourceNotFoundException'),
  });
  expect(items).toEqual([
    {
      ...common,
      resourceType: 'AWS::ElasticBeanstalk::ApplicationVersion',
      resourceId: version.ApplicationVersionArn,
      resourceName: 'v1',
      ARN: version.ApplicationVersionArn,
      relationships: [
        {
          resourceId: arn('application/shop'),
          resourceName: 'shop',
          resourceType: 'AWS::ElasticBeanstalk::Application',
          name: 'Is contained in ',
        },
        { resourceId: 'releases', resourceType: 'AWS::S3::Bucket', name: 'Is associated with ' },
      ],
      configuration: {
        applicationName: 'shop',
        versionLabel: 'v1',
        sourceBundle: { s3Bucket: 'releases', s3Key: 'shop.zip' },
        status: 'PROCESSED',
        dateCreated: dates.dateCreated,
        dateModified: dates.dateUpdated,
      },
    },
  ]);
});

test('an environment has its options but no secrets, and all that AWS Config relates it to', async () => {
  const stack = 'arn:aws:cloudformation:us-west-2:123456789012:stack/awseb-e-1-stack/1';
  const option = (Namespace: string, OptionName: string, Value?: string) => ({ Namespace, OptionName, Value });
  const items = await itemsOf(environment, {
    describeEnvironments: {
      Environments: [
        {
          EnvironmentId: 'e-1',
          EnvironmentName: 'shop-prod',
          EnvironmentArn: arn('environment/shop/shop-prod'),
          ApplicationName: 'shop',
          VersionLabel: 'v1',
          CNAME: 'shop.us-west-2.elasticbeanstalk.com',
          DateCreated,
          DateUpdated,
          Status: 'Ready',
          Health: 'Green',
          HealthStatus: 'Ok',
          AbortableOperationInProgress: false,
          Tier: { Name: 'WebServer', Type: 'Standard', Version: '1.0' },
        },
        { EnvironmentId: 'e-2', Status: 'Terminated' },
      ],
    },
    describeConfigurationSettings: {
      ConfigurationSettings: [
        {
          OptionSettings: [
            option('aws:autoscaling:asg', 'MinSize', '1'),
            option('aws:autoscaling:asg', 'Custom Availability Zones'),
            option('aws:autoscaling:launchconfiguration', 'IamInstanceProfile', 'shop-profile'),
            option('aws:elasticbeanstalk:environment', 'ServiceRole', 'arn:aws:iam::123456789012:role/shop-service'),
            option('aws:elasticbeanstalk:application:environment', 'TOKEN', 'top-secret'),
            option('aws:cloudformation:template:parameter', 'EnvironmentVariables', 'TOKEN=top-secret'),
            option('aws:rds:dbinstance', 'DBPassword', 'top-secret'),
          ],
        },
      ],
    },
    describeStacks: { Stacks: [{ StackId: stack }] },
    ...tagged,
  });
  const associated = { name: 'Is associated with ' };
  expect(items).toEqual([
    {
      ...common,
      resourceType: 'AWS::ElasticBeanstalk::Environment',
      resourceId: 'e-1',
      resourceName: 'shop-prod',
      ARN: arn('environment/shop/shop-prod'),
      tags: { Team: 'platform' },
      relationships: [
        { resourceId: stack, resourceType: 'AWS::CloudFormation::Stack', name: 'Contains ' },
        {
          resourceId: arn('application/shop'),
          resourceName: 'shop',
          resourceType: 'AWS::ElasticBeanstalk::Application',
          name: 'Is contained in ',
        },
        {
          resourceId: arn('applicationversion/shop/v1'),
          resourceType: 'AWS::ElasticBeanstalk::ApplicationVersion',
          ...associated,
        },
        { resourceName: 'shop-profile', resourceType: 'AWS::IAM::Role', ...associated },
        { resourceName: 'shop-service', resourceType: 'AWS::IAM::Role', ...associated },
      ],
      configuration: {
        environmentId: 'e-1',
        environmentName: 'shop-prod',
        environmentArn: arn('environment/shop/shop-prod'),
        applicationName: 'shop',
        versionLabel: 'v1',
        cNAME: 'shop.us-west-2.elasticbeanstalk.com',
        ...dates,
        status: 'Ready',
        tier: { name: 'WebServer', type: 'Standard', version: '1.0' },
        optionSettings: {
          'aws:autoscaling:asg': { MinSize: { value: '1' } },
          'aws:autoscaling:launchconfiguration': { IamInstanceProfile: { value: 'shop-profile' } },
          'aws:elasticbeanstalk:environment': {
            ServiceRole: { value: 'arn:aws:iam::123456789012:role/shop-service' },
          },
        },
      },
    },
  ]);
});

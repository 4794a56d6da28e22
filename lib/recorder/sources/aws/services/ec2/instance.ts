import {
  DescribeLaunchTemplateVersionsCommand,
  EC2Client,
  type Host,
  type Instance,
  type LaunchTemplate,
  type LaunchTemplateVersion,
  paginateDescribeHosts,
  paginateDescribeInstances,
  paginateDescribeLaunchTemplates,
} from '@aws-sdk/client-ec2';
import { ignoreNotFound } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { asSpelt, camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

/** A terminated instance is still told of for about an hour; to AWS Config it is deleted. */
const isGone = ({ State }: Instance) => State?.Name === 'terminated';

export const instance = resourceType<Instance>({
  resourceType: 'AWS::EC2::Instance',
  permissions: ['ec2:DescribeInstances'],
  list: ({ client }) =>
    flattenPages(paginateDescribeInstances({ client: client(EC2Client), pageSize: 500 }, {}), ({ Reservations }) =>
      Reservations?.flatMap(({ Instances }) => Instances ?? []).filter((one) => !isGone(one)),
    ),
  describe: (instance, { arn }) => ({
    id: instance.InstanceId,
    arn: arn('ec2', `instance/${instance.InstanceId}`),
    createdAt: instance.LaunchTime,
    zone: instance.Placement?.AvailabilityZone,
    tags: tagsOf(instance.Tags),
    configuration: camelCase(instance),
  }),
  related: {
    'AWS::EC2::NetworkInterface': ({ NetworkInterfaces }) =>
      NetworkInterfaces?.map(({ NetworkInterfaceId }) => NetworkInterfaceId),
    'AWS::EC2::SecurityGroup': ({ SecurityGroups }) => SecurityGroups?.map(({ GroupId }) => GroupId),
    'AWS::EC2::Volume': ({ BlockDeviceMappings }) => BlockDeviceMappings?.map(({ Ebs }) => Ebs?.VolumeId),
    'AWS::EC2::Host': ({ Placement }) => Placement?.HostId,
    'AWS::EC2::Subnet': ({ SubnetId }) => SubnetId,
    'AWS::EC2::VPC': ({ VpcId }) => VpcId,
  },
});

export const host = resourceType<Host>({
  resourceType: 'AWS::EC2::Host',
  permissions: ['ec2:DescribeHosts'],
  list: ({ client }) =>
    flattenPages(paginateDescribeHosts({ client: client(EC2Client), pageSize: 500 }, {}), ({ Hosts }) =>
      Hosts?.filter(({ State }) => State !== 'released'),
    ),
  describe: (host, { arn }) => ({
    id: host.HostId,
    arn: arn('ec2', `dedicated-host/${host.HostId}`),
    createdAt: host.AllocationTime,
    zone: host.AvailabilityZone,
    tags: tagsOf(host.Tags),
    configuration: camelCase(host),
  }),
  related: {
    'AWS::EC2::Instance': ({ Instances }) => Instances?.map(({ InstanceId }) => InstanceId),
  },
});

interface WholeLaunchTemplate extends LaunchTemplate {
  latest?: LaunchTemplateVersion;
}

/**
 * User data is left out: it is no field of AWS Config's schema of the type, and often holds secrets. Real items have no creation time.
 */
export const launchTemplate = resourceType<WholeLaunchTemplate>({
  resourceType: 'AWS::EC2::LaunchTemplate',
  permissions: ['ec2:DescribeLaunchTemplates', 'ec2:DescribeLaunchTemplateVersions'],
  list({ client }) {
    const ec2 = client(EC2Client);
    return enrich(
      flattenPages(paginateDescribeLaunchTemplates({ client: ec2, pageSize: 200 }, {}), (page) => page.LaunchTemplates),
      (template) =>
        ignoreNotFound(['InvalidLaunchTemplateId.NotFound'], async () => {
          const input = { LaunchTemplateId: template.LaunchTemplateId, Versions: ['$Latest'] };
          const { LaunchTemplateVersions } = await ec2.send(new DescribeLaunchTemplateVersionsCommand(input));
          return { ...template, latest: LaunchTemplateVersions?.[0] };
        }),
    );
  },
  describe: (template, { arn }) => ({
    id: template.LaunchTemplateId,
    name: template.LaunchTemplateName,
    arn: arn('ec2', `launch-template/${template.LaunchTemplateId}`),
    zone: 'Regional',
    tags: tagsOf(template.Tags),
    configuration: asSpelt(
      {
        Id: template.LaunchTemplateId,
        LaunchTemplateName: template.LaunchTemplateName,
        LatestVersionNumber: template.LatestVersionNumber?.toString(),
        DefaultVersionNumber: template.DefaultVersionNumber?.toString(),
        LaunchTemplateData: template.latest?.LaunchTemplateData,
      },
      { without: ['UserData'] },
    ),
  }),
});

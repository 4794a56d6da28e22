import { EC2Client, type Instance, paginateDescribeInstances } from '@aws-sdk/client-ec2';
import { camelCase } from '../casing';
import { pages } from '../pages';
import { resourceType } from '../resource-type';
import { tagsOf } from '../tags';

/** A terminated instance is still told of for about an hour; to AWS Config it is deleted. */
const isGone = ({ State }: Instance) => State?.Name === 'terminated';

export const instance = resourceType<Instance>({
  resourceType: 'AWS::EC2::Instance',
  permissions: ['ec2:DescribeInstances'],
  list: ({ client }) =>
    pages(paginateDescribeInstances({ client: client(EC2Client), pageSize: 500 }, {}), ({ Reservations }) =>
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

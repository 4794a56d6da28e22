import {
  type Address,
  DescribeAddressesCommand,
  EC2Client,
  type NetworkInterface,
  paginateDescribeNetworkInterfaces,
} from '@aws-sdk/client-ec2';
import { flattenPages } from '../../calls/pages';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

export const networkInterface = resourceType<NetworkInterface>({
  resourceType: 'AWS::EC2::NetworkInterface',
  permissions: ['ec2:DescribeNetworkInterfaces'],
  list: ({ client }) =>
    flattenPages(
      paginateDescribeNetworkInterfaces({ client: client(EC2Client), pageSize: 500 }, {}),
      ({ NetworkInterfaces }) => NetworkInterfaces,
    ),
  describe: (eni, { arn }) => ({
    id: eni.NetworkInterfaceId,
    arn: arn('ec2', `network-interface/${eni.NetworkInterfaceId}`),
    zone: eni.AvailabilityZone,
    tags: tagsOf(eni.TagSet),
    configuration: camelCase(eni),
  }),
  related: {
    'AWS::EC2::SecurityGroup': ({ Groups }) => Groups?.map(({ GroupId }) => GroupId),
    'AWS::EC2::Instance': ({ Attachment }) => Attachment?.InstanceId,
    'AWS::EC2::Subnet': ({ SubnetId }) => SubnetId,
    'AWS::EC2::VPC': ({ VpcId }) => VpcId,
  },
});

export const elasticIp = resourceType<Address>({
  resourceType: 'AWS::EC2::EIP',
  permissions: ['ec2:DescribeAddresses'],
  async *list({ client }) {
    const { Addresses } = await client(EC2Client).send(new DescribeAddressesCommand({}));
    yield* Addresses ?? [];
  },
  describe: (address, { arn }) => ({
    id: address.AllocationId ?? address.PublicIp,
    name: address.PublicIp,
    arn: address.AllocationId === undefined ? undefined : arn('ec2', `eip-allocation/${address.AllocationId}`),
    zone: 'Not Applicable',
    tags: tagsOf(address.Tags),
    configuration: camelCase(address),
  }),
  related: {
    'AWS::EC2::Instance': ({ InstanceId }) => InstanceId,
    'AWS::EC2::NetworkInterface': ({ NetworkInterfaceId }) => NetworkInterfaceId,
  },
});

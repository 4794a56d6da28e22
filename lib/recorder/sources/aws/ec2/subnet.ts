import { EC2Client, paginateDescribeSubnets, type Subnet } from '@aws-sdk/client-ec2';
import { camelCase } from '../casing';
import { pages } from '../pages';
import { resourceType } from '../resource-type';
import { tagsOf } from '../tags';

export const subnet = resourceType<Subnet>({
  resourceType: 'AWS::EC2::Subnet',
  permissions: ['ec2:DescribeSubnets'],
  list: ({ client }) =>
    pages(paginateDescribeSubnets({ client: client(EC2Client), pageSize: 500 }, {}), ({ Subnets }) => Subnets),
  describe: (subnet) => ({
    id: subnet.SubnetId,
    arn: subnet.SubnetArn,
    zone: subnet.AvailabilityZone,
    tags: tagsOf(subnet.Tags),
    configuration: camelCase(subnet),
  }),
  related: {
    'AWS::EC2::VPC': ({ VpcId }) => VpcId,
  },
});

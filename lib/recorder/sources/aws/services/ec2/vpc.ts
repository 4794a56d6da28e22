import {
  EC2Client,
  type FlowLog,
  type NetworkAcl,
  paginateDescribeFlowLogs,
  paginateDescribeNetworkAcls,
  paginateDescribeRouteTables,
  paginateDescribeSubnets,
  paginateDescribeVpcs,
  type RouteTable,
  type Subnet,
  type Vpc,
} from '@aws-sdk/client-ec2';
import { flattenPages } from '../../calls/pages';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

export const vpc = resourceType<Vpc>({
  resourceType: 'AWS::EC2::VPC',
  permissions: ['ec2:DescribeVpcs'],
  list: ({ client }) =>
    flattenPages(paginateDescribeVpcs({ client: client(EC2Client), pageSize: 500 }, {}), ({ Vpcs }) => Vpcs),
  describe: (vpc, { arn }) => ({
    id: vpc.VpcId,
    arn: arn('ec2', `vpc/${vpc.VpcId}`),
    zone: 'Multiple Availability Zones',
    tags: tagsOf(vpc.Tags),
    configuration: camelCase(vpc),
  }),
});

export const subnet = resourceType<Subnet>({
  resourceType: 'AWS::EC2::Subnet',
  permissions: ['ec2:DescribeSubnets'],
  list: ({ client }) =>
    flattenPages(paginateDescribeSubnets({ client: client(EC2Client), pageSize: 500 }, {}), ({ Subnets }) => Subnets),
  describe: (subnet, { arn }) => ({
    id: subnet.SubnetId,
    arn: subnet.SubnetArn ?? arn('ec2', `subnet/${subnet.SubnetId}`),
    zone: subnet.AvailabilityZone,
    tags: tagsOf(subnet.Tags),
    configuration: camelCase(subnet),
  }),
  related: {
    'AWS::EC2::VPC': ({ VpcId }) => VpcId,
  },
});

/** Subnets without a route table of their own use the VPC's main one; AWS Config relates only those that say so. */
export const routeTable = resourceType<RouteTable>({
  resourceType: 'AWS::EC2::RouteTable',
  permissions: ['ec2:DescribeRouteTables'],
  list: ({ client }) =>
    flattenPages(
      paginateDescribeRouteTables({ client: client(EC2Client), pageSize: 100 }, {}),
      (page) => page.RouteTables,
    ),
  describe: (table, { arn }) => ({
    id: table.RouteTableId,
    arn: arn('ec2', `route-table/${table.RouteTableId}`),
    zone: 'Not Applicable',
    tags: tagsOf(table.Tags),
    configuration: camelCase(table),
  }),
  related: {
    'AWS::EC2::Subnet': ({ Associations }) => Associations?.map(({ SubnetId }) => SubnetId),
    'AWS::EC2::VPC': ({ VpcId }) => VpcId,
  },
});

export const networkAcl = resourceType<NetworkAcl>({
  resourceType: 'AWS::EC2::NetworkAcl',
  permissions: ['ec2:DescribeNetworkAcls'],
  list: ({ client }) =>
    flattenPages(
      paginateDescribeNetworkAcls({ client: client(EC2Client), pageSize: 500 }, {}),
      (page) => page.NetworkAcls,
    ),
  describe: (acl, { arn }) => ({
    id: acl.NetworkAclId,
    arn: arn('ec2', `network-acl/${acl.NetworkAclId}`),
    zone: 'Multiple Availability Zones',
    tags: tagsOf(acl.Tags),
    configuration: camelCase(acl),
  }),
  related: {
    'AWS::EC2::Subnet': ({ Associations }) => Associations?.map(({ SubnetId }) => SubnetId),
    'AWS::EC2::VPC': ({ VpcId }) => VpcId,
  },
});

export const flowLog = resourceType<FlowLog>({
  resourceType: 'AWS::EC2::FlowLog',
  permissions: ['ec2:DescribeFlowLogs'],
  list: ({ client }) =>
    flattenPages(
      paginateDescribeFlowLogs({ client: client(EC2Client), pageSize: 500 }, {}),
      ({ FlowLogs }) => FlowLogs,
    ),
  describe: (log, { arn }) => ({
    id: log.FlowLogId,
    arn: arn('ec2', `vpc-flow-log/${log.FlowLogId}`),
    createdAt: log.CreationTime,
    zone: 'Not Applicable',
    tags: tagsOf(log.Tags),
    configuration: camelCase(log, { times: 'epoch' }),
  }),
});

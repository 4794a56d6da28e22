import {
  EC2Client,
  type InternetGateway,
  type NatGateway,
  paginateDescribeInternetGateways,
  paginateDescribeNatGateways,
  paginateDescribeTransitGateways,
  type TransitGateway,
} from '@aws-sdk/client-ec2';
import { flattenPages } from '../../calls/pages';
import { asSpelt, camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

export const internetGateway = resourceType<InternetGateway>({
  resourceType: 'AWS::EC2::InternetGateway',
  permissions: ['ec2:DescribeInternetGateways'],
  list: ({ client }) =>
    flattenPages(
      paginateDescribeInternetGateways({ client: client(EC2Client), pageSize: 500 }, {}),
      ({ InternetGateways }) => InternetGateways,
    ),
  describe: (gateway, { arn }) => ({
    id: gateway.InternetGatewayId,
    arn: arn('ec2', `internet-gateway/${gateway.InternetGatewayId}`),
    zone: 'Multiple Availability Zones',
    tags: tagsOf(gateway.Tags),
    configuration: camelCase(gateway),
  }),
  related: {
    'AWS::EC2::VPC': ({ Attachments }) => Attachments?.map(({ VpcId }) => VpcId),
  },
});

export const natGateway = resourceType<NatGateway>({
  resourceType: 'AWS::EC2::NatGateway',
  permissions: ['ec2:DescribeNatGateways'],
  list: ({ client }) =>
    // A deleted one is still told of for about an hour.
    flattenPages(paginateDescribeNatGateways({ client: client(EC2Client), pageSize: 500 }, {}), ({ NatGateways }) =>
      NatGateways?.filter(({ State }) => State !== 'deleted'),
    ),
  describe: (gateway, { arn }) => ({
    id: gateway.NatGatewayId,
    arn: arn('ec2', `natgateway/${gateway.NatGatewayId}`),
    createdAt: gateway.CreateTime,
    zone: 'Not Applicable',
    tags: tagsOf(gateway.Tags),
    configuration: camelCase(gateway, { times: 'epoch' }),
  }),
  related: {
    'AWS::EC2::Subnet': ({ SubnetId }) => SubnetId,
    'AWS::EC2::VPC': ({ VpcId }) => VpcId,
  },
});

/** In the form of the CloudFormation type: options stand beside the rest. */
export const transitGateway = resourceType<TransitGateway>({
  resourceType: 'AWS::EC2::TransitGateway',
  permissions: ['ec2:DescribeTransitGateways'],
  list: ({ client }) =>
    flattenPages(
      paginateDescribeTransitGateways({ client: client(EC2Client), pageSize: 500 }, {}),
      ({ TransitGateways }) => TransitGateways?.filter(({ State }) => State !== 'deleted'),
    ),
  describe: (gateway) => ({
    id: gateway.TransitGatewayId,
    name: gateway.TransitGatewayId,
    arn: gateway.TransitGatewayArn,
    createdAt: gateway.CreationTime,
    zone: 'Regional',
    tags: tagsOf(gateway.Tags),
    configuration: asSpelt({
      Id: gateway.TransitGatewayId,
      Description: gateway.Description,
      ...gateway.Options,
      Tags: gateway.Tags,
    }),
  }),
});

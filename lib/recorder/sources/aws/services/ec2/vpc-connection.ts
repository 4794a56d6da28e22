import {
  EC2Client,
  paginateDescribeVpcEndpoints,
  paginateDescribeVpcPeeringConnections,
  type VpcEndpoint,
  type VpcPeeringConnection,
} from '@aws-sdk/client-ec2';
import { flattenPages } from '../../calls/pages';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

export const vpcEndpoint = resourceType<VpcEndpoint>({
  resourceType: 'AWS::EC2::VPCEndpoint',
  permissions: ['ec2:DescribeVpcEndpoints'],
  list: ({ client }) =>
    flattenPages(paginateDescribeVpcEndpoints({ client: client(EC2Client), pageSize: 500 }, {}), ({ VpcEndpoints }) =>
      // Answered in lower case, whatever the SDK's type says.
      VpcEndpoints?.filter(({ State }) => State?.toLowerCase() !== 'deleted'),
    ),
  describe: (endpoint, { arn }) => ({
    id: endpoint.VpcEndpointId,
    arn: arn('ec2', `vpc-endpoint/${endpoint.VpcEndpointId}`),
    createdAt: endpoint.CreationTimestamp,
    zone: 'Not Applicable',
    tags: tagsOf(endpoint.Tags),
    configuration: camelCase(endpoint, { times: 'epoch' }),
  }),
  related: {
    'AWS::EC2::NetworkInterface': ({ NetworkInterfaceIds }) => NetworkInterfaceIds,
    'AWS::EC2::RouteTable': ({ RouteTableIds }) => RouteTableIds,
    'AWS::EC2::Subnet': ({ SubnetIds }) => SubnetIds,
    'AWS::EC2::VPC': ({ VpcId }) => VpcId,
  },
});

export const vpcPeeringConnection = resourceType<VpcPeeringConnection>({
  resourceType: 'AWS::EC2::VPCPeeringConnection',
  permissions: ['ec2:DescribeVpcPeeringConnections'],
  list: ({ client }) =>
    flattenPages(
      paginateDescribeVpcPeeringConnections({ client: client(EC2Client), pageSize: 500 }, {}),
      ({ VpcPeeringConnections }) => VpcPeeringConnections?.filter(({ Status }) => Status?.Code !== 'deleted'),
    ),
  describe: (connection, { arn }) => ({
    id: connection.VpcPeeringConnectionId,
    arn: arn('ec2', `vpc-peering-connection/${connection.VpcPeeringConnectionId}`),
    zone: 'Not Applicable',
    tags: tagsOf(connection.Tags),
    configuration: camelCase(connection),
  }),
  related: {
    'AWS::EC2::VPC': ({ AccepterVpcInfo, RequesterVpcInfo }) => [AccepterVpcInfo?.VpcId, RequesterVpcInfo?.VpcId],
  },
});

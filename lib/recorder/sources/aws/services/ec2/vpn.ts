import {
  type CustomerGateway,
  DescribeCustomerGatewaysCommand,
  DescribeVpnConnectionsCommand,
  DescribeVpnGatewaysCommand,
  EC2Client,
  type VpnConnection,
  type VpnGateway,
} from '@aws-sdk/client-ec2';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

const notDeleted = ({ State }: { State?: string }) => State !== 'deleted';

export const vpnGateway = resourceType<VpnGateway>({
  resourceType: 'AWS::EC2::VPNGateway',
  permissions: ['ec2:DescribeVpnGateways'],
  async *list({ client }) {
    const { VpnGateways = [] } = await client(EC2Client).send(new DescribeVpnGatewaysCommand({}));
    yield* VpnGateways.filter(notDeleted);
  },
  describe: (gateway, { arn }) => ({
    id: gateway.VpnGatewayId,
    arn: arn('ec2', `vpn-gateway/${gateway.VpnGatewayId}`),
    zone: 'Regional',
    tags: tagsOf(gateway.Tags),
    configuration: camelCase(gateway),
  }),
  related: {
    'AWS::EC2::VPC': ({ VpcAttachments }) =>
      VpcAttachments?.filter(({ State }) => State !== 'detached').map(({ VpcId }) => VpcId),
  },
});

export const customerGateway = resourceType<CustomerGateway>({
  resourceType: 'AWS::EC2::CustomerGateway',
  permissions: ['ec2:DescribeCustomerGateways'],
  async *list({ client }) {
    const { CustomerGateways = [] } = await client(EC2Client).send(new DescribeCustomerGatewaysCommand({}));
    yield* CustomerGateways.filter(notDeleted);
  },
  describe: (gateway, { arn }) => ({
    id: gateway.CustomerGatewayId,
    arn: arn('ec2', `customer-gateway/${gateway.CustomerGatewayId}`),
    zone: 'Not Applicable',
    tags: tagsOf(gateway.Tags),
    configuration: camelCase(gateway),
  }),
});

/** The keys of the tunnels stand in the XML for the device at the other end; nobody needs them to know the connection. */
function withoutKeys(xml: string | undefined): string | undefined {
  return xml?.replace(/<pre_shared_key>[^<]*</g, '<pre_shared_key>****<');
}

export const vpnConnection = resourceType<VpnConnection>({
  resourceType: 'AWS::EC2::VPNConnection',
  permissions: ['ec2:DescribeVpnConnections'],
  async *list({ client }) {
    const { VpnConnections = [] } = await client(EC2Client).send(new DescribeVpnConnectionsCommand({}));
    yield* VpnConnections.filter(notDeleted);
  },
  describe: (connection, { arn }) => ({
    id: connection.VpnConnectionId,
    arn: arn('ec2', `vpn-connection/${connection.VpnConnectionId}`),
    zone: 'Regional',
    tags: tagsOf(connection.Tags),
    configuration: camelCase(
      { ...connection, CustomerGatewayConfiguration: withoutKeys(connection.CustomerGatewayConfiguration) },
      { without: ['PreSharedKey'] },
    ),
  }),
  related: {
    'AWS::EC2::CustomerGateway': ({ CustomerGatewayId }) => CustomerGatewayId,
    'AWS::EC2::VPNGateway': ({ VpnGatewayId }) => VpnGatewayId,
  },
});

import {
  type Address,
  DescribeAddressesCommand,
  DescribeVpnGatewaysCommand,
  EC2Client,
  paginateDescribeInternetGateways,
  paginateDescribeNetworkAcls,
  paginateDescribeRouteTables,
} from '@aws-sdk/client-ec2';
import type { AwsAccess } from '../../calls/access';
import { flattenPages } from '../../calls/pages';
import { asSpelt } from '../../fields/casing';
import { resourceType } from '../../resource-type';

/*
 * What ties two things of EC2 together, in the form of the CloudFormation registry: AWS Config took these types from there. They are read
 * out of what EC2 tells of either end, which is one call for hundreds of them, and not through the Cloud Control API, which is one for each.
 */

interface SubnetAssociation {
  id: string | undefined;
  /** The route table or network ACL. */
  other: string | undefined;
  subnet: string;
}

/** Only what a subnet says for itself: a VPC's main route table, and that of a gateway, are associations of other kinds. */
export const subnetRouteTableAssociation = resourceType<SubnetAssociation>({
  resourceType: 'AWS::EC2::SubnetRouteTableAssociation',
  permissions: ['ec2:DescribeRouteTables'],
  async *list({ client }) {
    const tables = paginateDescribeRouteTables({ client: client(EC2Client), pageSize: 100 }, {});
    for await (const { Associations } of flattenPages(tables, ({ RouteTables }) => RouteTables)) {
      for (const association of Associations ?? []) {
        const { RouteTableAssociationId: id, RouteTableId: other, SubnetId: subnet } = association;
        if (subnet !== undefined && association.AssociationState?.State !== 'disassociated')
          yield { id, other, subnet };
      }
    }
  },
  describe: ({ id, other, subnet }) => ({
    id,
    name: id,
    zone: 'Regional',
    configuration: asSpelt({ Id: id, RouteTableId: other, SubnetId: subnet }),
  }),
});

export const subnetNetworkAclAssociation = resourceType<SubnetAssociation>({
  resourceType: 'AWS::EC2::SubnetNetworkAclAssociation',
  permissions: ['ec2:DescribeNetworkAcls'],
  async *list({ client }) {
    const acls = paginateDescribeNetworkAcls({ client: client(EC2Client), pageSize: 500 }, {});
    for await (const { Associations } of flattenPages(acls, ({ NetworkAcls }) => NetworkAcls)) {
      for (const { NetworkAclAssociationId: id, NetworkAclId: other, SubnetId: subnet } of Associations ?? []) {
        if (subnet !== undefined) yield { id, other, subnet };
      }
    }
  },
  describe: ({ id, other, subnet }) => ({
    id,
    name: id,
    zone: 'Regional',
    configuration: asSpelt({ AssociationId: id, NetworkAclId: other, SubnetId: subnet }),
  }),
});

/** An address that is attached to something. */
export const eipAssociation = resourceType<Address>({
  resourceType: 'AWS::EC2::EIPAssociation',
  permissions: ['ec2:DescribeAddresses'],
  async *list({ client }) {
    const { Addresses = [] } = await client(EC2Client).send(new DescribeAddressesCommand({}));
    yield* Addresses.filter(({ AssociationId }) => AssociationId !== undefined);
  },
  describe: (address) => ({
    id: address.AssociationId,
    name: address.AssociationId,
    zone: 'Regional',
    configuration: asSpelt({
      Id: address.AssociationId,
      AllocationId: address.AllocationId,
      EIP: address.PublicIp,
      // Empty, not absent, where the address is attached to an interface alone.
      InstanceId: address.InstanceId || undefined,
      NetworkInterfaceId: address.NetworkInterfaceId,
      PrivateIpAddress: address.PrivateIpAddress,
    }),
  }),
});

interface GatewayAttachment {
  AttachmentType: 'IGW' | 'VGW';
  VpcId: string;
  InternetGatewayId?: string;
  VpnGatewayId?: string;
}

/** The registry's identifier, of the kind of gateway and the VPC: `IGW|vpc-0c54…`. A VPC has one gateway of each kind. */
export const vpcGatewayAttachment = resourceType<GatewayAttachment>({
  resourceType: 'AWS::EC2::VPCGatewayAttachment',
  permissions: ['ec2:DescribeInternetGateways', 'ec2:DescribeVpnGateways'],
  list: gatewayAttachments,
  describe: (attachment) => {
    const id = `${attachment.AttachmentType}|${attachment.VpcId}`;
    return { id, name: id, zone: 'Regional', configuration: asSpelt(attachment) };
  },
});

async function* gatewayAttachments({ client }: AwsAccess): AsyncGenerator<GatewayAttachment> {
  const ec2 = client(EC2Client);
  const gateways = paginateDescribeInternetGateways({ client: ec2, pageSize: 500 }, {});
  for await (const { InternetGatewayId, Attachments } of flattenPages(gateways, (page) => page.InternetGateways)) {
    for (const { VpcId } of (Attachments ?? []).filter(isAttached)) {
      if (VpcId !== undefined) yield { AttachmentType: 'IGW', VpcId, InternetGatewayId };
    }
  }
  const { VpnGateways = [] } = await ec2.send(new DescribeVpnGatewaysCommand({}));
  for (const { VpnGatewayId, State, VpcAttachments } of VpnGateways) {
    for (const { VpcId } of State === 'deleted' ? [] : (VpcAttachments ?? []).filter(isAttached)) {
      if (VpcId !== undefined) yield { AttachmentType: 'VGW', VpcId, VpnGatewayId };
    }
  }
}

/** EC2 tells of the end of an attachment for a while. */
function isAttached({ State }: { State?: string }): boolean {
  return State !== 'detached' && State !== 'detaching';
}

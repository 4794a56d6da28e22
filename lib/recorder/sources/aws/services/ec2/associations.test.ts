import { expect, test } from 'vitest';
import { bare, itemsOf } from '../../test-items';
import {
  eipAssociation,
  subnetNetworkAclAssociation,
  subnetRouteTableAssociation,
  vpcGatewayAttachment,
} from './associations';

test('a subnet with a route table of its own is an association; the main table and that of a gateway are none', async () => {
  const Associations = [
    { RouteTableAssociationId: 'rtbassoc-1', RouteTableId: 'rtb-1', SubnetId: 'subnet-1', Main: false },
    { RouteTableAssociationId: 'rtbassoc-2', RouteTableId: 'rtb-1', Main: true },
    { RouteTableAssociationId: 'rtbassoc-3', RouteTableId: 'rtb-1', GatewayId: 'igw-1' },
    { RouteTableAssociationId: 'rtbassoc-4', SubnetId: 'subnet-2', AssociationState: { State: 'disassociated' } },
  ];
  const items = await itemsOf(subnetRouteTableAssociation, {
    describeRouteTables: { RouteTables: [{ RouteTableId: 'rtb-1', Associations }, { RouteTableId: 'rtb-2' }] },
  });
  expect(items).toEqual([
    {
      ...bare,
      resourceType: 'AWS::EC2::SubnetRouteTableAssociation',
      resourceId: 'rtbassoc-1',
      resourceName: 'rtbassoc-1',
      availabilityZone: 'Regional',
      configuration: { Id: 'rtbassoc-1', RouteTableId: 'rtb-1', SubnetId: 'subnet-1' },
    },
  ]);
});

test('each subnet is associated with a network ACL', async () => {
  const Associations = [{ NetworkAclAssociationId: 'aclassoc-1', NetworkAclId: 'acl-1', SubnetId: 'subnet-1' }];
  const items = await itemsOf(subnetNetworkAclAssociation, {
    describeNetworkAcls: { NetworkAcls: [{ NetworkAclId: 'acl-1', Associations }] },
  });
  expect(items).toEqual([
    {
      ...bare,
      resourceType: 'AWS::EC2::SubnetNetworkAclAssociation',
      resourceId: 'aclassoc-1',
      resourceName: 'aclassoc-1',
      availabilityZone: 'Regional',
      configuration: { AssociationId: 'aclassoc-1', NetworkAclId: 'acl-1', SubnetId: 'subnet-1' },
    },
  ]);
});

test('an address that is attached to something is an association, one that lies idle is none', async () => {
  const attached = {
    AllocationId: 'eipalloc-1',
    AssociationId: 'eipassoc-1',
    PublicIp: '203.0.113.7',
    InstanceId: '',
    NetworkInterfaceId: 'eni-1',
    PrivateIpAddress: '10.0.0.7',
  };
  const idle = { AllocationId: 'eipalloc-2', PublicIp: '203.0.113.8' };
  const items = await itemsOf(eipAssociation, { describeAddresses: { Addresses: [attached, idle] } });
  expect(items).toEqual([
    {
      ...bare,
      resourceType: 'AWS::EC2::EIPAssociation',
      resourceId: 'eipassoc-1',
      resourceName: 'eipassoc-1',
      availabilityZone: 'Regional',
      configuration: {
        Id: 'eipassoc-1',
        AllocationId: 'eipalloc-1',
        EIP: '203.0.113.7',
        NetworkInterfaceId: 'eni-1',
        PrivateIpAddress: '10.0.0.7',
      },
    },
  ]);
});

test('a gateway is attached to a VPC under the kind of gateway and the VPC', async () => {
  const items = await itemsOf(vpcGatewayAttachment, {
    describeInternetGateways: {
      InternetGateways: [
        { InternetGatewayId: 'igw-1', Attachments: [{ VpcId: 'vpc-1', State: 'available' }] },
        { InternetGatewayId: 'igw-2', Attachments: [] },
      ],
    },
    describeVpnGateways: {
      VpnGateways: [
        {
          VpnGatewayId: 'vgw-1',
          State: 'available',
          VpcAttachments: [
            { VpcId: 'vpc-1', State: 'attached' },
            { VpcId: 'vpc-2', State: 'detached' },
          ],
        },
        { VpnGatewayId: 'vgw-2', State: 'deleted', VpcAttachments: [{ VpcId: 'vpc-3', State: 'attached' }] },
      ],
    },
  });
  const common = {
    ...bare,
    resourceType: 'AWS::EC2::VPCGatewayAttachment',
    availabilityZone: 'Regional',
  };
  expect(items).toEqual([
    {
      ...common,
      resourceId: 'IGW|vpc-1',
      resourceName: 'IGW|vpc-1',
      configuration: { AttachmentType: 'IGW', VpcId: 'vpc-1', InternetGatewayId: 'igw-1' },
    },
    {
      ...common,
      resourceId: 'VGW|vpc-1',
      resourceName: 'VGW|vpc-1',
      configuration: { AttachmentType: 'VGW', VpcId: 'vpc-1', VpnGatewayId: 'vgw-1' },
    },
  ]);
});

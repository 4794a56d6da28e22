import { expect, test } from 'vitest';
import { bare, itemsOf } from '../../test-items';
import { dhcpOptions } from './dhcp-options';
import { snapshotBlockPublicAccess, vpcBlockPublicAccessExclusion, vpcBlockPublicAccessOptions } from './public-access';
import { transitGatewayAttachment, transitGatewayRouteTable } from './transit-gateway';

const arn = (resource: string) => `arn:aws:ec2:us-west-2:123456789012:${resource}`;
const CreationTime = new Date('2026-11-24T10:00:00Z');
const created = { resourceCreationTime: '2026-11-24T10:00:00.000Z' };
const Tags = [{ Key: 'Name', Value: 'hub' }];
const regional = { ...bare, availabilityZone: 'Regional' };

test('DHCP options have a field for each option, numbers as numbers', async () => {
  const option = (Key: string, ...values: string[]) => ({ Key, Values: values.map((Value) => ({ Value })) });
  const [item] = await itemsOf(dhcpOptions, {
    describeDhcpOptions: {
      DhcpOptions: [
        {
          DhcpOptionsId: 'dopt-1',
          DhcpConfigurations: [
            option('domain-name', 'us-west-2.compute.internal'),
            option('domain-name-servers', 'AmazonProvidedDNS', '10.0.0.2'),
            option('netbios-node-type', '2'),
          ],
          Tags,
        },
      ],
    },
  });
  expect(item).toEqual({
    ...regional,
    resourceType: 'AWS::EC2::DHCPOptions',
    resourceId: 'dopt-1',
    resourceName: 'dopt-1',
    ARN: arn('dhcp-options/dopt-1'),
    tags: { Name: 'hub' },
    configuration: {
      DhcpOptionsId: 'dopt-1',
      DomainName: 'us-west-2.compute.internal',
      DomainNameServers: ['AmazonProvidedDNS', '10.0.0.2'],
      NetbiosNodeType: 2,
      Tags,
    },
  });
});

test('a transit gateway attachment is that of a VPC, one that is deleted is none', async () => {
  const attachment = {
    TransitGatewayAttachmentId: 'tgw-attach-1',
    TransitGatewayId: 'tgw-1',
    VpcId: 'vpc-1',
    VpcOwnerId: '123456789012',
    State: 'available',
    SubnetIds: ['subnet-1', 'subnet-2'],
    CreationTime,
    Options: { DnsSupport: 'enable', Ipv6Support: 'disable' },
    Tags: [],
  };
  const items = await itemsOf(transitGatewayAttachment, {
    describeTransitGatewayVpcAttachments: {
      TransitGatewayVpcAttachments: [attachment, { TransitGatewayAttachmentId: 'tgw-attach-2', State: 'deleted' }],
    },
  });
  expect(items).toEqual([
    {
      ...regional,
      ...created,
      resourceType: 'AWS::EC2::TransitGatewayAttachment',
      resourceId: 'tgw-attach-1',
      resourceName: 'tgw-attach-1',
      ARN: arn('transit-gateway-attachment/tgw-attach-1'),
      configuration: {
        Id: 'tgw-attach-1',
        TransitGatewayId: 'tgw-1',
        VpcId: 'vpc-1',
        SubnetIds: ['subnet-1', 'subnet-2'],
        Options: { DnsSupport: 'enable', Ipv6Support: 'disable' },
        Tags: [],
      },
    },
  ]);
});

test('a transit gateway route table has its id as Id', async () => {
  const table = { TransitGatewayRouteTableId: 'tgw-rtb-1', TransitGatewayId: 'tgw-1', State: 'available' };
  const [item] = await itemsOf(transitGatewayRouteTable, {
    describeTransitGatewayRouteTables: { TransitGatewayRouteTables: [{ ...table, CreationTime, Tags }] },
  });
  expect(item).toEqual({
    ...regional,
    ...created,
    resourceType: 'AWS::EC2::TransitGatewayRouteTable',
    resourceId: 'tgw-rtb-1',
    resourceName: 'tgw-rtb-1',
    ARN: arn('transit-gateway-route-table/tgw-rtb-1'),
    tags: { Name: 'hub' },
    configuration: { Id: 'tgw-rtb-1', TransitGatewayId: 'tgw-1', Tags },
  });
});

test('what an account blocks goes by its number, and is nothing where it blocks nothing', async () => {
  const ofAccount = { ...regional, resourceId: '123456789012', resourceName: '123456789012' };
  const snapshots = (State: string) =>
    itemsOf(snapshotBlockPublicAccess, { getSnapshotBlockPublicAccessState: { State } });
  expect(await snapshots('block-all-sharing')).toEqual([
    {
      ...ofAccount,
      resourceType: 'AWS::EC2::SnapshotBlockPublicAccess',
      configuration: { AccountId: '123456789012', State: 'block-all-sharing' },
    },
  ]);
  expect(await snapshots('unblocked')).toEqual([]);
  const vpcs = (InternetGatewayBlockMode: string) =>
    itemsOf(vpcBlockPublicAccessOptions, {
      describeVpcBlockPublicAccessOptions: {
        VpcBlockPublicAccessOptions: {
          InternetGatewayBlockMode,
          ExclusionsAllowed: 'allowed',
          State: 'update-complete',
        },
      },
    });
  expect(await vpcs('block-ingress')).toEqual([
    {
      ...ofAccount,
      resourceType: 'AWS::EC2::VPCBlockPublicAccessOptions',
      configuration: {
        AccountId: '123456789012',
        InternetGatewayBlockMode: 'block-ingress',
        ExclusionsAllowed: 'allowed',
      },
    },
  ]);
  expect(await vpcs('off')).toEqual([]);
});

test('what is excluded from the blocking is told by its id, on whichever page it is', async () => {
  const exclusion = (ExclusionId: string, resource: string, State = 'create-complete') => ({
    ExclusionId,
    InternetGatewayExclusionMode: 'allow-egress',
    ResourceArn: arn(resource),
    State,
    Tags: [],
  });
  const items = await itemsOf(vpcBlockPublicAccessExclusion, {
    describeVpcBlockPublicAccessExclusions: ({ NextToken }: { NextToken?: string }) =>
      NextToken === undefined
        ? { VpcBlockPublicAccessExclusions: [exclusion('vpcbpa-exclude-1', 'vpc/vpc-1')], NextToken: 'more' }
        : {
            VpcBlockPublicAccessExclusions: [
              exclusion('vpcbpa-exclude-2', 'subnet/subnet-1'),
              exclusion('vpcbpa-exclude-3', 'subnet/subnet-2', 'delete-complete'),
            ],
          },
  });
  expect(items.map(({ resourceId, configuration }) => [resourceId, configuration])).toEqual([
    [
      'vpcbpa-exclude-1',
      { ExclusionId: 'vpcbpa-exclude-1', InternetGatewayExclusionMode: 'allow-egress', VpcId: 'vpc-1', Tags: [] },
    ],
    [
      'vpcbpa-exclude-2',
      { ExclusionId: 'vpcbpa-exclude-2', InternetGatewayExclusionMode: 'allow-egress', SubnetId: 'subnet-1', Tags: [] },
    ],
  ]);
});

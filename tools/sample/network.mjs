/** @import { Account, Resource } from './account.mjs' */

/** @typedef {ReturnType<typeof buildNetwork>} Network */

import { tagList, tagsOf } from './account.mjs';
import { addAddress, addInterface } from './interfaces.mjs';

/** One VPC with all that carries its traffic. `second` is the second number of its addresses: 10.`second`.0.0/16. @param {Account} account @param {string} environment @param {number} second */
export function buildNetwork(account, environment, second) {
  /** @param {string} name */
  const tags = (name) => tagsOf(`${environment}-${name}`, environment, 'platform', 'CC-1040');
  /** @param {string} kind @param {string} id */
  const ec2 = (kind, id) => account.arn('ec2', `${kind}/${id}`);
  /** @param {string} name */
  const named = (name) => `${environment}/${name}`;
  const created = account.time(named('vpc'), 500, 20);

  const vpcId = account.ec2Id('vpc', named('vpc'));
  const vpc = account.add({
    type: 'AWS::EC2::VPC',
    id: vpcId,
    arn: ec2('vpc', vpcId),
    tags: tags('vpc'),
    answer: {
      cidrBlock: `10.${second}.0.0/16`,
      dhcpOptionsId: account.ec2Id('dopt', 'default'),
      state: 'available',
      vpcId,
      ownerId: account.id,
      instanceTenancy: 'default',
      ipv6CidrBlockAssociationSet: [],
      cidrBlockAssociationSet: [
        {
          associationId: account.ec2Id('vpc-cidr-assoc', named('vpc')),
          cidrBlock: `10.${second}.0.0/16`,
          cidrBlockState: { state: 'associated' },
        },
      ],
      isDefault: false,
      tags: tagList(tags('vpc')),
    },
  });

  /** @param {string} letter of its zone @param {number} at */
  const addSubnet = (letter, at) => {
    const role = letter === 'a' ? 'public-a' : `private-${letter}`;
    const id = account.ec2Id('subnet', named(role));
    const zone = `${account.region}${letter}`;
    return account.add({
      type: 'AWS::EC2::Subnet',
      id,
      arn: ec2('subnet', id),
      zone,
      tags: tags(role),
      answer: {
        availabilityZone: zone,
        availabilityZoneId: `usw2-az${at + 1}`,
        availableIpAddressCount: 4091 - 11 * (at + 1),
        cidrBlock: `10.${second}.${at * 16}.0/20`,
        defaultForAz: false,
        mapPublicIpOnLaunch: letter === 'a',
        state: 'available',
        subnetId: id,
        vpcId,
        ownerId: account.id,
        assignIpv6AddressOnCreation: false,
        ipv6CidrBlockAssociationSet: [],
        tags: tagList(tags(role)),
        subnetArn: ec2('subnet', id),
        enableDns64: false,
        ipv6Native: false,
      },
    });
  };
  const publicSubnet = addSubnet('a', 0);
  const [firstPrivate, secondPrivate] = [addSubnet('b', 1), addSubnet('c', 2)];
  const privateSubnets = [firstPrivate, secondPrivate];
  const subnets = [publicSubnet, ...privateSubnets];

  const gatewayId = account.ec2Id('igw', named('igw'));
  account.add({
    type: 'AWS::EC2::InternetGateway',
    id: gatewayId,
    arn: ec2('internet-gateway', gatewayId),
    tags: tags('igw'),
    answer: {
      attachments: [{ state: 'available', vpcId }],
      internetGatewayId: gatewayId,
      ownerId: account.id,
      tags: tagList(tags('igw')),
    },
  });

  const addressId = account.ec2Id('eipalloc', named('nat'));
  const publicIp = `52.${second}.18.24`;
  const natId = account.ec2Id('nat', named('nat'));
  const natInterface = addInterface(account, {
    name: named('nat'),
    subnet: publicSubnet,
    vpc,
    ip: `10.${second}.0.12`,
    groups: [],
    tags: {},
    type: 'nat_gateway',
    description: `Interface for NAT Gateway ${natId}`,
  });
  addAddress(account, {
    id: addressId,
    publicIp,
    networkInterface: natInterface,
    privateIp: `10.${second}.0.12`,
    tags: tags('nat'),
  });
  account.add({
    type: 'AWS::EC2::NatGateway',
    id: natId,
    zone: publicSubnet.zone,
    tags: tags('nat'),
    answer: {
      createTime: created,
      natGatewayAddresses: [
        {
          allocationId: addressId,
          networkInterfaceId: natInterface.id,
          privateIp: `10.${second}.0.12`,
          publicIp,
          isPrimary: true,
          status: 'succeeded',
        },
      ],
      natGatewayId: natId,
      state: 'available',
      subnetId: publicSubnet.id,
      vpcId,
      tags: tagList(tags('nat')),
      connectivityType: 'public',
    },
  });

  /** @param {string} name @param {Resource[]} members @param {object} target of what leaves the VPC */
  const addRouteTable = (name, members, target) => {
    const id = account.ec2Id('rtb', named(name));
    return account.add({
      type: 'AWS::EC2::RouteTable',
      id,
      tags: tags(`${name}-routes`),
      answer: {
        associations: members.map((subnet) => ({
          main: false,
          routeTableAssociationId: account.ec2Id('rtbassoc', subnet.id),
          routeTableId: id,
          subnetId: subnet.id,
          associationState: { state: 'associated' },
        })),
        propagatingVgws: [],
        routeTableId: id,
        routes: [
          {
            destinationCidrBlock: `10.${second}.0.0/16`,
            gatewayId: 'local',
            origin: 'CreateRouteTable',
            state: 'active',
          },
          { destinationCidrBlock: '0.0.0.0/0', ...target, origin: 'CreateRoute', state: 'active' },
        ],
        tags: tagList(tags(`${name}-routes`)),
        vpcId,
        ownerId: account.id,
      },
    });
  };
  const routeTables = [
    addRouteTable('public', [publicSubnet], { gatewayId }),
    addRouteTable('private', privateSubnets, { natGatewayId: natId }),
  ];

  const aclId = account.ec2Id('acl', named('acl'));
  account.add({
    type: 'AWS::EC2::NetworkAcl',
    id: aclId,
    tags: tags('acl'),
    answer: {
      associations: subnets.map(({ id: subnetId }) => ({
        networkAclAssociationId: account.ec2Id('aclassoc', subnetId),
        networkAclId: aclId,
        subnetId,
      })),
      entries: [true, false].flatMap((egress) => [
        { cidrBlock: '0.0.0.0/0', egress, protocol: '-1', ruleAction: 'allow', ruleNumber: 100 },
        { cidrBlock: '0.0.0.0/0', egress, protocol: '-1', ruleAction: 'deny', ruleNumber: 32767 },
      ]),
      isDefault: false,
      networkAclId: aclId,
      tags: tagList(tags('acl')),
      vpcId,
      ownerId: account.id,
    },
  });

  /** The private subnets in turn. @param {number} at */
  const privateSubnetAt = (at) => (at % 2 === 0 ? firstPrivate : secondPrivate);
  return { environment, second, vpc, subnets, publicSubnet, privateSubnets, privateSubnetAt, routeTables, named, tags };
}

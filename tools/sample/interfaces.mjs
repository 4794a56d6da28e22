/**
 * @import { Account, Item, Tags } from './account.mjs'
 * @import { Network } from './network.mjs'
 */

import { tagList } from './account.mjs';

/**
 * A security group.
 * @param {Account} account
 * @param {Network} network
 * @param {string} name
 * @param {string} description
 * @param {[fromPort: number, toPort: number, source: string | Item][]} rules the source is a range of addresses or another group
 */
export function addSecurityGroup(account, network, name, description, rules) {
  const id = account.ec2Id('sg', network.named(name));
  const groupName = `${network.environment}-${name}`;
  const open = {
    ipProtocol: '-1',
    ipv6Ranges: [],
    prefixListIds: [],
    userIdGroupPairs: [],
    ipv4Ranges: [{ cidrIp: '0.0.0.0/0' }],
    ipRanges: ['0.0.0.0/0'],
  };
  const group = account.add({
    type: 'AWS::EC2::SecurityGroup',
    id,
    name: groupName,
    arn: account.arn('ec2', `security-group/${id}`),
    zone: 'Not Applicable',
    tags: network.tags(name),
    configuration: {
      description,
      groupName,
      ipPermissions: rules.map(([fromPort, toPort, source]) => {
        return {
          fromPort,
          ipProtocol: 'tcp',
          ipv6Ranges: [],
          prefixListIds: [],
          toPort,
          userIdGroupPairs: typeof source === 'string' ? [] : [{ groupId: source.resourceId, userId: account.id }],
          ipv4Ranges: typeof source === 'string' ? [{ cidrIp: source }] : [],
          ipRanges: typeof source === 'string' ? [source] : [],
        };
      }),
      ownerId: account.id,
      groupId: id,
      ipPermissionsEgress: [open],
      tags: tagList(network.tags(name)),
      vpcId: network.vpc.resourceId,
    },
  });
  account.link(group, network.vpc);
  return group;
}

/**
 * A network interface, related to its subnet, VPC and groups; whoever it belongs to is linked by the caller.
 * @param {Account} account
 * @param {{ name: string, subnet: Item, vpc: Item, ip: string, groups: Item[], tags: Tags, description: string, type?: string,
 *   attachment?: object }} told
 */
export function addInterface(
  account,
  { name, subnet, vpc, ip, groups, tags, description, type = 'interface', attachment },
) {
  const id = account.ec2Id('eni', name);
  const privateDnsName = `ip-${ip.replaceAll('.', '-')}.${account.region}.compute.internal`;
  const networkInterface = account.add({
    type: 'AWS::EC2::NetworkInterface',
    id,
    arn: account.arn('ec2', `network-interface/${id}`),
    zone: subnet.availabilityZone,
    tags,
    configuration: {
      ...(attachment && { attachment }),
      availabilityZone: subnet.availabilityZone,
      description,
      groups: groups.map((group) => ({ groupName: group.resourceName, groupId: group.resourceId })),
      interfaceType: type,
      ipv6Addresses: [],
      macAddress: `02:${account.hex(`mac/${name}`, 10).replace(/(..)(?=.)/g, '$1:')}`,
      networkInterfaceId: id,
      ownerId: account.id,
      privateDnsName,
      privateIpAddress: ip,
      privateIpAddresses: [{ primary: true, privateDnsName, privateIpAddress: ip }],
      requesterManaged: type !== 'interface',
      sourceDestCheck: type !== 'nat_gateway',
      status: 'in-use',
      subnetId: subnet.resourceId,
      tagSet: tagList(tags),
      vpcId: vpc.resourceId,
    },
  });
  account.link(networkInterface, subnet);
  account.link(networkInterface, vpc);
  for (const group of groups) account.link(networkInterface, group);
  return networkInterface;
}

/**
 * An elastic address on an interface.
 * @param {Account} account
 * @param {{ id: string, publicIp: string, networkInterface: Item, privateIp: string, tags: Tags, instanceId?: string }} told
 */
export function addAddress(account, { id, publicIp, networkInterface, privateIp, tags, instanceId }) {
  return account.add({
    type: 'AWS::EC2::EIP',
    id,
    name: publicIp,
    zone: 'Not Applicable',
    tags,
    configuration: {
      ...(instanceId && { instanceId }),
      publicIp,
      allocationId: id,
      associationId: account.ec2Id('eipassoc', id),
      domain: 'vpc',
      networkInterfaceId: networkInterface.resourceId,
      networkInterfaceOwnerId: account.id,
      privateIpAddress: privateIp,
      tags: tagList(tags),
      publicIpv4Pool: 'amazon',
      networkBorderGroup: account.region,
    },
  });
}

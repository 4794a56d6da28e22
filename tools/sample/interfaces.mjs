/**
 * @import { Account, Resource, Tags } from './account.mjs'
 * @import { Network } from './network.mjs'
 */

import { tagList } from './account.mjs';

/**
 * A security group.
 * @param {Account} account
 * @param {Network} network
 * @param {string} name
 * @param {string} description
 * @param {[fromPort: number, toPort: number, source: string | Resource][]} rules the source is a range of addresses or another group
 */
export function addSecurityGroup(account, network, name, description, rules) {
  const id = account.ec2Id('sg', network.named(name));
  const groupName = `${network.environment}-${name}`;
  const open = {
    ipProtocol: '-1',
    ipv6Ranges: [],
    prefixListIds: [],
    userIdGroupPairs: [],
    ipRanges: [{ cidrIp: '0.0.0.0/0' }],
  };
  return account.add({
    type: 'AWS::EC2::SecurityGroup',
    id,
    name: groupName,
    arn: account.arn('ec2', `security-group/${id}`),
    tags: network.tags(name),
    answer: {
      description,
      groupName,
      ipPermissions: rules.map(([fromPort, toPort, source]) => {
        return {
          fromPort,
          ipProtocol: 'tcp',
          ipv6Ranges: [],
          prefixListIds: [],
          toPort,
          userIdGroupPairs: typeof source === 'string' ? [] : [{ groupId: source.id, userId: account.id }],
          ipRanges: typeof source === 'string' ? [{ cidrIp: source }] : [],
        };
      }),
      ownerId: account.id,
      groupId: id,
      ipPermissionsEgress: [open],
      tags: tagList(network.tags(name)),
      vpcId: network.vpc.id,
    },
  });
}

/**
 * A network interface, related to its subnet, VPC and groups; whoever it belongs to is linked by the caller.
 * @param {Account} account
 * @param {{ name: string, subnet: Resource, vpc: Resource, ip: string, groups: Resource[], tags: Tags, description: string, type?: string,
 *   attachment?: object }} told
 */
export function addInterface(
  account,
  { name, subnet, vpc, ip, groups, tags, description, type = 'interface', attachment },
) {
  const id = account.ec2Id('eni', name);
  const privateDnsName = `ip-${ip.replaceAll('.', '-')}.${account.region}.compute.internal`;
  return account.add({
    type: 'AWS::EC2::NetworkInterface',
    id,
    arn: account.arn('ec2', `network-interface/${id}`),
    zone: subnet.zone,
    tags,
    answer: {
      ...(attachment && { attachment }),
      availabilityZone: subnet.zone,
      description,
      groups: groups.map((group) => ({ groupName: group.name, groupId: group.id })),
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
      subnetId: subnet.id,
      tagSet: tagList(tags),
      vpcId: vpc.id,
    },
  });
}

/**
 * An elastic address on an interface.
 * @param {Account} account
 * @param {{ id: string, publicIp: string, networkInterface: Resource, privateIp: string, tags: Tags, instanceId?: string }} told
 */
export function addAddress(account, { id, publicIp, networkInterface, privateIp, tags, instanceId }) {
  return account.add({
    type: 'AWS::EC2::EIP',
    id,
    name: publicIp,
    tags,
    answer: {
      ...(instanceId && { instanceId }),
      publicIp,
      allocationId: id,
      associationId: account.ec2Id('eipassoc', id),
      domain: 'vpc',
      networkInterfaceId: networkInterface.id,
      networkInterfaceOwnerId: account.id,
      privateIpAddress: privateIp,
      tags: tagList(tags),
      publicIpv4Pool: 'amazon',
      networkBorderGroup: account.region,
    },
  });
}

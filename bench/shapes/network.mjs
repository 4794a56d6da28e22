/**
 * @import { Kind } from './cell.mjs'
 * @import { Shape } from './item.mjs'
 */

import { account, arn, instanceId, item, relation, zone } from './item.mjs';
import { groupName, subnetBlock, vpcBlock } from './place.mjs';

/** @type {Shape} */
export function vpc(cell, at) {
  const id = cell.ec2Id('vpc', at);
  /** @param {Kind} kind @param {string} prefix @param {string} type @param {string} name */
  const all = (kind, prefix, type, name) =>
    cell.members(kind, 2, at).map((member) => relation(type, cell.ec2Id(prefix, member), name));
  return item(cell, at, {
    type: 'AWS::EC2::VPC',
    id,
    tagged: true,
    itemArn: arn('ec2', `vpc/${id}`),
    itemZone: 'Multiple Availability Zones',
    relationships: [
      ...all('subnet', 'subnet', 'AWS::EC2::Subnet', 'Contains Subnet'),
      ...all('group', 'sg', 'AWS::EC2::SecurityGroup', 'Contains SecurityGroup'),
      ...all('instance', 'i', 'AWS::EC2::Instance', 'Contains Instance'),
      ...all('interface', 'eni', 'AWS::EC2::NetworkInterface', 'Contains NetworkInterface'),
    ],
    configuration: {
      cidrBlock: vpcBlock(cell, at),
      dhcpOptionsId: cell.ec2Id('dopt', 0),
      state: 'available',
      vpcId: id,
      ownerId: account,
      instanceTenancy: 'default',
      isDefault: false,
    },
  });
}

/** @type {Shape} */
export function subnet(cell, at) {
  const id = cell.ec2Id('subnet', at);
  const vpcId = cell.ec2Id('vpc', at % 2);
  /** @param {Kind} kind */
  const within = (kind) => cell.members(kind, cell.counts.subnet, at);
  return item(cell, at, {
    type: 'AWS::EC2::Subnet',
    id,
    tagged: true,
    itemArn: arn('ec2', `subnet/${id}`),
    itemZone: zone(at),
    relationships: [
      relation('AWS::EC2::VPC', vpcId, 'Is contained in Vpc'),
      ...within('instance').map((member) =>
        relation('AWS::EC2::Instance', instanceId(cell, member), 'Contains Instance'),
      ),
      ...within('interface').map((member) =>
        relation('AWS::EC2::NetworkInterface', cell.ec2Id('eni', member), 'Contains NetworkInterface'),
      ),
    ],
    configuration: {
      availabilityZone: zone(at),
      availableIpAddressCount: cell.number32('free', at) % 1019,
      cidrBlock: subnetBlock(cell, at),
      mapPublicIpOnLaunch: false,
      state: 'available',
      subnetId: id,
      vpcId,
      ownerId: account,
    },
  });
}

/** @type {Shape} */
export function group(cell, at) {
  const id = cell.ec2Id('sg', at);
  const vpcId = cell.ec2Id('vpc', at % 2);
  /** @param {Kind} kind */
  const within = (kind) => cell.members(kind, cell.counts.group, at);
  const rules = Array.from({ length: 2 + (cell.number32('rules', at) % 5) }, (_, rule) => {
    const block = cell.number32(`cidr${rule}`, at);
    const cidrIp = `10.${block & 255}.${(block >>> 8) & 255}.0/24`;
    const port = cell.pick(`port${rule}`, at, [22, 80, 443, 5432, 8080, 9000]);
    const partner = cell.ec2Id('sg', cell.number32(`partner${rule}`, at) % cell.counts.group);
    return {
      fromPort: port,
      ipProtocol: 'tcp',
      ipv6Ranges: [],
      prefixListIds: [],
      toPort: port,
      userIdGroupPairs: rule % 2 === 0 ? [] : [{ groupId: partner, userId: account }],
      ipv4Ranges: [{ cidrIp }],
      ipRanges: [cidrIp],
    };
  });
  return item(cell, at, {
    type: 'AWS::EC2::SecurityGroup',
    id,
    name: groupName(cell, at),
    tagged: true,
    itemArn: arn('ec2', `security-group/${id}`),
    relationships: [
      relation('AWS::EC2::VPC', vpcId, 'Is contained in Vpc'),
      ...within('instance').map((member) =>
        relation('AWS::EC2::Instance', instanceId(cell, member), 'Is associated with Instance'),
      ),
      ...within('interface').map((member) =>
        relation('AWS::EC2::NetworkInterface', cell.ec2Id('eni', member), 'Is associated with NetworkInterface'),
      ),
    ],
    configuration: {
      description: 'Opens what the service needs',
      groupName: groupName(cell, at),
      ipPermissions: rules,
      ownerId: account,
      groupId: id,
      ipPermissionsEgress: [],
      vpcId,
    },
  });
}

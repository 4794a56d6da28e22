import { account, arn, instanceId, item, relation, zone } from './item.mjs';

export function vpc(cell, at) {
  const id = cell.ec2Id('vpc', at);
  const all = (kind, prefix, type, name) =>
    cell.members(kind, 2, at).map((member) => relation(type, cell.ec2Id(prefix, member), name));
  return item(cell, at, {
    type: 'AWS::EC2::VPC',
    id,
    itemArn: arn('ec2', `vpc/${id}`),
    itemZone: 'Multiple Availability Zones',
    relationships: [
      ...all('subnet', 'subnet', 'AWS::EC2::Subnet', 'Contains Subnet'),
      ...all('group', 'sg', 'AWS::EC2::SecurityGroup', 'Contains SecurityGroup'),
      ...all('instance', 'i', 'AWS::EC2::Instance', 'Contains Instance'),
      ...all('interface', 'eni', 'AWS::EC2::NetworkInterface', 'Contains NetworkInterface'),
    ],
    configuration: {
      cidrBlock: '10.0.0.0/8',
      state: 'available',
      vpcId: id,
      ownerId: account,
      instanceTenancy: 'default',
      isDefault: false,
    },
  });
}

export function subnet(cell, at) {
  const id = cell.ec2Id('subnet', at);
  const vpcId = cell.ec2Id('vpc', at % 2);
  const within = (kind) => cell.members(kind, cell.counts.subnet, at);
  return item(cell, at, {
    type: 'AWS::EC2::Subnet',
    id,
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
      availableIpAddressCount: cell.number32('free', at) % 4091,
      cidrBlock: `10.${at & 255}.0.0/20`,
      mapPublicIpOnLaunch: false,
      state: 'available',
      subnetId: id,
      vpcId,
      ownerId: account,
    },
  });
}

export function group(cell, at) {
  const id = cell.ec2Id('sg', at);
  const vpcId = cell.ec2Id('vpc', at % 2);
  const within = (kind) => cell.members(kind, cell.counts.group, at);
  const rules = Array.from({ length: 2 + (cell.number32('rules', at) % 5) }, (_, rule) => {
    const cidrIp = `10.${cell.number32(`cidr${rule}`, at) & 255}.0.0/16`;
    const port = cell.pick(`port${rule}`, at, [22, 80, 443, 5432, 8080, 9000]);
    return {
      fromPort: port,
      ipProtocol: 'tcp',
      ipv6Ranges: [],
      prefixListIds: [],
      toPort: port,
      userIdGroupPairs: [],
      ipv4Ranges: [{ cidrIp }],
      ipRanges: [cidrIp],
    };
  });
  return item(cell, at, {
    type: 'AWS::EC2::SecurityGroup',
    id,
    name: `group-${cell.number}-${at}`,
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
      groupName: `group-${cell.number}-${at}`,
      ipPermissions: rules,
      ownerId: account,
      groupId: id,
      ipPermissionsEgress: [],
      vpcId,
    },
  });
}

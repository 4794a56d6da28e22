import { account, address, arn, created, instanceId, item, owner, region, relation, zone } from './item.mjs';

/** What an instance and its interface say alike about where they are. */
function place(cell, at) {
  const groupNumber = owner(cell, 'group', at);
  return {
    vpcId: cell.ec2Id('vpc', at % 2),
    subnetId: cell.ec2Id('subnet', owner(cell, 'subnet', at)),
    groups: [{ groupName: `group-${cell.number}-${groupNumber}`, groupId: cell.ec2Id('sg', groupNumber) }],
    ip: address(at + 10),
    dns: `ip-${address(at + 10).replaceAll('.', '-')}.${region}.compute.internal`,
    mac: `02:${cell.hex('mac', at, 10).match(/../g).join(':')}`,
  };
}

/** Two in five also use a group shared by another account, which is in no snapshot of ours: about 5 in 100 of all relations dangle. */
function groupRelations(cell, at) {
  const ids = [cell.ec2Id('sg', owner(cell, 'group', at))];
  if (cell.number32('shared group', at) % 5 < 2) ids.push(`sg-0${cell.hex('shared group id', at % 20, 16)}`);
  return ids.map((id) => relation('AWS::EC2::SecurityGroup', id, 'Is associated with SecurityGroup'));
}

export function instance(cell, at) {
  const id = instanceId(cell, at);
  const { vpcId, subnetId, groups, ip, dns, mac } = place(cell, at);
  const launchTime = created(cell, at);
  const volumes = cell.members('volume', cell.counts.instance, at);
  const networkInterfaceId = cell.ec2Id('eni', at);
  const attachment = {
    attachmentId: cell.ec2Id('eni-attach', at),
    deviceIndex: 0,
    networkCardIndex: 0,
    status: 'attached',
    attachTime: launchTime,
    deleteOnTermination: true,
  };
  return item(cell, at, {
    type: 'AWS::EC2::Instance',
    id,
    itemArn: arn('ec2', `instance/${id}`),
    itemZone: zone(owner(cell, 'subnet', at)),
    relationships: [
      relation('AWS::EC2::NetworkInterface', networkInterfaceId, 'Contains NetworkInterface'),
      ...groupRelations(cell, at),
      relation('AWS::EC2::Subnet', subnetId, 'Is contained in Subnet'),
      ...volumes.map((member) => relation('AWS::EC2::Volume', cell.ec2Id('vol', member), 'Is attached to Volume')),
      relation('AWS::EC2::VPC', vpcId, 'Is contained in Vpc'),
    ],
    configuration: {
      amiLaunchIndex: 0,
      imageId: cell.ec2Id('ami', at % 7),
      instanceId: id,
      instanceType: cell.pick('size', at, ['t4g.small', 't4g.medium', 'm7g.large', 'c7g.xlarge', 'r6g.2xlarge']),
      launchTime,
      monitoring: { state: 'disabled' },
      placement: { availabilityZone: zone(owner(cell, 'subnet', at)), groupName: '', tenancy: 'default' },
      privateDnsName: dns,
      privateIpAddress: ip,
      productCodes: [],
      publicDnsName: '',
      state: cell.pick('state', at, [
        { code: 16, name: 'running' },
        { code: 16, name: 'running' },
        { code: 80, name: 'stopped' },
      ]),
      stateTransitionReason: '',
      subnetId,
      vpcId,
      architecture: 'arm64',
      blockDeviceMappings: volumes.map((member, device) => ({
        deviceName: `/dev/xvd${'abcdefgh'[device]}`,
        ebs: {
          attachTime: launchTime,
          deleteOnTermination: device === 0,
          status: 'attached',
          volumeId: cell.ec2Id('vol', member),
        },
      })),
      clientToken: cell.uuid('token', at),
      ebsOptimized: true,
      enaSupport: true,
      hypervisor: 'xen',
      iamInstanceProfile: {
        arn: arn('iam', `instance-profile/service-${at % 40}`, ''),
        id: `AIPA${cell.hex('profile', at % 40, 17).toUpperCase()}`,
      },
      networkInterfaces: [
        {
          attachment,
          description: 'Primary network interface',
          groups,
          ipv6Addresses: [],
          macAddress: mac,
          networkInterfaceId,
          ownerId: account,
          privateDnsName: dns,
          privateIpAddress: ip,
          privateIpAddresses: [{ primary: true, privateDnsName: dns, privateIpAddress: ip }],
          sourceDestCheck: true,
          status: 'in-use',
          subnetId,
          vpcId,
          interfaceType: 'interface',
        },
      ],
      rootDeviceName: '/dev/xvda',
      rootDeviceType: 'ebs',
      securityGroups: groups,
      sourceDestCheck: true,
      virtualizationType: 'hvm',
      cpuOptions: { coreCount: 2, threadsPerCore: 1 },
      capacityReservationSpecification: { capacityReservationPreference: 'open' },
      hibernationOptions: { configured: false },
      licenses: [],
      metadataOptions: {
        state: 'applied',
        httpTokens: 'required',
        httpPutResponseHopLimit: 2,
        httpEndpoint: 'enabled',
      },
    },
  });
}

export function networkInterface(cell, at) {
  const id = cell.ec2Id('eni', at);
  const { vpcId, subnetId, groups, ip, dns, mac } = place(cell, at);
  return item(cell, at, {
    type: 'AWS::EC2::NetworkInterface',
    id,
    itemArn: arn('ec2', `network-interface/${id}`),
    itemZone: zone(owner(cell, 'subnet', at)),
    relationships: [
      relation('AWS::EC2::Instance', instanceId(cell, at), 'Is attached to Instance'),
      ...groupRelations(cell, at),
      relation('AWS::EC2::Subnet', subnetId, 'Is contained in Subnet'),
      relation('AWS::EC2::VPC', vpcId, 'Is contained in Vpc'),
    ],
    configuration: {
      attachment: {
        attachmentId: cell.ec2Id('eni-attach', at),
        deleteOnTermination: true,
        deviceIndex: 0,
        instanceId: instanceId(cell, at),
        instanceOwnerId: account,
        status: 'attached',
        attachTime: created(cell, at),
      },
      availabilityZone: zone(owner(cell, 'subnet', at)),
      description: 'Primary network interface',
      groups,
      interfaceType: 'interface',
      ipv6Addresses: [],
      macAddress: mac,
      networkInterfaceId: id,
      ownerId: account,
      privateDnsName: dns,
      privateIpAddress: ip,
      privateIpAddresses: [{ primary: true, privateDnsName: dns, privateIpAddress: ip }],
      requesterManaged: false,
      sourceDestCheck: true,
      status: 'in-use',
      subnetId,
      tagSet: [],
      vpcId,
    },
  });
}

export function volume(cell, at) {
  const id = cell.ec2Id('vol', at);
  const holder = owner(cell, 'instance', at);
  const size = cell.pick('gib', at, [8, 20, 50, 100, 500, 2000]);
  const attached = {
    attachTime: created(cell, holder),
    device: '/dev/xvda',
    instanceId: instanceId(cell, holder),
    state: 'attached',
    volumeId: id,
    deleteOnTermination: true,
  };
  return item(cell, at, {
    type: 'AWS::EC2::Volume',
    id,
    itemArn: arn('ec2', `volume/${id}`),
    itemZone: zone(owner(cell, 'subnet', holder)),
    relationships: [relation('AWS::EC2::Instance', instanceId(cell, holder), 'Is attached to Instance')],
    configuration: {
      attachments: [attached],
      availabilityZone: zone(owner(cell, 'subnet', holder)),
      createTime: created(cell, at),
      encrypted: true,
      kmsKeyId: arn('kms', `key/${cell.uuid('key', at % 5)}`),
      size,
      snapshotId: cell.ec2Id('snap', at % 300),
      state: 'in-use',
      volumeId: id,
      iops: Math.max(3000, size * 3),
      tags: [{ key: 'Name', value: `volume-${cell.number}-${at}` }],
      volumeType: 'gp3',
      multiAttachEnabled: false,
      throughput: 125,
    },
  });
}

/**
 * @import { Cell } from './cell.mjs'
 * @import { Shape } from './item.mjs'
 */

import { account, arn, created, iamId, instanceId, item, owner, relation } from './item.mjs';
import { place } from './place.mjs';

/** Cells whose instances may use the one group that the account shares: 20,000 of their instances and interfaces do. */
const cellsWithSharedGroup = 4;

/**
 * Two in five also use a group shared by another account, which is in no snapshot of ours: about 5 in 100 of all relations dangle.
 * In the first cells two in five use a group of the first cell instead. It does not name them: with 20,000 it would be larger than
 * items are.
 * @param {Cell} cell
 * @param {number} at
 */
function groupRelations(cell, at) {
  const ids = [cell.ec2Id('sg', owner(cell, 'group', at))];
  const share = cell.number32('shared group', at) % 100;
  if (share < 40) ids.push(`sg-0${cell.hex('group elsewhere', at % 20, 16)}`);
  else if (share < 93 && cell.number < cellsWithSharedGroup) ids.push(cell.ec2Id('sg', 0, 0));
  return [...new Set(ids)].map((id) => relation('AWS::EC2::SecurityGroup', id, 'Is associated with SecurityGroup'));
}

/** An address seen from outside, for one machine in eight. @param {Cell} cell @param {number} at */
function publicAddress(cell, at) {
  if (cell.number32('public', at) % 8 > 0) return undefined;
  const bytes = cell.number32('public address', at);
  const publicIp = `54.${(bytes >>> 16) & 255}.${(bytes >>> 8) & 255}.${bytes & 255}`;
  return {
    ipOwnerId: 'amazon',
    publicDnsName: `ec2-${publicIp.replaceAll('.', '-')}.us-west-2.compute.amazonaws.com`,
    publicIp,
  };
}

/** @type {Shape} */
export function instance(cell, at) {
  const type = 'AWS::EC2::Instance';
  const id = instanceId(cell, at);
  const { vpcId, subnetId, zone, groups, ip, ipv6Address, dns, mac } = place(cell, at);
  const launchTime = created(cell, type, at);
  const volumes = cell.members('volume', cell.counts.instance, at);
  const networkInterfaceId = cell.ec2Id('eni', at);
  const association = publicAddress(cell, at);
  const attachment = {
    attachmentId: cell.ec2Id('eni-attach', at),
    deviceIndex: 0,
    networkCardIndex: 0,
    status: 'attached',
    attachTime: launchTime,
    deleteOnTermination: true,
  };
  return item(cell, at, {
    type,
    id,
    itemArn: arn('ec2', `instance/${id}`),
    itemZone: zone,
    relationships: [
      relation('AWS::EC2::NetworkInterface', networkInterfaceId, 'Contains NetworkInterface'),
      ...groupRelations(cell, at),
      relation('AWS::EC2::Subnet', subnetId, 'Is contained in Subnet'),
      ...volumes.map((member) => relation('AWS::EC2::Volume', cell.ec2Id('vol', member), 'Is attached to Volume')),
      relation('AWS::EC2::VPC', vpcId, 'Is contained in Vpc'),
    ],
    configuration: {
      amiLaunchIndex: 0,
      imageId: cell.ec2Id('ami', cell.number32('image', at) % 60),
      instanceId: id,
      instanceType: cell.pick('size', at, ['t4g.small', 't4g.medium', 'm7g.large', 'c7g.xlarge', 'r6g.2xlarge']),
      keyName: cell.pick('key pair', at, ['operations-2024', 'operations-2025', 'break-glass']),
      launchTime,
      monitoring: { state: 'disabled' },
      placement: { availabilityZone: zone, groupName: '', tenancy: 'default' },
      privateDnsName: dns,
      privateIpAddress: ip,
      productCodes: [],
      publicDnsName: association?.publicDnsName ?? '',
      ...(association && { publicIpAddress: association.publicIp }),
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
        arn: arn('iam', `instance-profile/service-${cell.number32('profile', at) % 40}`, ''),
        id: iamId(cell, 'AIPA', cell.number32('profile', at) % 40),
      },
      networkInterfaces: [
        {
          ...(association && { association }),
          attachment,
          description: 'Primary network interface',
          groups,
          ipv6Addresses: [{ ipv6Address }],
          macAddress: mac,
          networkInterfaceId,
          ownerId: account,
          privateDnsName: dns,
          privateIpAddress: ip,
          privateIpAddresses: [
            { ...(association && { association }), primary: true, privateDnsName: dns, privateIpAddress: ip },
          ],
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
      metadataOptions: { state: 'applied', httpTokens: 'required', httpEndpoint: 'enabled' },
    },
  });
}

/** @type {Shape} */
export function networkInterface(cell, at) {
  const id = cell.ec2Id('eni', at);
  const { vpcId, subnetId, zone, groups, ip, ipv6Address, dns, mac } = place(cell, at);
  const association = publicAddress(cell, at);
  return item(cell, at, {
    type: 'AWS::EC2::NetworkInterface',
    id,
    itemArn: arn('ec2', `network-interface/${id}`),
    itemZone: zone,
    relationships: [
      relation('AWS::EC2::Instance', instanceId(cell, at), 'Is attached to Instance'),
      ...groupRelations(cell, at),
      relation('AWS::EC2::Subnet', subnetId, 'Is contained in Subnet'),
      relation('AWS::EC2::VPC', vpcId, 'Is contained in Vpc'),
    ],
    configuration: {
      ...(association && { association }),
      attachment: {
        attachmentId: cell.ec2Id('eni-attach', at),
        deleteOnTermination: true,
        deviceIndex: 0,
        instanceId: instanceId(cell, at),
        instanceOwnerId: account,
        status: 'attached',
        attachTime: created(cell, 'AWS::EC2::Instance', at),
      },
      availabilityZone: zone,
      description: 'Primary network interface',
      groups,
      interfaceType: 'interface',
      ipv6Addresses: [{ ipv6Address }],
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

/** @type {Shape} */
export function volume(cell, at) {
  const type = 'AWS::EC2::Volume';
  const id = cell.ec2Id('vol', at);
  const holder = owner(cell, 'instance', at);
  const size = cell.pick('gib', at, [8, 20, 50, 100, 500, 2000]);
  const { zone } = place(cell, holder);
  return item(cell, at, {
    type,
    id,
    itemArn: arn('ec2', `volume/${id}`),
    itemZone: zone,
    relationships: [relation('AWS::EC2::Instance', instanceId(cell, holder), 'Is attached to Instance')],
    configuration: {
      attachments: [
        {
          attachTime: created(cell, 'AWS::EC2::Instance', holder),
          device: '/dev/xvda',
          instanceId: instanceId(cell, holder),
          state: 'attached',
          volumeId: id,
          deleteOnTermination: true,
        },
      ],
      availabilityZone: zone,
      createTime: created(cell, type, at),
      encrypted: true,
      kmsKeyId: arn('kms', `key/${cell.uuid('key', cell.number32('key', at) % 20)}`),
      size,
      snapshotId: cell.ec2Id('snap', cell.number32('snapshot', at) % 3000),
      state: 'in-use',
      volumeId: id,
      iops: Math.max(3000, size * 3),
      volumeType: 'gp3',
      multiAttachEnabled: false,
      throughput: 125,
    },
  });
}

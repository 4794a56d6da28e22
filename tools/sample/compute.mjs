/**
 * @import { Account, Resource, Tags } from './account.mjs'
 * @import { Network } from './network.mjs'
 */

import { tagList, tagsOf } from './account.mjs';
import { addAddress, addInterface } from './interfaces.mjs';

/** The machine image of all instances. Images are no resources of AWS Config. */
export const image = 'ami-0c7e2b1a9f3d48e65';

/**
 * An instance with its root volume and interface.
 * @param {Account} account
 * @param {Network} network
 * @param {{ name: string, subnet: Network['publicSubnet'], host: number, groups: Resource[], size: string, team: string, profile: string,
 *   address?: string, template?: Resource }} told host: the last number of its address
 */
export function addInstance(account, network, { name, subnet, host, groups, size, team, profile, address, template }) {
  const tags = tagsOf(`${network.environment}-${name}`, network.environment, team, 'CC-2210');
  const id = account.ec2Id('i', network.named(name));
  const ip = `10.${network.second}.${16 * network.subnets.indexOf(subnet)}.${host}`;
  const launched = account.time(network.named(name), 1, 120);
  const device = { deleteOnTermination: true, status: 'attached', attachTime: launched };
  const rootVolume = addVolume(account, network, {
    name: `${name}-root`,
    zone: subnet.zone,
    gib: 20,
    tags,
    created: launched,
    attachment: { ...device, instanceId: id, device: '/dev/xvda' },
  });
  const attachment = {
    attachmentId: account.ec2Id('eni-attach', network.named(name)),
    deviceIndex: 0,
    networkCardIndex: 0,
    ...device,
  };
  const networkInterface = addInterface(account, {
    name: network.named(name),
    subnet,
    vpc: network.vpc,
    ip,
    groups,
    tags: {},
    description: 'Primary network interface',
    attachment: { ...attachment, instanceId: id, instanceOwnerId: account.id },
  });
  const groupList = groups.map(({ id: groupId, name: groupName }) => ({ groupName, groupId }));
  const instance = account.add({
    type: 'AWS::EC2::Instance',
    id,
    arn: account.arn('ec2', `instance/${id}`),
    zone: subnet.zone,
    tags,
    answer: {
      amiLaunchIndex: 0,
      imageId: image,
      instanceId: id,
      instanceType: size,
      launchTime: launched,
      monitoring: { state: 'disabled' },
      placement: { availabilityZone: subnet.zone, groupName: '', tenancy: 'default' },
      privateDnsName: networkInterface.answer.privateDnsName,
      privateIpAddress: ip,
      productCodes: [],
      publicDnsName: address ? `ec2-${address.replaceAll('.', '-')}.${account.region}.compute.amazonaws.com` : '',
      ...(address && { publicIpAddress: address }),
      state: { code: 16, name: 'running' },
      stateTransitionReason: '',
      subnetId: subnet.id,
      vpcId: network.vpc.id,
      architecture: 'arm64',
      blockDeviceMappings: [{ deviceName: '/dev/xvda', ebs: { ...device, volumeId: rootVolume.id } }],
      clientToken: account.uuid(`token/${id}`),
      ebsOptimized: true,
      enaSupport: true,
      hypervisor: 'xen',
      iamInstanceProfile: {
        arn: account.arn('iam', `instance-profile/${profile}`, ''),
        id: account.capitals('AIPA', profile, 17),
      },
      networkInterfaces: [
        {
          attachment,
          description: 'Primary network interface',
          groups: groupList,
          ipv6Addresses: [],
          macAddress: networkInterface.answer.macAddress,
          networkInterfaceId: networkInterface.id,
          ownerId: account.id,
          privateIpAddress: ip,
          privateIpAddresses: networkInterface.answer.privateIpAddresses,
          sourceDestCheck: true,
          status: 'in-use',
          subnetId: subnet.id,
          vpcId: network.vpc.id,
          interfaceType: 'interface',
        },
      ],
      rootDeviceName: '/dev/xvda',
      rootDeviceType: 'ebs',
      securityGroups: groupList,
      sourceDestCheck: true,
      tags: tagList({ ...tags, ...(template && { 'aws:ec2launchtemplate:id': template.id }) }),
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
      enclaveOptions: { enabled: false },
    },
  });
  if (address) {
    addAddress(account, {
      id: account.ec2Id('eipalloc', network.named(name)),
      publicIp: address,
      networkInterface,
      privateIp: ip,
      tags,
      instanceId: id,
    });
  }
  return instance;
}

/**
 * A volume; whoever it is attached to is linked by the caller.
 * @param {Account} account
 * @param {Network} network
 * @param {{ name: string, zone: string | undefined, gib: number, tags: Tags, created: string, snapshotId?: string,
 *   attachment?: { instanceId: string, device: string, attachTime: string, deleteOnTermination: boolean } }} told
 */
export function addVolume(
  account,
  network,
  { name, zone, gib, tags, created, attachment, snapshotId = account.ec2Id('snap', 'base-image') },
) {
  const id = account.ec2Id('vol', network.named(name));
  return account.add({
    type: 'AWS::EC2::Volume',
    id,
    arn: account.arn('ec2', `volume/${id}`),
    zone,
    tags,
    answer: {
      attachments: attachment
        ? [
            {
              attachTime: attachment.attachTime,
              device: attachment.device,
              instanceId: attachment.instanceId,
              state: 'attached',
              volumeId: id,
              deleteOnTermination: attachment.deleteOnTermination,
            },
          ]
        : [],
      availabilityZone: zone,
      createTime: created,
      encrypted: true,
      kmsKeyId: account.arn('kms', `key/${account.uuid('key/ebs')}`),
      size: gib,
      snapshotId,
      state: attachment ? 'in-use' : 'available',
      volumeId: id,
      iops: Math.max(3000, gib * 3),
      tags: tagList(tags),
      volumeType: 'gp3',
      multiAttachEnabled: false,
      throughput: 125,
    },
  });
}

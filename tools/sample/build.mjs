/**
 * @import { Listed, Resource } from './account.mjs'
 * @import { Network } from './network.mjs'
 */

import { Account, tagsOf } from './account.mjs';
import { answersOf } from './answers.mjs';
import { addInstance, addVolume } from './compute.mjs';
import { buildDatabases } from './databases.mjs';
import { buildEdges } from './edges.mjs';
import { buildFleet, buildLoadBalancer } from './fleet.mjs';
import { buildIdentity } from './identity.mjs';
import { addSecurityGroup } from './interfaces.mjs';
import { buildNetwork } from './network.mjs';
import { buildContainers, buildFunctions, buildGovernance } from './serverless.mjs';
import { buildBuckets, buildKeys, buildStores } from './storage.mjs';

/**
 * A made-up account as AWS Config would snapshot it: a storefront in production, its staging twin, and what surrounds them. What its services
 * would answer is told here; the items are made of it by the very declarations that list an account of AWS.
 * @template {{ resourceType: string }} Type
 * @param {{ awsResourceTypes: readonly Type[], listAnswers: (types: Type[], answers: Record<string, object>) => Promise<Listed[]> }} source of
 *   lib/recorder/sources/aws
 */
export async function buildSample({ awsResourceTypes, listAnswers }) {
  const account = new Account();
  const roles = buildIdentity(account);
  const keys = buildKeys(account);
  const prod = buildNetwork(account, 'prod', 20);
  const staging = buildNetwork(account, 'staging', 30);

  const balancerGroup = addSecurityGroup(account, prod, 'balancer', 'The public side of the storefront', [
    [80, 80, '0.0.0.0/0'],
    [443, 443, '0.0.0.0/0'],
  ]);
  const webGroup = addSecurityGroup(account, prod, 'web', 'Web servers', [[8080, 8080, balancerGroup]]);
  const appGroup = addSecurityGroup(account, prod, 'app', 'Application servers and functions', [
    [9000, 9000, webGroup],
  ]);
  const databaseGroup = addSecurityGroup(account, prod, 'database', 'Databases', [[5432, 5432, appGroup]]);
  const endpointGroup = addSecurityGroup(account, prod, 'endpoints', 'VPC endpoints', [[443, 443, '10.20.0.0/16']]);
  const bastionGroup = addSecurityGroup(account, prod, 'bastion', 'The way in for operators', [
    [22, 22, '198.51.100.0/24'],
    [22, 22, '203.0.113.17/32'],
  ]);
  const stagingGroup = addSecurityGroup(account, staging, 'all', 'Everything in staging', [[0, 65535, '10.30.0.0/16']]);
  buildEdges(account, prod, endpointGroup, roles.flowLogs.arn);

  const target = buildLoadBalancer(account, prod, balancerGroup);
  buildFleet(account, prod, {
    name: 'web',
    size: 't4g.medium',
    groups: [webGroup],
    profile: 'web-instance',
    count: 3,
    targets: [target],
  });
  buildFleet(account, staging, {
    name: 'web',
    size: 't4g.small',
    groups: [stagingGroup],
    profile: 'web-instance',
    count: 2,
    targets: [],
  });
  /** @param {Network} network @param {number} at @param {Resource} group @param {string} size */
  const app = (network, at, group, size) =>
    addInstance(account, network, {
      name: `app-${at + 1}`,
      subnet: network.privateSubnetAt(at),
      host: 60 + at,
      groups: [group],
      size,
      team: 'storefront',
      profile: 'app-instance',
    });
  const applications = [0, 1, 2].map((at) => app(prod, at, appGroup, 'm7g.large'));
  for (const at of [0, 1]) app(staging, at, stagingGroup, 't4g.medium');
  const bastion = addInstance(account, prod, {
    name: 'bastion',
    subnet: prod.publicSubnet,
    host: 50,
    groups: [bastionGroup],
    size: 't4g.nano',
    team: 'platform',
    profile: 'web-instance',
    address: '52.20.77.140',
  });
  // A group that was deleted under a machine that was stopped at the time: the reference stayed.
  bastion.answer.securityGroups.push({ groupId: account.ec2Id('sg', 'launch-wizard-1'), groupName: 'launch-wizard-1' });

  for (const instance of applications.slice(0, 2)) {
    const name = `${instance.tags.Name}-data`;
    const created = instance.answer.launchTime;
    const volume = addVolume(account, prod, {
      name,
      zone: instance.zone,
      gib: 200,
      tags: tagsOf(name, 'prod', 'storefront', 'CC-2210'),
      created,
      snapshotId: '',
      attachment: {
        instanceId: instance.id,
        device: '/dev/sdf',
        attachTime: created,
        deleteOnTermination: false,
      },
    });
    const ebs = { attachTime: created, deleteOnTermination: false, status: 'attached', volumeId: volume.id };
    instance.answer.blockDeviceMappings.push({ deviceName: '/dev/sdf', ebs });
  }
  const leftOver = {
    zone: 'us-west-2c',
    tags: tagsOf('migration-scratch', 'staging', 'data', 'CC-3320'),
    snapshotId: '',
  };
  addVolume(account, staging, { ...leftOver, name: 'scratch', gib: 500, created: account.time('scratch', 210) });
  addVolume(account, staging, {
    ...leftOver,
    name: 'scratch-attached',
    gib: 500,
    created: account.time('scratch', 211),
    attachment: {
      instanceId: account.ec2Id('i', 'migration'),
      device: '/dev/sdg',
      attachTime: account.time('scratch', 209),
      deleteOnTermination: false,
    },
  });

  buildDatabases(account, prod, staging, { prod: databaseGroup, staging: stagingGroup }, keys.database);
  buildBuckets(account, keys.reports);
  buildStores(account, keys);
  const functions = buildFunctions(account, prod, appGroup, roles.functions);
  buildContainers(account, prod, appGroup, roles.task);
  buildGovernance(account, [...functions, roles.functions]);
  const types = new Set(account.resources.map(({ type }) => type));
  const listed = awsResourceTypes.filter(({ resourceType }) => types.has(resourceType));
  return account.snapshot(await listAnswers(listed, answersOf(account)));
}

/**
 * @import { Account, Resource } from './account.mjs'
 * @import { Network } from './network.mjs'
 */

import { tagList, tagsOf } from './account.mjs';
import { addAlarm } from './fleet.mjs';

/**
 * The databases of both environments.
 * @param {Account} account
 * @param {Network} prod
 * @param {Network} staging
 * @param {{ prod: Resource, staging: Resource }} groups
 * @param {Resource} key
 */
export function buildDatabases(account, prod, staging, groups, key) {
  /** @param {Network} network */
  const subnetGroup = (network) => {
    const name = `${network.environment}-databases`;
    const arn = account.arn('rds', `subgrp:${name}`);
    const item = account.add({
      type: 'AWS::RDS::DBSubnetGroup',
      id: name,
      name,
      arn,
      answer: {
        dBSubnetGroupName: name,
        dBSubnetGroupDescription: `Subnets of ${network.environment} databases`,
        vpcId: network.vpc.id,
        subnetGroupStatus: 'Complete',
        dBSubnetGroupArn: arn,
        subnets: network.privateSubnets.map(({ id: subnetIdentifier, zone }) => ({
          subnetIdentifier,
          subnetAvailabilityZone: { name: zone },
          subnetStatus: 'Active',
        })),
      },
    });
    return item;
  };
  /**
   * @param {Network} network
   * @param {string} name
   * @param {number} at
   * @param {Resource} group
   * @param {Resource} subnets
   * @param {object} more
   */
  const instance = (network, name, at, group, subnets, more) => {
    const id = account.capitals('db-', `${network.environment}/${name}`, 26);
    const arn = account.arn('rds', `db:${name}`);
    const created = account.time(arn, 250, 100);
    const zone = network.privateSubnetAt(at).zone;
    const tags = tagsOf(name, network.environment, 'data', 'CC-3320');
    const item = account.add({
      type: 'AWS::RDS::DBInstance',
      id,
      name,
      arn,
      zone,
      tags,
      answer: {
        dBInstanceIdentifier: name,
        dBInstanceClass: 'db.r6g.large',
        engine: 'aurora-postgresql',
        dBInstanceStatus: 'available',
        masterUsername: 'dbadmin',
        endpoint: {
          address: `${name}.c9example.${account.region}.rds.amazonaws.com`,
          port: 5432,
          hostedZoneId: 'Z1PVIF0B656C1W',
        },
        allocatedStorage: 1,
        instanceCreateTime: created,
        preferredBackupWindow: '09:10-09:40',
        backupRetentionPeriod: 14,
        dBSecurityGroups: [],
        vpcSecurityGroups: [{ vpcSecurityGroupId: group.id, status: 'active' }],
        dBParameterGroups: [{ dBParameterGroupName: 'default.aurora-postgresql16', parameterApplyStatus: 'in-sync' }],
        availabilityZone: zone,
        dBSubnetGroup: {
          dBSubnetGroupName: subnets.name,
          vpcId: network.vpc.id,
          subnetGroupStatus: 'Complete',
        },
        preferredMaintenanceWindow: 'sun:11:00-sun:11:30',
        multiAZ: false,
        engineVersion: '16.4',
        autoMinorVersionUpgrade: true,
        publiclyAccessible: false,
        storageType: 'aurora',
        storageEncrypted: true,
        kmsKeyId: key.arn,
        dbiResourceId: id,
        cACertificateIdentifier: 'rds-ca-rsa2048-g1',
        copyTagsToSnapshot: true,
        dBInstanceArn: arn,
        iAMDatabaseAuthenticationEnabled: true,
        performanceInsightsEnabled: true,
        deletionProtection: true,
        tagList: tagList(tags),
        ...more,
      },
    });
    return item;
  };

  const prodSubnets = subnetGroup(prod);
  const members = [0, 1].map((at) =>
    instance(prod, `prod-orders-${at + 1}`, at, groups.prod, prodSubnets, {
      dBClusterIdentifier: 'prod-orders',
      promotionTier: at,
    }),
  );
  const clusterId = account.capitals('cluster-', 'prod-orders', 26);
  const clusterArn = account.arn('rds', 'cluster:prod-orders');
  const tags = tagsOf('prod-orders', 'prod', 'data', 'CC-3320');
  account.add({
    type: 'AWS::RDS::DBCluster',
    id: clusterId,
    name: 'prod-orders',
    arn: clusterArn,
    tags,
    answer: {
      allocatedStorage: 1,
      availabilityZones: prod.subnets.map(({ zone }) => zone),
      backupRetentionPeriod: 14,
      dBClusterIdentifier: 'prod-orders',
      dBClusterParameterGroup: 'default.aurora-postgresql16',
      dBSubnetGroup: prodSubnets.name,
      status: 'available',
      endpoint: `prod-orders.cluster-c9example.${account.region}.rds.amazonaws.com`,
      multiAZ: true,
      engine: 'aurora-postgresql',
      engineVersion: '16.4',
      port: 5432,
      masterUsername: 'dbadmin',
      clusterCreateTime: account.time(clusterArn, 351),
      tagList: tagList(tags),
      dBClusterMembers: members.map(({ name: dBInstanceIdentifier }, at) => ({
        dBInstanceIdentifier,
        isClusterWriter: at === 0,
        dBClusterParameterGroupStatus: 'in-sync',
        promotionTier: at,
      })),
      vpcSecurityGroups: [{ vpcSecurityGroupId: groups.prod.id, status: 'active' }],
      storageEncrypted: true,
      kmsKeyId: key.arn,
      dbClusterResourceId: clusterId,
      dBClusterArn: clusterArn,
      deletionProtection: true,
      httpEndpointEnabled: false,
      crossAccountClone: false,
    },
  });

  instance(staging, 'staging-orders', 0, groups.staging, subnetGroup(staging), {
    engine: 'postgres',
    dBInstanceClass: 'db.t4g.medium',
    storageType: 'gp3',
    allocatedStorage: 50,
    deletionProtection: false,
    backupRetentionPeriod: 1,
  });
  addAlarm(account, {
    name: 'prod-orders-connections',
    metric: 'DatabaseConnections',
    namespace: 'AWS/RDS',
    dimensions: [{ name: 'DBClusterIdentifier', value: 'prod-orders' }],
    threshold: 400,
    actions: [account.arn('sns', 'prod-alerts')],
  });
}

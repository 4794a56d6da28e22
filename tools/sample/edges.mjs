/**
 * @import { Account, Resource } from './account.mjs'
 * @import { Network } from './network.mjs'
 */

import { tagList } from './account.mjs';
import { addInterface } from './interfaces.mjs';

/**
 * What leads out of the production VPC: endpoints, a peer in another account, and the log of its traffic.
 * @param {Account} account
 * @param {Network} network
 * @param {Resource} endpointGroup
 * @param {string | undefined} logRoleArn
 */
export function buildEdges(account, network, endpointGroup, logRoleArn) {
  const { vpc, routeTables, privateSubnets, tags, named } = network;
  /** @param {string} name @param {string} service @param {string} kind @param {object} more */
  const addEndpoint = (name, service, kind, more) => {
    const id = account.ec2Id('vpce', named(name));
    const created = account.time(named(name), 300, 60);
    return account.add({
      type: 'AWS::EC2::VPCEndpoint',
      id,
      tags: tags(name),
      answer: {
        vpcEndpointId: id,
        vpcEndpointType: kind,
        vpcId: vpc.id,
        serviceName: `com.amazonaws.${account.region}.${service}`,
        state: 'available',
        routeTableIds: [],
        subnetIds: [],
        groups: [],
        privateDnsEnabled: kind === 'Interface',
        requesterManaged: false,
        networkInterfaceIds: [],
        creationTimestamp: created,
        tags: tagList(tags(name)),
        ownerId: account.id,
        ...more,
      },
    });
  };
  addEndpoint('s3-endpoint', 's3', 'Gateway', {
    routeTableIds: routeTables.map(({ id }) => id),
  });

  const interfaces = privateSubnets.map((subnet, at) =>
    addInterface(account, {
      name: named(`secrets-endpoint-${at}`),
      subnet,
      vpc,
      ip: `10.${network.second}.${16 * (at + 1)}.20`,
      groups: [endpointGroup],
      tags: {},
      type: 'vpc_endpoint',
      description: 'VPC Endpoint Interface',
    }),
  );
  addEndpoint('secrets-endpoint', 'secretsmanager', 'Interface', {
    subnetIds: privateSubnets.map(({ id }) => id),
    groups: [{ groupId: endpointGroup.id, groupName: endpointGroup.name }],
    networkInterfaceIds: interfaces.map(({ id }) => id),
  });

  const peeringId = account.ec2Id('pcx', 'analytics');
  const peerVpc = account.ec2Id('vpc', 'analytics');
  account.add({
    type: 'AWS::EC2::VPCPeeringConnection',
    id: peeringId,
    arn: account.arn('ec2', `vpc-peering-connection/${peeringId}`),
    tags: tags('analytics-peering'),
    answer: {
      accepterVpcInfo: { cidrBlock: '10.90.0.0/16', ownerId: '210987654321', vpcId: peerVpc, region: account.region },
      requesterVpcInfo: {
        cidrBlock: `10.${network.second}.0.0/16`,
        ownerId: account.id,
        vpcId: vpc.id,
        region: account.region,
      },
      status: { code: 'active', message: 'Active' },
      tags: tagList(tags('analytics-peering')),
      vpcPeeringConnectionId: peeringId,
    },
  });

  const logId = account.ec2Id('fl', named('flow-log'));
  account.add({
    type: 'AWS::EC2::FlowLog',
    id: logId,
    arn: account.arn('ec2', `vpc-flow-log/${logId}`),
    tags: tags('flow-log'),
    answer: {
      flowLogId: logId,
      flowLogStatus: 'ACTIVE',
      creationTime: account.time(named('flow-log'), 290),
      resourceId: vpc.id,
      trafficType: 'REJECT',
      logDestinationType: 'cloud-watch-logs',
      logGroupName: `/vpc/${network.environment}/flow`,
      deliverLogsPermissionArn: logRoleArn,
      deliverLogsStatus: 'SUCCESS',
      maxAggregationInterval: 600,
      tags: tagList(tags('flow-log')),
    },
  });
}

/**
 * @import { Account, Item } from './account.mjs'
 * @import { Network } from './network.mjs'
 */

import { registryTags, tagList } from './account.mjs';
import { addInterface } from './interfaces.mjs';

/**
 * What leads out of the production VPC: endpoints, a peer in another account, and the log of its traffic.
 * @param {Account} account
 * @param {Network} network
 * @param {Item} endpointGroup
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
      zone: 'Multiple Availability Zones',
      created,
      tags: tags(name),
      configuration: {
        vpcEndpointId: id,
        vpcEndpointType: kind,
        vpcId: vpc.resourceId,
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
  const s3 = addEndpoint('s3-endpoint', 's3', 'Gateway', {
    routeTableIds: routeTables.map(({ resourceId }) => resourceId),
  });
  account.link(s3, vpc);
  for (const table of routeTables) account.link(s3, table);

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
  const secrets = addEndpoint('secrets-endpoint', 'secretsmanager', 'Interface', {
    subnetIds: privateSubnets.map(({ resourceId }) => resourceId),
    groups: [{ groupId: endpointGroup.resourceId, groupName: endpointGroup.resourceName }],
    networkInterfaceIds: interfaces.map(({ resourceId }) => resourceId),
  });
  account.link(secrets, vpc);
  for (const subnet of privateSubnets) account.link(secrets, subnet);
  for (const networkInterface of interfaces) account.link(secrets, networkInterface);

  const peeringId = account.ec2Id('pcx', 'analytics');
  const peerVpc = account.ec2Id('vpc', 'analytics');
  const peering = account.add({
    type: 'AWS::EC2::VPCPeeringConnection',
    id: peeringId,
    arn: account.arn('ec2', `vpc-peering-connection/${peeringId}`),
    zone: 'Not Applicable',
    tags: tags('analytics-peering'),
    configuration: {
      accepterVpcInfo: { cidrBlock: '10.90.0.0/16', ownerId: '210987654321', vpcId: peerVpc, region: account.region },
      requesterVpcInfo: {
        cidrBlock: `10.${network.second}.0.0/16`,
        ownerId: account.id,
        vpcId: vpc.resourceId,
        region: account.region,
      },
      status: { code: 'active', message: 'Active' },
      tags: tagList(tags('analytics-peering')),
      vpcPeeringConnectionId: peeringId,
    },
  });
  account.link(peering, vpc);
  account.dangle(peering, 'AWS::EC2::VPC', peerVpc);

  const logId = account.ec2Id('fl', named('flow-log'));
  account.add({
    type: 'AWS::EC2::FlowLog',
    id: logId,
    arn: account.arn('ec2', `vpc-flow-log/${logId}`),
    zone: 'Not Applicable',
    tags: tags('flow-log'),
    configuration: {
      Id: logId,
      ResourceId: vpc.resourceId,
      ResourceType: 'VPC',
      TrafficType: 'REJECT',
      LogDestinationType: 'cloud-watch-logs',
      LogGroupName: `/vpc/${network.environment}/flow`,
      DeliverLogsPermissionArn: logRoleArn,
      MaxAggregationInterval: 600,
      Tags: registryTags(tags('flow-log')),
    },
  });
}

import { registryTypes } from './cloud-control/registry-types';
import type { AwsResourceType } from './resource-type';
import { autoScalingGroup, launchConfiguration, scalingPolicy } from './services/auto-scaling/auto-scaling';
import {
  eipAssociation,
  subnetNetworkAclAssociation,
  subnetRouteTableAssociation,
  vpcGatewayAttachment,
} from './services/ec2/associations';
import { dhcpOptions } from './services/ec2/dhcp-options';
import { internetGateway, natGateway, transitGateway } from './services/ec2/gateway';
import { host, instance, launchTemplate } from './services/ec2/instance';
import { elasticIp, networkInterface } from './services/ec2/network-interface';
import {
  snapshotBlockPublicAccess,
  vpcBlockPublicAccessExclusion,
  vpcBlockPublicAccessOptions,
} from './services/ec2/public-access';
import { securityGroup } from './services/ec2/security-group';
import { transitGatewayAttachment, transitGatewayRouteTable } from './services/ec2/transit-gateway';
import { volume } from './services/ec2/volume';
import { flowLog, networkAcl, routeTable, subnet, vpc } from './services/ec2/vpc';
import { vpcEndpoint, vpcPeeringConnection } from './services/ec2/vpc-connection';
import { customerGateway, vpnConnection, vpnGateway } from './services/ec2/vpn';
import { classicLoadBalancer } from './services/elastic-load-balancing/classic';
import { targetGroup } from './services/elastic-load-balancing/target-group';
import { listener, loadBalancer } from './services/elastic-load-balancing/v2';
import { optionGroup } from './services/rds/option-group';
import { dbCluster, dbInstance, dbSnapshot, dbSubnetGroup } from './services/rds/rds';
import { serviceTypes } from './services/service-types';

/** Every type that the AWS source lists, those that have code of their own first. */
export const awsResourceTypes: readonly AwsResourceType[] = [
  ...[instance, host, launchTemplate, volume],
  ...[vpc, subnet, routeTable, networkAcl, flowLog, securityGroup, networkInterface, elasticIp],
  ...[internetGateway, natGateway, transitGateway, vpcEndpoint, vpcPeeringConnection],
  ...[vpnGateway, customerGateway, vpnConnection, transitGatewayAttachment, transitGatewayRouteTable],
  ...[subnetRouteTableAssociation, subnetNetworkAclAssociation, eipAssociation, vpcGatewayAttachment, dhcpOptions],
  ...[snapshotBlockPublicAccess, vpcBlockPublicAccessOptions, vpcBlockPublicAccessExclusion],
  ...[classicLoadBalancer, loadBalancer, listener, targetGroup],
  ...[autoScalingGroup, launchConfiguration, scalingPolicy],
  ...[dbInstance, dbCluster, dbSubnetGroup, dbSnapshot, optionGroup],
  ...serviceTypes,
  ...registryTypes,
];

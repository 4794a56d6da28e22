import type { AwsResourceType } from './resource-type';
import { autoScalingGroup, launchConfiguration, scalingPolicy } from './services/auto-scaling/auto-scaling';
import { internetGateway, natGateway, transitGateway } from './services/ec2/gateway';
import { host, instance, launchTemplate } from './services/ec2/instance';
import { elasticIp, networkInterface } from './services/ec2/network-interface';
import { securityGroup } from './services/ec2/security-group';
import { volume } from './services/ec2/volume';
import { flowLog, networkAcl, routeTable, subnet, vpc } from './services/ec2/vpc';
import { vpcEndpoint, vpcPeeringConnection } from './services/ec2/vpc-connection';
import { customerGateway, vpnConnection, vpnGateway } from './services/ec2/vpn';
import { classicLoadBalancer } from './services/elastic-load-balancing/classic';
import { targetGroup } from './services/elastic-load-balancing/target-group';
import { listener, loadBalancer } from './services/elastic-load-balancing/v2';
import { dbCluster, dbInstance, dbSnapshot, dbSubnetGroup } from './services/rds/rds';
import { serviceTypes } from './services/service-types';

/** Every type that the AWS source lists. */
export const awsResourceTypes: readonly AwsResourceType[] = [
  ...[instance, host, launchTemplate, volume],
  ...[vpc, subnet, routeTable, networkAcl, flowLog, securityGroup, networkInterface, elasticIp],
  ...[internetGateway, natGateway, transitGateway, vpcEndpoint, vpcPeeringConnection],
  ...[vpnGateway, customerGateway, vpnConnection],
  ...[classicLoadBalancer, loadBalancer, listener, targetGroup],
  ...[autoScalingGroup, launchConfiguration, scalingPolicy],
  ...[dbInstance, dbCluster, dbSubnetGroup, dbSnapshot],
  ...serviceTypes,
];

import { autoScalingGroup, launchConfiguration, scalingPolicy } from './auto-scaling';
import { internetGateway, natGateway, transitGateway } from './ec2/gateway';
import { host, instance, launchTemplate } from './ec2/instance';
import { elasticIp, networkInterface } from './ec2/network-interface';
import { securityGroup } from './ec2/security-group';
import { volume } from './ec2/volume';
import { flowLog, networkAcl, routeTable, subnet, vpc } from './ec2/vpc';
import { vpcEndpoint, vpcPeeringConnection } from './ec2/vpc-connection';
import { customerGateway, vpnConnection, vpnGateway } from './ec2/vpn';
import { classicLoadBalancer } from './elastic-load-balancing';
import { listener, loadBalancer, targetGroup } from './elastic-load-balancing-v2';
import { dbCluster, dbInstance, dbSnapshot, dbSubnetGroup } from './rds';
import type { AwsResourceType } from './resource-type';
import { serviceTypes } from './service-types';

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

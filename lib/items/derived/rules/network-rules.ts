import { interfaceOwner } from '../interface-owner';
import * as is from '../names';
import { type DerivedRule, inNetwork, rule, rules } from '../rule';
import * as to from '../targets';

/** EC2: fields as its API names them for types that AWS Config had early, and as CloudFormation names them for later ones. */
export const networkRules: Record<string, DerivedRule[]> = {
  'AWS::EC2::SecurityGroup': [
    rule(is.allowsFrom, 'ipPermissions[].userIdGroupPairs[].groupId', to.securityGroup),
    rule(is.allowsTo, 'ipPermissionsEgress[].userIdGroupPairs[].groupId', to.securityGroup),
    rule(is.allowsFrom, 'ipPermissions[].prefixListIds[].prefixListId', to.ofEc2),
    rule(is.allowsTo, 'ipPermissionsEgress[].prefixListIds[].prefixListId', to.ofEc2),
  ],
  'AWS::EC2::RouteTable': [
    ...rules(
      is.routes,
      [
        'gatewayId',
        'natGatewayId',
        'transitGatewayId',
        'vpcPeeringConnectionId',
        'egressOnlyInternetGatewayId',
        'networkInterfaceId',
        'instanceId',
      ].map((field) => `routes[].${field}`),
      to.ofEc2,
    ),
    rule(is.takesRoutes, 'propagatingVgws[].gatewayId', to.ofEc2),
  ],
  'AWS::EC2::SubnetRouteTableAssociation': rules(is.associated, ['RouteTableId', 'SubnetId'], to.ofEc2),
  'AWS::EC2::SubnetNetworkAclAssociation': rules(is.associated, ['NetworkAclId', 'SubnetId'], to.ofEc2),
  'AWS::EC2::EIPAssociation': rules(is.associated, ['AllocationId', 'InstanceId', 'NetworkInterfaceId'], to.ofEc2),
  'AWS::EC2::VPCGatewayAttachment': rules(is.associated, ['VpcId', 'InternetGatewayId', 'VpnGatewayId'], to.ofEc2),
  'AWS::EC2::VPCBlockPublicAccessExclusion': rules(is.associated, ['VpcId', 'SubnetId'], to.ofEc2),
  'AWS::EC2::VPC': [rule(is.uses, 'dhcpOptionsId', to.ofEc2)],
  'AWS::EC2::NetworkInterface': [rule(is.serves, 'description', interfaceOwner)],
  'AWS::EC2::NatGateway': [
    rule(is.associated, 'natGatewayAddresses[].allocationId', to.id('AWS::EC2::EIP')),
    rule(is.associated, 'natGatewayAddresses[].networkInterfaceId', to.ofEc2),
  ],
  'AWS::EC2::VPCEndpoint': [
    rule(is.associated, 'groups[].groupId', to.securityGroup),
    rule(is.uses, 'serviceName', (text) => to.ofEc2(/vpce-svc-[0-9a-f]+$/.exec(text)?.[0] ?? '', {})),
  ],
  'AWS::EC2::VPCEndpointService': [
    rule(is.sends, 'GatewayLoadBalancerArns[]', to.loadBalancer),
    rule(is.sends, 'NetworkLoadBalancerArns[]', to.loadBalancer),
  ],
  'AWS::EC2::FlowLog': [
    rule(is.records, 'ResourceId', to.ofEc2),
    rule(is.sends, 'LogGroupName', to.logGroup),
    rule(is.sends, 'LogDestination', to.anything),
    rule(is.acts, 'DeliverLogsPermissionArn', to.role),
  ],
  'AWS::EC2::TransitGateway': rules(
    is.uses,
    ['AssociationDefaultRouteTableId', 'PropagationDefaultRouteTableId'],
    to.ofEc2,
  ),
  'AWS::EC2::TransitGatewayAttachment': attachment(),
  'AWS::EC2::TransitGatewayVpcAttachment': attachment(),
  'AWS::EC2::TransitGatewayPeeringAttachment': rules(
    is.attached,
    ['TransitGatewayId', 'PeerTransitGatewayId'],
    to.ofEc2,
  ),
  'AWS::EC2::TransitGatewayRouteTable': [rule(is.contained, 'TransitGatewayId', to.ofEc2)],
  'AWS::EC2::TransitGatewayRouteTableAssociation': rules(
    is.associated,
    ['TransitGatewayRouteTableId', 'TransitGatewayAttachmentId'],
    to.ofEc2,
  ),
  'AWS::EC2::TransitGatewayRouteTablePropagation': rules(
    is.associated,
    ['TransitGatewayRouteTableId', 'TransitGatewayAttachmentId'],
    to.ofEc2,
  ),
  'AWS::EC2::VPNConnection': [rule(is.attached, 'transitGatewayId', to.ofEc2)],
  'AWS::EC2::ClientVpnEndpoint': [
    rule(is.contained, 'VpcId', to.vpc),
    rule(is.associated, 'SecurityGroupIds[]', to.securityGroup),
    rule(is.uses, 'ServerCertificateArn', to.anything),
    rule(is.logsTo, 'ConnectionLogOptions.CloudwatchLogGroup', to.logGroup),
  ],
  'AWS::EC2::TrafficMirrorSession': rules(is.records, ['NetworkInterfaceId'], to.ofEc2),
  // AWS Config has what DescribeFirewall answers, and CloudFormation the firewall alone.
  'AWS::NetworkFirewall::Firewall': ['firewall.', ''].flatMap((prefix) => [
    rule(is.contained, `${prefix}VpcId`, to.vpc),
    rule(is.attached, `${prefix}SubnetMappings[].SubnetId`, to.subnet),
    rule(is.uses, `${prefix}FirewallPolicyArn`, to.anything),
  ]),
  'AWS::NetworkFirewall::FirewallPolicy': rules(
    is.uses,
    ['StatefulRuleGroupReferences', 'StatelessRuleGroupReferences'].map(
      (field) => `FirewallPolicy.${field}[].ResourceArn`,
    ),
    to.anything,
  ),
  'AWS::Route53::HostedZone': [rule(is.associated, 'VPCs[].VPCId', to.vpc)],
  'AWS::Route53Resolver::ResolverEndpoint': inNetwork('IpAddresses[].SubnetId', 'SecurityGroupIds[]'),
  'AWS::Route53Resolver::ResolverRule': [
    rule(is.forwards, 'ResolverEndpointId', to.id('AWS::Route53Resolver::ResolverEndpoint')),
  ],
  'AWS::Route53Resolver::ResolverRuleAssociation': [
    rule(is.associated, 'VPCId', to.vpc),
    rule(is.associated, 'ResolverRuleId', to.id('AWS::Route53Resolver::ResolverRule')),
  ],
  'AWS::Route53Resolver::FirewallRuleGroup': [
    rule(is.uses, 'FirewallRules[].FirewallDomainListId', to.id('AWS::Route53Resolver::FirewallDomainList')),
  ],
  'AWS::Route53Resolver::FirewallRuleGroupAssociation': [
    rule(is.associated, 'VpcId', to.vpc),
    rule(is.uses, 'FirewallRuleGroupId', to.id('AWS::Route53Resolver::FirewallRuleGroup')),
  ],
  'AWS::Route53Resolver::ResolverQueryLoggingConfig': [rule(is.sends, 'DestinationArn', to.anything)],
  'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation': [
    rule(is.records, 'ResourceId', to.vpc),
    rule(is.uses, 'ResolverQueryLogConfigId', to.id('AWS::Route53Resolver::ResolverQueryLoggingConfig')),
  ],
  'AWS::GlobalAccelerator::Listener': [rule(is.contained, 'AcceleratorArn', to.anything)],
  'AWS::GlobalAccelerator::EndpointGroup': [
    rule(is.contained, 'ListenerArn', to.anything),
    rule(is.routes, 'EndpointConfigurations[].EndpointId', to.anything),
  ],
};

function attachment(): DerivedRule[] {
  return [
    rule(is.attached, 'TransitGatewayId', to.ofEc2),
    rule(is.attached, 'VpcId', to.vpc),
    rule(is.attached, 'SubnetIds[]', to.subnet),
  ];
}

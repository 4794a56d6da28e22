import { acts, associated, contained, type DerivedRule, encrypted, forwards, routes, rule, sends } from './rule';
import * as to from './targets';

/** Fields as the EC2 API names them; AWS Config keeps these types in that form. */
const ec2: Record<string, DerivedRule[]> = {
  'AWS::EC2::SecurityGroup': [
    rule('Allows traffic from', 'ipPermissions[].userIdGroupPairs[].groupId', to.securityGroup),
    rule('Allows traffic to', 'ipPermissionsEgress[].userIdGroupPairs[].groupId', to.securityGroup),
  ],
  'AWS::EC2::RouteTable': [
    ...[
      'gatewayId',
      'natGatewayId',
      'transitGatewayId',
      'vpcPeeringConnectionId',
      'egressOnlyInternetGatewayId',
      'networkInterfaceId',
      'instanceId',
    ].map((field) => rule(routes, `routes[].${field}`, to.ofEc2)),
    rule('Takes routes from', 'propagatingVgws[].gatewayId', to.ofEc2),
  ],
  'AWS::EC2::Instance': [
    rule(acts, 'iamInstanceProfile.arn', to.instanceProfile),
    rule(associated, 'placement.hostId', to.id('AWS::EC2::Host')),
  ],
  'AWS::EC2::LaunchTemplate': [
    rule(acts, 'LaunchTemplateData.IamInstanceProfile.Arn', to.instanceProfile),
    rule(acts, 'LaunchTemplateData.IamInstanceProfile.Name', to.instanceProfile),
    rule(associated, 'LaunchTemplateData.SecurityGroupIds[]', to.securityGroup),
    rule(associated, 'LaunchTemplateData.NetworkInterfaces[].Groups[]', to.securityGroup),
  ],
  'AWS::EC2::NatGateway': [
    rule(associated, 'natGatewayAddresses[].allocationId', to.id('AWS::EC2::EIP')),
    rule(associated, 'natGatewayAddresses[].networkInterfaceId', to.ofEc2),
  ],
  'AWS::EC2::Volume': [rule(encrypted, 'kmsKeyId', to.kmsKey)],
  'AWS::EC2::VPCEndpoint': [rule(associated, 'groups[].groupId', to.securityGroup)],
  'AWS::EC2::FlowLog': [
    rule('Records', 'ResourceId', to.ofEc2),
    rule(sends, 'LogGroupName', to.logGroup),
    rule(sends, 'LogDestination', to.anyArn),
    rule(acts, 'DeliverLogsPermissionArn', to.role),
  ],
  'AWS::EC2::TransitGatewayAttachment': attachment(),
  'AWS::EC2::TransitGatewayVpcAttachment': attachment(),
  'AWS::EC2::TransitGatewayRouteTable': [rule(contained, 'TransitGatewayId', to.ofEc2)],
};

function attachment(): DerivedRule[] {
  return [
    rule('Is attached to', 'TransitGatewayId', to.ofEc2),
    rule('Is attached to', 'VpcId', to.vpc),
    rule('Is attached to', 'SubnetIds[]', to.subnet),
  ];
}

/** Fields as the CloudFormation resource types name them; AWS Config keeps these types in that form. */
const loadBalancing: Record<string, DerivedRule[]> = {
  'AWS::ElasticLoadBalancingV2::TargetGroup': [
    rule('Is attached to', 'LoadBalancerArns[]', to.loadBalancer),
    rule(contained, 'VpcId', to.vpc),
    rule(routes, 'Targets[].Id', to.anything),
  ],
  'AWS::ElasticLoadBalancingV2::Listener': [
    rule(contained, 'LoadBalancerArn', to.loadBalancer),
    ...actions('DefaultActions'),
    rule(associated, 'Certificates[].CertificateArn', to.anyArn),
  ],
  'AWS::ElasticLoadBalancingV2::ListenerRule': [rule(contained, 'ListenerArn', to.anyArn), ...actions('Actions')],
  'AWS::AutoScaling::AutoScalingGroup': [
    rule(associated, 'launchTemplate.launchTemplateId', to.launchTemplate),
    rule(
      associated,
      'mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId',
      to.launchTemplate,
    ),
    rule('Is attached to', 'targetGroupARNs[]', to.targetGroup),
  ],
};

function actions(field: string): DerivedRule[] {
  return [
    rule(forwards, `${field}[].TargetGroupArn`, to.targetGroup),
    rule(forwards, `${field}[].ForwardConfig.TargetGroups[].TargetGroupArn`, to.targetGroup),
  ];
}

export const networkRules = { ...ec2, ...loadBalancing };

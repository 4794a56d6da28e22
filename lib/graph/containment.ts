import type { Verb } from './relationship-name';

/**
 * How a resource lies at another:
 * - `in`: within it. The other is a VPC or a subnet; what is in several subnets lies in their VPC.
 * - `spans`: it reaches into the subnet, often one of several, and lies in its VPC.
 * - `follows`: it lies where the other lies.
 * - `docks`: it rides on the other, where that is the only one of its kind.
 */
export type Containment = 'in' | 'spans' | 'follows' | 'docks';

export interface ContainmentRule {
  containment: Containment;
  /** The type of what lies in the other, or at it. */
  inner: string;
  outer: string;
  /** What the relationship says, from whichever side. */
  verbs: readonly Verb[];
  /** Where there is no relationship: what the id of the other may be, as the id of the inner one tells it. */
  outerIds?: (innerId: string) => readonly string[];
  reason: string;
}

const contained: readonly Verb[] = ['contained-in', 'contains'];
const attached: readonly Verb[] = ['attached'];
const associated: readonly Verb[] = ['associated'];

/**
 * Which relationship places a resource on the map, and why. What is not here does not: a subnet `Is contained in RouteTable`, which
 * only routes for it; an Auto Scaling group `Contains` instances that stand in subnets of their own; a dedicated host, a stack and a
 * snapshot of a database say nothing of the network; a peering connection is between two VPCs and lies in neither.
 *
 * Of one type, what comes first goes before what comes later: an address that is attached to an instance and to its interface rides on the instance.
 */
export const containmentRules: readonly ContainmentRule[] = [
  ...within('AWS::EC2::VPC', contained, 'A VPC holds it, and it ends with the VPC.', [
    'AWS::EC2::Subnet',
    'AWS::EC2::Instance',
    'AWS::EC2::NetworkInterface',
    'AWS::EC2::NatGateway',
    'AWS::EC2::VPCEndpoint',
    'AWS::EC2::SecurityGroup',
    'AWS::EC2::NetworkAcl',
    'AWS::EC2::RouteTable',
    'AWS::ElasticLoadBalancing::LoadBalancer',
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
  ]),
  ...within('AWS::EC2::VPC', attached, 'It is the door of this one VPC: a VPC has one, and it serves no other.', [
    'AWS::EC2::InternetGateway',
    'AWS::EC2::EgressOnlyInternetGateway',
    'AWS::EC2::VPNGateway',
  ]),
  ...within('AWS::EC2::VPC', associated, 'It gives addresses of this VPC to what is made with it.', [
    'AWS::RDS::DBSubnetGroup',
    'AWS::RDS::DBSecurityGroup',
    'AWS::Redshift::ClusterSubnetGroup',
    'AWS::Redshift::Cluster',
    'AWS::Elasticsearch::Domain',
  ]),
  ...within('AWS::EC2::Subnet', contained, 'Its address is one of this subnet.', [
    'AWS::EC2::Instance',
    'AWS::EC2::NetworkInterface',
    'AWS::EC2::NatGateway',
    'AWS::EC2::VPCEndpoint',
    'AWS::Lambda::Function',
  ]),
  ...spanning(attached, 'It has an interface in each of its subnets, and serves them all.', [
    'AWS::ElasticLoadBalancing::LoadBalancer',
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    'AWS::NetworkFirewall::Firewall',
  ]),
  ...spanning(associated, 'It names the subnets in which it may start something.', [
    'AWS::AutoScaling::AutoScalingGroup',
    'AWS::RDS::DBSubnetGroup',
    'AWS::Redshift::ClusterSubnetGroup',
    'AWS::Elasticsearch::Domain',
  ]),
  ...following('AWS::RDS::DBSubnetGroup', 'A database has its addresses from its subnet group.', [
    'AWS::RDS::DBInstance',
    'AWS::RDS::DBCluster',
  ]),
  ...following('AWS::Redshift::ClusterSubnetGroup', 'A cluster has its addresses from its subnet group.', [
    'AWS::Redshift::Cluster',
  ]),
  ...docking('AWS::EC2::Instance', attached, 'It is a part of the instance while it is attached.', [
    'AWS::EC2::Volume',
    'AWS::EC2::EIP',
  ]),
  ...docking('AWS::EC2::Instance', [...attached, 'contains'], 'It is a network card of the instance.', [
    'AWS::EC2::NetworkInterface',
  ]),
  ...docking('AWS::EC2::VPCEndpoint', attached, 'The endpoint answers at this interface.', [
    'AWS::EC2::NetworkInterface',
  ]),
  ...docking('AWS::EC2::NetworkInterface', attached, 'The address leads to this interface.', ['AWS::EC2::EIP']),
  ...docking('AWS::EC2::VPNGateway', attached, 'The connection ends at this gateway.', ['AWS::EC2::VPNConnection']),
  ...docking('AWS::AutoScaling::AutoScalingGroup', associated, 'It sets the size of this one group.', [
    'AWS::AutoScaling::ScalingPolicy',
    'AWS::AutoScaling::ScheduledAction',
  ]),
  ...docking('AWS::IAM::Role', attached, 'A policy of one role alone is that role’s.', ['AWS::IAM::Policy']),
  ...docking('AWS::IAM::User', attached, 'A policy of one user alone is that user’s.', ['AWS::IAM::Policy']),
  ...docking('AWS::IAM::Group', attached, 'A policy of one group alone is that group’s.', ['AWS::IAM::Policy']),
  ...docking('AWS::ApiGateway::RestApi', contained, 'A stage is a deployment of its API.', ['AWS::ApiGateway::Stage']),
  ...docking('AWS::ApiGatewayV2::Api', contained, 'A stage is a deployment of its API.', ['AWS::ApiGatewayV2::Stage']),
  ...docking('AWS::CodeDeploy::Application', contained, 'It tells where its application is deployed.', [
    'AWS::CodeDeploy::DeploymentGroup',
  ]),
  ...docking('AWS::ElasticBeanstalk::Application', contained, 'It is a part of its application.', [
    'AWS::ElasticBeanstalk::Environment',
    'AWS::ElasticBeanstalk::ApplicationVersion',
  ]),
  ...docking('AWS::SSM::ManagedInstanceInventory', associated, 'It tells of the same machine.', [
    'AWS::SSM::AssociationCompliance',
    'AWS::SSM::FileData',
    'AWS::SSM::PatchCompliance',
  ]),
  ...docking('AWS::EC2::Instance', associated, 'It tells what is installed on the instance.', [
    'AWS::SSM::ManagedInstanceInventory',
  ]),
  ...dockingById(
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    ['AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancingV2::ListenerRule'],
    'AWS Config relates it to nothing; its ARN goes on from that of its load balancer.',
    (id) => {
      const [, before, balancer] = /^(arn:.*:)listener(?:-rule)?\/((?:app|net|gwy)\/[^/]+\/[^/]+)\//.exec(id) ?? [];
      return before === undefined ? [] : [`${before}loadbalancer/${balancer}`];
    },
  ),
  ...dockingById(
    'AWS::ECS::Cluster',
    ['AWS::ECS::Service'],
    'AWS Config relates it to nothing; its ARN names its cluster.',
    (id) => {
      const [, before, cluster] = /^(arn:[^/]*:)service\/([^/]+)\/[^/]+$/.exec(id) ?? [];
      return before === undefined || cluster === undefined ? [] : [cluster, `${before}cluster/${cluster}`];
    },
  ),
];

function within(outer: string, verbs: readonly Verb[], reason: string, types: readonly string[]): ContainmentRule[] {
  return types.map((inner) => ({ containment: 'in', inner, outer, verbs, reason }));
}

function spanning(verbs: readonly Verb[], reason: string, types: readonly string[]): ContainmentRule[] {
  return types.map((inner) => ({ containment: 'spans', inner, outer: 'AWS::EC2::Subnet', verbs, reason }));
}

function following(outer: string, reason: string, types: readonly string[]): ContainmentRule[] {
  return types.map((inner) => ({ containment: 'follows', inner, outer, verbs: associated, reason }));
}

function docking(outer: string, verbs: readonly Verb[], reason: string, types: readonly string[]): ContainmentRule[] {
  return types.map((inner) => ({ containment: 'docks', inner, outer, verbs, reason }));
}

function dockingById(
  outer: string,
  types: readonly string[],
  reason: string,
  outerIds: (innerId: string) => readonly string[],
): ContainmentRule[] {
  return types.map((inner) => ({ containment: 'docks', inner, outer, verbs: [], outerIds, reason }));
}

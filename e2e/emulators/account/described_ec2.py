"""EC2, load balancing, AutoScaling and RDS as their describe calls answer."""

import datetime

EC2 = {
    'Host': ('describe_hosts', 'Hosts', 'HostId'),
    'Volume': ('describe_volumes', 'Volumes', 'VolumeId'),
    'VPC': ('describe_vpcs', 'Vpcs', 'VpcId'),
    'Subnet': ('describe_subnets', 'Subnets', 'SubnetId'),
    'RouteTable': ('describe_route_tables', 'RouteTables', 'RouteTableId'),
    'NetworkAcl': ('describe_network_acls', 'NetworkAcls', 'NetworkAclId'),
    'FlowLog': ('describe_flow_logs', 'FlowLogs', 'FlowLogId'),
    'SecurityGroup': ('describe_security_groups', 'SecurityGroups', 'GroupId'),
    'NetworkInterface': ('describe_network_interfaces', 'NetworkInterfaces', 'NetworkInterfaceId'),
    'EIP': ('describe_addresses', 'Addresses', 'AllocationId'),
    'InternetGateway': ('describe_internet_gateways', 'InternetGateways', 'InternetGatewayId'),
    'NatGateway': ('describe_nat_gateways', 'NatGateways', 'NatGatewayId'),
    'TransitGateway': ('describe_transit_gateways', 'TransitGateways', 'TransitGatewayId'),
    'VPCEndpoint': ('describe_vpc_endpoints', 'VpcEndpoints', 'VpcEndpointId'),
    'VPCPeeringConnection': ('describe_vpc_peering_connections', 'VpcPeeringConnections', 'VpcPeeringConnectionId'),
    'VPNGateway': ('describe_vpn_gateways', 'VpnGateways', 'VpnGatewayId'),
    'CustomerGateway': ('describe_customer_gateways', 'CustomerGateways', 'CustomerGatewayId'),
    'VPNConnection': ('describe_vpn_connections', 'VpnConnections', 'VpnConnectionId'),
}
# Types of which AWS Config writes times as milliseconds.
TIMES_AS_NUMBERS = ('FlowLog', 'NatGateway', 'VPCEndpoint', 'AutoScalingGroup', 'LaunchConfiguration', 'DBCluster')
ELB = ('describe_load_balancers', 'LoadBalancerDescriptions', 'LoadBalancerName')
ELB2 = {
    'LoadBalancer': ('describe_load_balancers', 'LoadBalancers', 'LoadBalancerArn'),
}
SCALING = {
    'AutoScalingGroup': ('describe_auto_scaling_groups', 'AutoScalingGroups', 'AutoScalingGroupARN'),
    'LaunchConfiguration': ('describe_launch_configurations', 'LaunchConfigurations', 'LaunchConfigurationARN'),
    'ScalingPolicy': ('describe_policies', 'ScalingPolicies', 'PolicyARN'),
}
RDS = {
    'DBInstance': ('describe_db_instances', 'DBInstances', 'DbiResourceId'),
    'DBCluster': ('describe_db_clusters', 'DBClusters', 'DbClusterResourceId'),
    'DBSubnetGroup': ('describe_db_subnet_groups', 'DBSubnetGroups', 'DBSubnetGroupName'),
    'DBSnapshot': ('describe_db_snapshots', 'DBSnapshots', 'DBSnapshotIdentifier'),
}


def described(account):
    yield from table(account, 'ec2', 'EC2', EC2)
    for reservation in account.client('ec2').describe_instances()['Reservations']:
        for instance in reservation['Instances']:
            if instance['State']['Name'] != 'terminated':
                yield 'AWS::EC2::Instance', instance['InstanceId'], instance
    yield from launch_templates(account.client('ec2'))
    for kind, identity, balancer in table(account, 'elb', 'ElasticLoadBalancing', {'LoadBalancer': ELB}):
        yield kind, identity, with_numbers(balancer)
    yield from table(account, 'elbv2', 'ElasticLoadBalancingV2', ELB2)
    elb = account.client('elbv2')
    for balancer in elb.describe_load_balancers()['LoadBalancers']:
        for listener in elb.describe_listeners(LoadBalancerArn=balancer['LoadBalancerArn'])['Listeners']:
            yield 'AWS::ElasticLoadBalancingV2::Listener', listener['ListenerArn'], listener
    yield from target_groups(elb)
    yield from table(account, 'autoscaling', 'AutoScaling', SCALING)
    yield from table(account, 'rds', 'RDS', RDS)


def target_groups(elb):
    for group in elb.describe_target_groups()['TargetGroups']:
        arn = group['TargetGroupArn']
        health = elb.describe_target_health(TargetGroupArn=arn)['TargetHealthDescriptions']
        yield 'AWS::ElasticLoadBalancingV2::TargetGroup', arn, {
            **group,
            'Name': group['TargetGroupName'],
            'TargetGroupFullName': arn.split(':')[-1],
            'Targets': [one['Target'] for one in health],
            'TargetGroupAttributes': elb.describe_target_group_attributes(TargetGroupArn=arn)['Attributes'],
            'Tags': elb.describe_tags(ResourceArns=[arn])['TagDescriptions'][0]['Tags'],
        }


def launch_templates(ec2):
    for template in ec2.describe_launch_templates()['LaunchTemplates']:
        identity = template['LaunchTemplateId']
        versions = ec2.describe_launch_template_versions(LaunchTemplateId=identity, Versions=['$Latest'])
        latest = versions['LaunchTemplateVersions'][0]['LaunchTemplateData']
        latest.pop('UserData', None)
        yield 'AWS::EC2::LaunchTemplate', identity, {**template, 'Latest': latest}


def table(account, service, room, calls):
    client = account.client(service)
    for kind, (call, member, identity) in calls.items():
        for resource in getattr(client, call)()[member]:
            kept = with_numbers(resource) if kind in TIMES_AS_NUMBERS else resource
            yield f'AWS::{room}::{kind}', resource[identity], kept


def with_numbers(value):
    if isinstance(value, list):
        return [with_numbers(one) for one in value]
    if isinstance(value, dict):
        return {name: with_numbers(member) for name, member in value.items()}
    return round(value.timestamp() * 1000) if isinstance(value, datetime.datetime) else value

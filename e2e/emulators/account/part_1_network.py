"""Three VPCs with two subnets each, and every kind of thing that connects them."""

from account import tagged


def build(account):
    ec2 = account.client('ec2')
    vpcs = [vpc(ec2, number) for number in (1, 2, 3)]
    first, second, third = vpcs
    address = ec2.allocate_address(Domain='vpc', TagSpecifications=tagged('elastic-ip', 'nat'))['AllocationId']
    nat = ec2.create_nat_gateway(SubnetId=first['subnets'][0], AllocationId=address)['NatGateway']['NatGatewayId']
    endpoint = ec2.create_vpc_endpoint(
        VpcId=first['vpc'],
        ServiceName=f'com.amazonaws.{account.region}.s3',
        VpcEndpointType='Gateway',
        RouteTableIds=[first['table']],
    )['VpcEndpoint']['VpcEndpointId']
    peering = ec2.create_vpc_peering_connection(VpcId=first['vpc'], PeerVpcId=second['vpc'])
    peering = peering['VpcPeeringConnection']['VpcPeeringConnectionId']
    ec2.accept_vpc_peering_connection(VpcPeeringConnectionId=peering)
    log = ec2.create_flow_logs(
        ResourceIds=[first['vpc']],
        ResourceType='VPC',
        TrafficType='REJECT',
        LogDestinationType='cloud-watch-logs',
        LogGroupName='/vpc/flow',
        DeliverLogsPermissionArn=f'arn:aws:iam::{account.account_id}:role/flow-logs',
    )['FlowLogIds'][0]
    gateway = ec2.create_vpn_gateway(Type='ipsec.1')['VpnGateway']['VpnGatewayId']
    ec2.attach_vpn_gateway(VpcId=third['vpc'], VpnGatewayId=gateway)
    customer = ec2.create_customer_gateway(BgpAsn=65000, PublicIp='203.0.113.12', Type='ipsec.1')
    customer = customer['CustomerGateway']['CustomerGatewayId']
    vpn = ec2.create_vpn_connection(Type='ipsec.1', CustomerGatewayId=customer, VpnGatewayId=gateway)
    transit = ec2.create_transit_gateway(Description='hub', TagSpecifications=tagged('transit-gateway', 'hub'))
    return {
        'vpcs': vpcs,
        'natGateway': nat,
        'natAddress': address,
        'endpoint': endpoint,
        'peering': peering,
        'flowLog': log,
        'vpnGateway': gateway,
        'customerGateway': customer,
        'vpnConnection': vpn['VpnConnection']['VpnConnectionId'],
        'transitGateway': transit['TransitGateway']['TransitGatewayId'],
    }


def vpc(ec2, number):
    cidr = f'10.{number}'
    vpc = ec2.create_vpc(CidrBlock=f'{cidr}.0.0/16', TagSpecifications=tagged('vpc', f'net-{number}'))['Vpc']['VpcId']
    subnets = [
        ec2.create_subnet(
            VpcId=vpc,
            CidrBlock=f'{cidr}.{at}.0/24',
            AvailabilityZone=f'us-west-2{zone}',
            TagSpecifications=tagged('subnet', f'net-{number}-{zone}'),
        )['Subnet']['SubnetId']
        for at, zone in enumerate('ab')
    ]
    gateway = ec2.create_internet_gateway()['InternetGateway']['InternetGatewayId']
    ec2.attach_internet_gateway(VpcId=vpc, InternetGatewayId=gateway)
    table = ec2.create_route_table(VpcId=vpc)['RouteTable']['RouteTableId']
    ec2.create_route(RouteTableId=table, DestinationCidrBlock='0.0.0.0/0', GatewayId=gateway)
    for subnet in subnets:
        ec2.associate_route_table(RouteTableId=table, SubnetId=subnet)
    return {
        'vpc': vpc,
        'subnets': subnets,
        'gateway': gateway,
        'table': table,
        'groups': [group(ec2, vpc, name) for name in ('web', 'data')],
    }


def group(ec2, vpc, name):
    group = ec2.create_security_group(GroupName=name, Description=f'{name} servers', VpcId=vpc)['GroupId']
    ec2.authorize_security_group_ingress(
        GroupId=group,
        IpPermissions=[
            {
                'IpProtocol': 'tcp',
                'FromPort': 443,
                'ToPort': 443,
                'IpRanges': [{'CidrIp': '10.0.0.0/8', 'Description': 'inside'}, {'CidrIp': '192.0.2.0/24'}],
                'Ipv6Ranges': [{'CidrIpv6': '2001:db8::/32'}],
            },
            {'IpProtocol': '-1', 'UserIdGroupPairs': [{'GroupId': group}]},
        ],
    )
    return group

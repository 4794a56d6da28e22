"""Forty instances, each with a volume of its own besides the root one, with addresses, a host, and AutoScaling."""

from account import tagged


def build(account):
    ec2 = account.client('ec2')
    instances = []
    for place in account.made['network']['vpcs']:
        for at, subnet in enumerate(place['subnets']):
            count = 7 if len(instances) < 28 else 6
            instances += launch(account, ec2, place, subnet, 'ab'[at], count)
    address = ec2.allocate_address(Domain='vpc')['AllocationId']
    ec2.associate_address(AllocationId=address, InstanceId=instances[0]['instance'])
    first = account.made['network']['vpcs'][0]
    eni = ec2.create_network_interface(
        SubnetId=first['subnets'][0],
        Groups=first['groups'],
        Description='spare',
        TagSpecifications=tagged('network-interface', 'spare'),
    )['NetworkInterface']['NetworkInterfaceId']
    host = ec2.allocate_hosts(AvailabilityZone='us-west-2a', InstanceType='m5.large', Quantity=1)['HostIds'][0]
    template = ec2.create_launch_template(
        LaunchTemplateName='web',
        LaunchTemplateData={
            'ImageId': account.image,
            'InstanceType': 't3.micro',
            'SecurityGroupIds': first['groups'][:1],
            'UserData': 'c2VjcmV0',
        },
        TagSpecifications=tagged('launch-template', 'web'),
    )['LaunchTemplate']['LaunchTemplateId']
    return {
        'instances': instances,
        'address': address,
        'networkInterface': eni,
        'host': host,
        'launchTemplate': template,
        **scaling(account, first, template),
    }


def launch(account, ec2, place, subnet, zone, count):
    made = ec2.run_instances(
        ImageId=account.image,
        InstanceType='t3.micro',
        MinCount=count,
        MaxCount=count,
        SubnetId=subnet,
        SecurityGroupIds=place['groups'],
        TagSpecifications=tagged('instance', 'server'),
    )['Instances']
    launched = []
    for instance in (one['InstanceId'] for one in made):
        volume = ec2.create_volume(
            AvailabilityZone=f'us-west-2{zone}', Size=8, VolumeType='gp3', TagSpecifications=tagged('volume', 'data')
        )['VolumeId']
        ec2.attach_volume(VolumeId=volume, InstanceId=instance, Device='/dev/sdf')
        launched.append({'instance': instance, 'volume': volume, 'subnet': subnet, 'vpc': place['vpc']})
    return launched


def scaling(account, place, template):
    client = account.client('autoscaling')
    zones = ','.join(place['subnets'])
    client.create_launch_configuration(
        LaunchConfigurationName='old-web',
        ImageId=account.image,
        InstanceType='t3.micro',
        SecurityGroups=place['groups'][:1],
    )
    client.create_auto_scaling_group(
        AutoScalingGroupName='old-web',
        LaunchConfigurationName='old-web',
        MinSize=0,
        MaxSize=1,
        DesiredCapacity=0,
        VPCZoneIdentifier=zones,
    )
    client.create_auto_scaling_group(
        AutoScalingGroupName='web',
        LaunchTemplate={'LaunchTemplateId': template, 'Version': '$Latest'},
        MinSize=2,
        MaxSize=4,
        DesiredCapacity=2,
        VPCZoneIdentifier=zones,
        Tags=[{'Key': 'Team', 'Value': 'platform', 'PropagateAtLaunch': True}],
    )
    client.put_lifecycle_hook(
        LifecycleHookName='drain',
        AutoScalingGroupName='web',
        LifecycleTransition='autoscaling:EC2_INSTANCE_TERMINATING',
        HeartbeatTimeout=300,
    )
    client.put_scaling_policy(
        AutoScalingGroupName='web',
        PolicyName='more',
        PolicyType='SimpleScaling',
        AdjustmentType='ChangeInCapacity',
        ScalingAdjustment=1,
        Cooldown=60,
    )
    return {'autoScalingGroup': 'web', 'launchConfiguration': 'old-web'}

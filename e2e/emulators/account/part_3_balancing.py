"""A classic load balancer, and a new one with its listener and target group."""

from account import tags


def build(account):
    place = account.made['network']['vpcs'][0]
    servers = [{'InstanceId': one['instance']} for one in account.made['compute']['instances'][:2]]
    classic = account.client('elb')
    classic.create_load_balancer(
        LoadBalancerName='old-shop',
        Listeners=[{'Protocol': 'HTTP', 'LoadBalancerPort': 80, 'InstanceProtocol': 'HTTP', 'InstancePort': 8080}],
        Subnets=place['subnets'],
        SecurityGroups=place['groups'][:1],
        Tags=tags('old-shop'),
    )
    classic.register_instances_with_load_balancer(LoadBalancerName='old-shop', Instances=servers)
    elb = account.client('elbv2')
    balancer = elb.create_load_balancer(
        Name='shop', Subnets=place['subnets'], SecurityGroups=place['groups'][:1], Tags=tags('shop')
    )['LoadBalancers'][0]['LoadBalancerArn']
    group = elb.create_target_group(
        Name='shop', Protocol='HTTP', Port=8080, VpcId=place['vpc'], TargetType='instance', Tags=tags('shop')
    )['TargetGroups'][0]['TargetGroupArn']
    listener = elb.create_listener(
        LoadBalancerArn=balancer,
        Protocol='HTTP',
        Port=80,
        DefaultActions=[{'Type': 'forward', 'TargetGroupArn': group}],
    )['Listeners'][0]['ListenerArn']
    return {'classic': 'old-shop', 'loadBalancer': balancer, 'targetGroup': group, 'listener': listener}

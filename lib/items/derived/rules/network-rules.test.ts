import { expect, test } from 'vitest';
import { networkRules } from './network-rules';
import { arn, roleArn, rulesUnderTest } from './test-rules';

const { edgesOf, unusedRules } = rulesUnderTest(networkRules);

test('a security group refers to groups and prefix lists', () => {
  expect(
    edgesOf('AWS::EC2::SecurityGroup', {
      ipPermissions: [{ userIdGroupPairs: [{ groupId: 'sg-1' }], prefixListIds: [{ prefixListId: 'pl-68a54001' }] }],
      ipPermissionsEgress: [
        { userIdGroupPairs: [{ groupId: 'sg-2' }], prefixListIds: [{ prefixListId: 'pl-68a54002' }] },
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Allows traffic from EC2::SecurityGroup sg-1 < configuration.ipPermissions[0].userIdGroupPairs[0].groupId",
      "Allows traffic to EC2::SecurityGroup sg-2 < configuration.ipPermissionsEgress[0].userIdGroupPairs[0].groupId",
      "Allows traffic from EC2::PrefixList pl-68a54001 < configuration.ipPermissions[0].prefixListIds[0].prefixListId",
      "Allows traffic to EC2::PrefixList pl-68a54002 < configuration.ipPermissionsEgress[0].prefixListIds[0].prefixListId",
    ]
  `);
});

test('a route table routes to gateways of all kinds, and to nothing that is local', () => {
  expect(
    edgesOf('AWS::EC2::RouteTable', {
      routes: [
        { destinationCidrBlock: '10.0.0.0/16', gatewayId: 'local' },
        { gatewayId: 'igw-0c3ec3ba39d46940b' },
        { natGatewayId: 'nat-019475c9b895b6c17' },
        { transitGatewayId: 'tgw-0a1b2c3d4e5f60718' },
        { vpcPeeringConnectionId: 'pcx-0374c02ed2e28a5fc' },
        { egressOnlyInternetGatewayId: 'eigw-0a1b2c3d4e5f60718' },
        { networkInterfaceId: 'eni-069d699480c0627d2', instanceId: 'i-064b568041d61f947' },
      ],
      propagatingVgws: [{ gatewayId: 'vgw-0a1b2c3d4e5f60718' }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Routes to EC2::InternetGateway igw-0c3ec3ba39d46940b < configuration.routes[1].gatewayId",
      "Routes to EC2::NatGateway nat-019475c9b895b6c17 < configuration.routes[2].natGatewayId",
      "Routes to EC2::TransitGateway tgw-0a1b2c3d4e5f60718 < configuration.routes[3].transitGatewayId",
      "Routes to EC2::VPCPeeringConnection pcx-0374c02ed2e28a5fc < configuration.routes[4].vpcPeeringConnectionId",
      "Routes to EC2::EgressOnlyInternetGateway eigw-0a1b2c3d4e5f60718 < configuration.routes[5].egressOnlyInternetGatewayId",
      "Routes to EC2::NetworkInterface eni-069d699480c0627d2 < configuration.routes[6].networkInterfaceId",
      "Routes to EC2::Instance i-064b568041d61f947 < configuration.routes[6].instanceId",
      "Takes routes from EC2::VPNGateway vgw-0a1b2c3d4e5f60718 < configuration.propagatingVgws[0].gatewayId",
    ]
  `);
});

test('associations and attachments name both their ends', () => {
  expect(
    edgesOf('AWS::EC2::SubnetRouteTableAssociation', {
      Id: 'rtbassoc-1',
      RouteTableId: 'rtb-0bdfbf2c376407e27',
      SubnetId: 'subnet-072093b88f6cb2803',
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is associated with EC2::RouteTable rtb-0bdfbf2c376407e27 < configuration.RouteTableId",
      "Is associated with EC2::Subnet subnet-072093b88f6cb2803 < configuration.SubnetId",
    ]
  `);
  expect(
    edgesOf('AWS::EC2::SubnetNetworkAclAssociation', {
      AssociationId: 'aclassoc-1',
      NetworkAclId: 'acl-03e7279367ec988e8',
      SubnetId: 'subnet-072093b88f6cb2803',
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is associated with EC2::NetworkAcl acl-03e7279367ec988e8 < configuration.NetworkAclId",
      "Is associated with EC2::Subnet subnet-072093b88f6cb2803 < configuration.SubnetId",
    ]
  `);
  expect(
    edgesOf('AWS::EC2::EIPAssociation', {
      AllocationId: 'eipalloc-02843e83b32915038',
      InstanceId: 'i-064b568041d61f947',
      NetworkInterfaceId: 'eni-069d699480c0627d2',
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is associated with EC2::EIP eipalloc-02843e83b32915038 < configuration.AllocationId",
      "Is associated with EC2::Instance i-064b568041d61f947 < configuration.InstanceId",
      "Is associated with EC2::NetworkInterface eni-069d699480c0627d2 < configuration.NetworkInterfaceId",
    ]
  `);
  expect(
    edgesOf('AWS::EC2::VPCGatewayAttachment', {
      VpcId: 'vpc-02f9874e5a24fea41',
      InternetGatewayId: 'igw-0c3ec3ba39d46940b',
      VpnGatewayId: 'vgw-0a1b2c3d4e5f60718',
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is associated with EC2::VPC vpc-02f9874e5a24fea41 < configuration.VpcId",
      "Is associated with EC2::InternetGateway igw-0c3ec3ba39d46940b < configuration.InternetGatewayId",
      "Is associated with EC2::VPNGateway vgw-0a1b2c3d4e5f60718 < configuration.VpnGatewayId",
    ]
  `);
  for (const type of ['AWS::EC2::TransitGatewayAttachment', 'AWS::EC2::TransitGatewayVpcAttachment']) {
    const attachment = {
      TransitGatewayId: 'tgw-0a1b2c3d4e5f60718',
      VpcId: 'vpc-02f9874e5a24fea41',
      SubnetIds: ['subnet-072093b88f6cb2803'],
    };
    expect(edgesOf(type, attachment), type).toEqual([
      'Is attached to EC2::TransitGateway tgw-0a1b2c3d4e5f60718 < configuration.TransitGatewayId',
      'Is attached to EC2::VPC vpc-02f9874e5a24fea41 < configuration.VpcId',
      'Is attached to EC2::Subnet subnet-072093b88f6cb2803 < configuration.SubnetIds[0]',
    ]);
  }
  expect(
    edgesOf('AWS::EC2::TransitGatewayPeeringAttachment', {
      TransitGatewayId: 'tgw-0a1b2c3d4e5f60718',
      PeerTransitGatewayId: 'tgw-0a1b2c3d4e5f60719',
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is attached to EC2::TransitGateway tgw-0a1b2c3d4e5f60718 < configuration.TransitGatewayId",
      "Is attached to EC2::TransitGateway tgw-0a1b2c3d4e5f60719 < configuration.PeerTransitGatewayId",
    ]
  `);
  expect(
    edgesOf('AWS::EC2::TransitGatewayRouteTableAssociation', {
      TransitGatewayRouteTableId: 'tgw-rtb-0a1b2c3d4e5f60718',
      TransitGatewayAttachmentId: 'tgw-attach-0a1b2c3d4e5f60718',
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is associated with EC2::TransitGatewayRouteTable tgw-rtb-0a1b2c3d4e5f60718 < configuration.TransitGatewayRouteTableId",
      "Is associated with EC2::TransitGatewayAttachment tgw-attach-0a1b2c3d4e5f60718 < configuration.TransitGatewayAttachmentId",
    ]
  `);
  expect(
    edgesOf('AWS::EC2::TransitGatewayRouteTablePropagation', {
      TransitGatewayRouteTableId: 'tgw-rtb-0a1b2c3d4e5f60718',
      TransitGatewayAttachmentId: 'tgw-attach-0a1b2c3d4e5f60718',
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is associated with EC2::TransitGatewayRouteTable tgw-rtb-0a1b2c3d4e5f60718 < configuration.TransitGatewayRouteTableId",
      "Is associated with EC2::TransitGatewayAttachment tgw-attach-0a1b2c3d4e5f60718 < configuration.TransitGatewayAttachmentId",
    ]
  `);
  expect(
    edgesOf('AWS::Route53Resolver::ResolverRuleAssociation', {
      VPCId: 'vpc-02f9874e5a24fea41',
      ResolverRuleId: 'rslvr-rr-1',
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is associated with EC2::VPC vpc-02f9874e5a24fea41 < configuration.VPCId",
      "Is associated with Route53Resolver::ResolverRule rslvr-rr-1 < configuration.ResolverRuleId",
    ]
  `);
});

test('gateways, endpoints and networks', () => {
  expect(edgesOf('AWS::EC2::VPC', { dhcpOptionsId: 'dopt-0a3a6dfb0f35cad08' })).toMatchInlineSnapshot(`
    [
      "Uses EC2::DHCPOptions dopt-0a3a6dfb0f35cad08 < configuration.dhcpOptionsId",
    ]
  `);
  expect(
    edgesOf('AWS::EC2::NatGateway', {
      natGatewayAddresses: [
        { allocationId: 'eipalloc-02843e83b32915038', networkInterfaceId: 'eni-085aaead599c13cc9' },
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is associated with EC2::EIP eipalloc-02843e83b32915038 < configuration.natGatewayAddresses[0].allocationId",
      "Is associated with EC2::NetworkInterface eni-085aaead599c13cc9 < configuration.natGatewayAddresses[0].networkInterfaceId",
    ]
  `);
  expect(
    edgesOf('AWS::EC2::VPCEndpoint', {
      groups: [{ groupId: 'sg-1' }],
      serviceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-0a1b2c3d4e5f60718',
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is associated with EC2::SecurityGroup sg-1 < configuration.groups[0].groupId",
      "Uses EC2::VPCEndpointService vpce-svc-0a1b2c3d4e5f60718 < configuration.serviceName",
    ]
  `);
  expect(
    edgesOf('AWS::EC2::VPCEndpointService', {
      NetworkLoadBalancerArns: [arn('elasticloadbalancing', 'loadbalancer/net/inner/0123456789abcdef')],
      GatewayLoadBalancerArns: [arn('elasticloadbalancing', 'loadbalancer/gwy/wall/0123456789abcdef')],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Sends to ElasticLoadBalancingV2::LoadBalancer arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/gwy/wall/0123456789abcdef < configuration.GatewayLoadBalancerArns[0]",
      "Sends to ElasticLoadBalancingV2::LoadBalancer arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/inner/0123456789abcdef < configuration.NetworkLoadBalancerArns[0]",
    ]
  `);
  expect(
    edgesOf('AWS::EC2::TransitGateway', {
      AssociationDefaultRouteTableId: 'tgw-rtb-0a1b2c3d4e5f60718',
      PropagationDefaultRouteTableId: 'tgw-rtb-0a1b2c3d4e5f60719',
    }),
  ).toMatchInlineSnapshot(`
    [
      "Uses EC2::TransitGatewayRouteTable tgw-rtb-0a1b2c3d4e5f60718 < configuration.AssociationDefaultRouteTableId",
      "Uses EC2::TransitGatewayRouteTable tgw-rtb-0a1b2c3d4e5f60719 < configuration.PropagationDefaultRouteTableId",
    ]
  `);
  expect(
    edgesOf('AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: 'tgw-0a1b2c3d4e5f60718' }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::TransitGateway tgw-0a1b2c3d4e5f60718 < configuration.TransitGatewayId",
    ]
  `);
  expect(edgesOf('AWS::EC2::VPNConnection', { transitGatewayId: 'tgw-0a1b2c3d4e5f60718' })).toMatchInlineSnapshot(`
    [
      "Is attached to EC2::TransitGateway tgw-0a1b2c3d4e5f60718 < configuration.transitGatewayId",
    ]
  `);
  expect(
    edgesOf('AWS::EC2::ClientVpnEndpoint', {
      VpcId: 'vpc-02f9874e5a24fea41',
      SecurityGroupIds: ['sg-1'],
      ServerCertificateArn: arn('acm', 'certificate/1'),
      ConnectionLogOptions: { Enabled: true, CloudwatchLogGroup: 'vpn' },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::VPC vpc-02f9874e5a24fea41 < configuration.VpcId",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.SecurityGroupIds[0]",
      "Uses ACM::Certificate arn:aws:acm:eu-west-1:111122223333:certificate/1 < configuration.ServerCertificateArn",
      "Logs to Logs::LogGroup named vpn < configuration.ConnectionLogOptions.CloudwatchLogGroup",
    ]
  `);
  expect(
    edgesOf('AWS::EC2::FlowLog', {
      ResourceId: 'vpc-02f9874e5a24fea41',
      LogGroupName: 'flow',
      LogDestination: 'arn:aws:s3:::flow-logs/eu/',
      DeliverLogsPermissionArn: roleArn,
    }),
  ).toMatchInlineSnapshot(`
    [
      "Records EC2::VPC vpc-02f9874e5a24fea41 < configuration.ResourceId",
      "Sends to Logs::LogGroup named flow < configuration.LogGroupName",
      "Sends to S3::Bucket flow-logs < configuration.LogDestination",
      "Acts as IAM::Role named worker < configuration.DeliverLogsPermissionArn",
    ]
  `);
  expect(
    edgesOf('AWS::EC2::TrafficMirrorSession', { NetworkInterfaceId: 'eni-085aaead599c13cc9' }),
  ).toMatchInlineSnapshot(`
    [
      "Records EC2::NetworkInterface eni-085aaead599c13cc9 < configuration.NetworkInterfaceId",
    ]
  `);
  expect(
    edgesOf('AWS::NetworkFirewall::Firewall', {
      firewall: {
        vpcId: 'vpc-02f9874e5a24fea41',
        subnetMappings: [{ subnetId: 'subnet-072093b88f6cb2803' }],
        firewallPolicyArn: arn('network-firewall', 'firewall-policy/strict'),
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::VPC vpc-02f9874e5a24fea41 < configuration.firewall.vpcId",
      "Is attached to EC2::Subnet subnet-072093b88f6cb2803 < configuration.firewall.subnetMappings[0].subnetId",
      "Uses NetworkFirewall::FirewallPolicy arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/strict < configuration.firewall.firewallPolicyArn",
    ]
  `);
  expect(
    edgesOf('AWS::NetworkFirewall::Firewall', {
      VpcId: 'vpc-02f9874e5a24fea41',
      SubnetMappings: [{ SubnetId: 'subnet-072093b88f6cb2803' }],
      FirewallPolicyArn: arn('network-firewall', 'firewall-policy/strict'),
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::VPC vpc-02f9874e5a24fea41 < configuration.VpcId",
      "Is attached to EC2::Subnet subnet-072093b88f6cb2803 < configuration.SubnetMappings[0].SubnetId",
      "Uses NetworkFirewall::FirewallPolicy arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/strict < configuration.FirewallPolicyArn",
    ]
  `);
  expect(
    edgesOf('AWS::NetworkFirewall::FirewallPolicy', {
      FirewallPolicy: {
        StatefulRuleGroupReferences: [{ ResourceArn: arn('network-firewall', 'stateful-rulegroup/a') }],
        StatelessRuleGroupReferences: [{ ResourceArn: arn('network-firewall', 'stateless-rulegroup/b') }],
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Uses NetworkFirewall::RuleGroup arn:aws:network-firewall:eu-west-1:111122223333:stateful-rulegroup/a < configuration.FirewallPolicy.StatefulRuleGroupReferences[0].ResourceArn",
      "Uses NetworkFirewall::RuleGroup arn:aws:network-firewall:eu-west-1:111122223333:stateless-rulegroup/b < configuration.FirewallPolicy.StatelessRuleGroupReferences[0].ResourceArn",
    ]
  `);
  expect(
    edgesOf('AWS::Route53::HostedZone', { VPCs: [{ VPCId: 'vpc-02f9874e5a24fea41', VPCRegion: 'eu-west-1' }] }),
  ).toMatchInlineSnapshot(`
    [
      "Is associated with EC2::VPC vpc-02f9874e5a24fea41 < configuration.VPCs[0].VPCId",
    ]
  `);
  expect(
    edgesOf('AWS::Route53Resolver::ResolverEndpoint', {
      IpAddresses: [{ SubnetId: 'subnet-072093b88f6cb2803' }],
      SecurityGroupIds: ['sg-1'],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::Subnet subnet-072093b88f6cb2803 < configuration.IpAddresses[0].SubnetId",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.SecurityGroupIds[0]",
    ]
  `);
  expect(edgesOf('AWS::Route53Resolver::ResolverRule', { ResolverEndpointId: 'rslvr-out-1' })).toMatchInlineSnapshot(`
    [
      "Forwards to Route53Resolver::ResolverEndpoint rslvr-out-1 < configuration.ResolverEndpointId",
    ]
  `);
  expect(
    edgesOf('AWS::GlobalAccelerator::Listener', {
      AcceleratorArn: 'arn:aws:globalaccelerator::111122223333:accelerator/1234abcd',
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in GlobalAccelerator::Accelerator arn:aws:globalaccelerator::111122223333:accelerator/1234abcd < configuration.AcceleratorArn",
    ]
  `);
  expect(
    edgesOf('AWS::GlobalAccelerator::EndpointGroup', {
      ListenerArn: 'arn:aws:globalaccelerator::111122223333:accelerator/1234abcd/listener/0123',
      EndpointConfigurations: [{ EndpointId: 'i-064b568041d61f947' }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in GlobalAccelerator::Listener arn:aws:globalaccelerator::111122223333:accelerator/1234abcd/listener/0123 < configuration.ListenerArn",
      "Routes to EC2::Instance i-064b568041d61f947 < configuration.EndpointConfigurations[0].EndpointId",
    ]
  `);
});

test.each([
  ['Interface for NAT Gateway nat-019475c9b895b6c17', ['Serves EC2::NatGateway nat-019475c9b895b6c17']],
  ['VPC Endpoint Interface vpce-06dc89dafcf275f8e', ['Serves EC2::VPCEndpoint vpce-06dc89dafcf275f8e']],
  [
    'Network Interface for Transit Gateway Attachment tgw-attach-0a1b2c3d4e5f60718',
    ['Serves EC2::TransitGatewayAttachment tgw-attach-0a1b2c3d4e5f60718'],
  ],
  ['ELB app/shop/d0921f1a5fa3df73', ['Serves ElasticLoadBalancingV2::LoadBalancer named shop']],
  ['ELB old', ['Serves ElasticLoadBalancing::LoadBalancer named old']],
  ['AWS Lambda VPC ENI-resize-3c1f6a52-6a45-4b05-9e3f-0d9a7c6b5e4f', ['Serves Lambda::Function named resize']],
  [
    'EFS mount target for fs-0123456789abcdef0 (fsmt-0123456789abcdef0)',
    ['Serves EFS::MountTarget fsmt-0123456789abcdef0'],
  ],
  ['Amazon EKS prod', ['Serves EKS::Cluster named prod']],
  ['ElastiCache sessions-001', ['Serves ElastiCache::CacheCluster sessions-001']],
  ['ES logs', ['Serves OpenSearch::Domain named logs if there', 'Serves Elasticsearch::Domain named logs if there']],
  ['Primary network interface', []],
])('a network interface tells for whom AWS made it: %s', (description, edges) => {
  expect(edgesOf('AWS::EC2::NetworkInterface', { description })).toEqual(
    edges.map((edge) => `${edge} < configuration.description`),
  );
});

test('the resolver filters and records what VPCs ask it, and exclusions name a VPC or subnet', () => {
  expect([
    ...edgesOf('AWS::Route53Resolver::FirewallRuleGroup', { FirewallRules: [{ FirewallDomainListId: 'rslvr-fdl-1' }] }),
    ...edgesOf('AWS::Route53Resolver::FirewallRuleGroupAssociation', {
      VpcId: 'vpc-1',
      FirewallRuleGroupId: 'rslvr-frg-1',
    }),
    ...edgesOf('AWS::Route53Resolver::ResolverQueryLoggingConfig', { DestinationArn: 'arn:aws:s3:::queries' }),
    ...edgesOf('AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation', {
      ResourceId: 'vpc-1',
      ResolverQueryLogConfigId: 'rqlc-1',
    }),
    ...edgesOf('AWS::EC2::VPCBlockPublicAccessExclusion', { VpcId: 'vpc-01d4a0e2c5b0a4a1d' }),
    ...edgesOf('AWS::EC2::VPCBlockPublicAccessExclusion', { SubnetId: 'subnet-072093b88f6cb2803' }),
  ]).toMatchInlineSnapshot(`
    [
      "Uses Route53Resolver::FirewallDomainList rslvr-fdl-1 < configuration.FirewallRules[0].FirewallDomainListId",
      "Is associated with EC2::VPC vpc-1 < configuration.VpcId",
      "Uses Route53Resolver::FirewallRuleGroup rslvr-frg-1 < configuration.FirewallRuleGroupId",
      "Sends to S3::Bucket queries < configuration.DestinationArn",
      "Records EC2::VPC vpc-1 < configuration.ResourceId",
      "Uses Route53Resolver::ResolverQueryLoggingConfig rqlc-1 < configuration.ResolverQueryLogConfigId",
      "Is associated with EC2::VPC vpc-01d4a0e2c5b0a4a1d < configuration.VpcId",
      "Is associated with EC2::Subnet subnet-072093b88f6cb2803 < configuration.SubnetId",
    ]
  `);
});

test('each rule finds something in these examples', () => {
  expect(unusedRules()).toEqual([]);
});

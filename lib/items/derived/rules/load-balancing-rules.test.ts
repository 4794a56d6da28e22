import { expect, test } from 'vitest';
import { loadBalancingRules } from './load-balancing-rules';
import { arn, keyArn, roleArn, rulesUnderTest } from './test-rules';

const { edgesOf, unusedRules } = rulesUnderTest(loadBalancingRules);
const balancer = arn('elasticloadbalancing', 'loadbalancer/app/shop/d0921f1a5fa3df73');
const group = arn('elasticloadbalancing', 'targetgroup/web/8a2ee6f0e128a901');
const other = arn('elasticloadbalancing', 'targetgroup/blue/8a2ee6f0e128a902');

test('load balancers tell where they lead and log', () => {
  expect(
    edgesOf(
      'AWS::ElasticLoadBalancing::LoadBalancer',
      {
        instances: [{ instanceId: 'i-064b568041d61f947' }],
        listenerDescriptions: [{ listener: { protocol: 'HTTPS', sslcertificateId: arn('acm', 'certificate/1') } }],
      },
      { LoadBalancerAttributes: { accessLog: { enabled: true, s3BucketName: 'logs' } } },
    ),
  ).toMatchInlineSnapshot(`
    [
      "Routes to EC2::Instance i-064b568041d61f947 < configuration.instances[0].instanceId",
      "Uses ACM::Certificate arn:aws:acm:eu-west-1:111122223333:certificate/1 < configuration.listenerDescriptions[0].listener.sslcertificateId",
      "Logs to S3::Bucket logs < supplementaryConfiguration.LoadBalancerAttributes.accessLog.s3BucketName",
    ]
  `);
  expect(
    edgesOf(
      'AWS::ElasticLoadBalancingV2::LoadBalancer',
      {},
      {
        LoadBalancerAttributes: [
          { key: 'access_logs.s3.enabled', value: 'true' },
          { key: 'access_logs.s3.bucket', value: 'logs' },
          { key: 'connection_logs.s3.bucket', value: 'connections' },
        ],
      },
    ),
  ).toMatchInlineSnapshot(`
    [
      "Logs to S3::Bucket logs < supplementaryConfiguration.LoadBalancerAttributes[access_logs.s3.bucket].value",
      "Logs to S3::Bucket connections < supplementaryConfiguration.LoadBalancerAttributes[connection_logs.s3.bucket].value",
    ]
  `);
  expect(
    edgesOf('AWS::ElasticLoadBalancingV2::TargetGroup', {
      LoadBalancerArns: [balancer],
      VpcId: 'vpc-1',
      Targets: [{ Id: 'i-064b568041d61f947', Port: 80 }, { Id: '10.0.0.4' }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is attached to ElasticLoadBalancingV2::LoadBalancer arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/d0921f1a5fa3df73 < configuration.LoadBalancerArns[0]",
      "Is contained in EC2::VPC vpc-1 < configuration.VpcId",
      "Routes to EC2::Instance i-064b568041d61f947 < configuration.Targets[0].Id",
    ]
  `);
  expect(
    edgesOf('AWS::ElasticLoadBalancingV2::Listener', {
      LoadBalancerArn: balancer,
      Certificates: [{ CertificateArn: arn('acm', 'certificate/1') }],
      MutualAuthentication: { TrustStoreArn: arn('elasticloadbalancing', 'truststore/t/1') },
      DefaultActions: [
        {
          Type: 'authenticate-cognito',
          AuthenticateCognitoConfig: { UserPoolArn: arn('cognito-idp', 'userpool/eu-west-1_AbC') },
        },
        { Type: 'forward', TargetGroupArn: group, ForwardConfig: { TargetGroups: [{ TargetGroupArn: other }] } },
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in ElasticLoadBalancingV2::LoadBalancer arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/d0921f1a5fa3df73 < configuration.LoadBalancerArn",
      "Forwards to ElasticLoadBalancingV2::TargetGroup arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/8a2ee6f0e128a901 < configuration.DefaultActions[1].TargetGroupArn",
      "Forwards to ElasticLoadBalancingV2::TargetGroup arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/blue/8a2ee6f0e128a902 < configuration.DefaultActions[1].ForwardConfig.TargetGroups[0].TargetGroupArn",
      "Uses Cognito::UserPool eu-west-1_AbC < configuration.DefaultActions[0].AuthenticateCognitoConfig.UserPoolArn",
      "Uses ACM::Certificate arn:aws:acm:eu-west-1:111122223333:certificate/1 < configuration.Certificates[0].CertificateArn",
      "Uses ElasticLoadBalancingV2::TrustStore arn:aws:elasticloadbalancing:eu-west-1:111122223333:truststore/t/1 < configuration.MutualAuthentication.TrustStoreArn",
    ]
  `);
  expect(
    edgesOf('AWS::ElasticLoadBalancingV2::ListenerRule', {
      ListenerArn: arn('elasticloadbalancing', 'listener/app/shop/d0921f1a5fa3df73/1'),
      Actions: [
        {
          TargetGroupArn: group,
          AuthenticateCognitoConfig: { UserPoolArn: arn('cognito-idp', 'userpool/eu-west-1_AbC') },
          ForwardConfig: { TargetGroups: [{ TargetGroupArn: other }] },
        },
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in ElasticLoadBalancingV2::Listener arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shop/d0921f1a5fa3df73/1 < configuration.ListenerArn",
      "Forwards to ElasticLoadBalancingV2::TargetGroup arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/8a2ee6f0e128a901 < configuration.Actions[0].TargetGroupArn",
      "Forwards to ElasticLoadBalancingV2::TargetGroup arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/blue/8a2ee6f0e128a902 < configuration.Actions[0].ForwardConfig.TargetGroups[0].TargetGroupArn",
      "Uses Cognito::UserPool eu-west-1_AbC < configuration.Actions[0].AuthenticateCognitoConfig.UserPoolArn",
    ]
  `);
});

test('groups, fleets and templates tell what they launch', () => {
  expect(
    edgesOf('AWS::AutoScaling::AutoScalingGroup', {
      launchTemplate: { launchTemplateId: 'lt-1' },
      targetGroupARNs: [group],
      trafficSources: [{ identifier: other }],
      serviceLinkedRoleARN: roleArn,
    }),
  ).toMatchInlineSnapshot(`
    [
      "Uses EC2::LaunchTemplate lt-1 < configuration.launchTemplate.launchTemplateId",
      "Is attached to ElasticLoadBalancingV2::TargetGroup arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/8a2ee6f0e128a901 < configuration.targetGroupARNs[0]",
      "Is attached to ElasticLoadBalancingV2::TargetGroup arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/blue/8a2ee6f0e128a902 < configuration.trafficSources[0].identifier",
      "Acts as IAM::Role named worker < configuration.serviceLinkedRoleARN",
    ]
  `);
  expect(
    edgesOf('AWS::AutoScaling::AutoScalingGroup', {
      mixedInstancesPolicy: {
        launchTemplate: {
          launchTemplateSpecification: { launchTemplateId: 'lt-2' },
          overrides: [{ instanceType: 'm7g.large', launchTemplateSpecification: { launchTemplateId: 'lt-3' } }],
        },
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Uses EC2::LaunchTemplate lt-2 < configuration.mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId",
      "Uses EC2::LaunchTemplate lt-3 < configuration.mixedInstancesPolicy.launchTemplate.overrides[0].launchTemplateSpecification.launchTemplateId",
    ]
  `);
  expect(edgesOf('AWS::AutoScaling::WarmPool', { AutoScalingGroupName: 'web' })).toMatchInlineSnapshot(`
    [
      "Is contained in AutoScaling::AutoScalingGroup named web < configuration.AutoScalingGroupName",
    ]
  `);
  expect(edgesOf('AWS::AutoScaling::LaunchConfiguration', { iamInstanceProfile: 'web' })).toMatchInlineSnapshot(`
    [
      "Acts as IAM::InstanceProfile named web < configuration.iamInstanceProfile",
    ]
  `);
  expect(
    edgesOf('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: {
        KeyName: 'ops',
        IamInstanceProfile: { Arn: 'arn:aws:iam::111122223333:instance-profile/web' },
        SecurityGroupIds: ['sg-1'],
        NetworkInterfaces: [{ SubnetId: 'subnet-1', Groups: ['sg-2'] }],
        BlockDeviceMappings: [{ Ebs: { KmsKeyId: keyArn } }],
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Acts as IAM::InstanceProfile named web < configuration.LaunchTemplateData.IamInstanceProfile.Arn",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.LaunchTemplateData.SecurityGroupIds[0]",
      "Is associated with EC2::SecurityGroup sg-2 < configuration.LaunchTemplateData.NetworkInterfaces[0].Groups[0]",
      "Uses EC2::Subnet subnet-1 < configuration.LaunchTemplateData.NetworkInterfaces[0].SubnetId",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.LaunchTemplateData.BlockDeviceMappings[0].Ebs.KmsKeyId",
      "Uses EC2::KeyPair named ops < configuration.LaunchTemplateData.KeyName",
    ]
  `);
  expect(
    edgesOf('AWS::EC2::LaunchTemplate', { LaunchTemplateData: { IamInstanceProfile: { Name: 'web' } } }),
  ).toMatchInlineSnapshot(`
    [
      "Acts as IAM::InstanceProfile named web < configuration.LaunchTemplateData.IamInstanceProfile.Name",
    ]
  `);
  expect(
    edgesOf('AWS::EC2::Instance', {
      iamInstanceProfile: { arn: 'arn:aws:iam::111122223333:instance-profile/a/web' },
      placement: { hostId: 'h-1' },
      tags: [
        { key: 'Name', value: 'web-1' },
        { key: 'aws:ec2launchtemplate:id', value: 'lt-1' },
        { key: 'eks:cluster-name', value: 'prod' },
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Acts as IAM::InstanceProfile named web < configuration.iamInstanceProfile.arn",
      "Is contained in EC2::Host h-1 < configuration.placement.hostId",
      "Was launched from EC2::LaunchTemplate lt-1 < configuration.tags[aws:ec2launchtemplate:id].value",
      "Is contained in EKS::Cluster named prod < configuration.tags[eks:cluster-name].value",
    ]
  `);
  const request = {
    IamFleetRole: roleArn,
    LaunchTemplateConfigs: [{ LaunchTemplateSpecification: { LaunchTemplateId: 'lt-1' } }],
    LoadBalancersConfig: {
      ClassicLoadBalancersConfig: { ClassicLoadBalancers: [{ Name: 'old' }] },
      TargetGroupsConfig: { TargetGroups: [{ Arn: group }] },
    },
  };
  const ofRequest = edgesOf('AWS::EC2::SpotFleet', { SpotFleetRequestConfigData: request });
  expect(ofRequest).toMatchInlineSnapshot(`
    [
      "Uses EC2::LaunchTemplate lt-1 < configuration.SpotFleetRequestConfigData.LaunchTemplateConfigs[0].LaunchTemplateSpecification.LaunchTemplateId",
      "Is attached to ElasticLoadBalancing::LoadBalancer named old < configuration.SpotFleetRequestConfigData.LoadBalancersConfig.ClassicLoadBalancersConfig.ClassicLoadBalancers[old].Name",
      "Is attached to ElasticLoadBalancingV2::TargetGroup arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/8a2ee6f0e128a901 < configuration.SpotFleetRequestConfigData.LoadBalancersConfig.TargetGroupsConfig.TargetGroups[0].Arn",
      "Acts as IAM::Role named worker < configuration.SpotFleetRequestConfigData.IamFleetRole",
    ]
  `);
  expect(edgesOf('AWS::EC2::SpotFleet', { SpotFleetRequestConfig: request })).toEqual(
    ofRequest.map((edge) => edge.replace('SpotFleetRequestConfigData', 'SpotFleetRequestConfig')),
  );
  expect(
    edgesOf('AWS::EC2::EC2Fleet', {
      LaunchTemplateConfigs: [{ LaunchTemplateSpecification: { LaunchTemplateId: 'lt-1' } }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Uses EC2::LaunchTemplate lt-1 < configuration.LaunchTemplateConfigs[0].LaunchTemplateSpecification.LaunchTemplateId",
    ]
  `);
});

test('each rule finds something in these examples', () => {
  expect(unusedRules()).toEqual([]);
});

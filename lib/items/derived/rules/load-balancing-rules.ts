import { anyArn } from '../arn';
import * as is from '../names';
import { type DerivedRule, rule, rules } from '../rule';
import * as to from '../targets';

export const loadBalancingRules: Record<string, DerivedRule[]> = {
  'AWS::ElasticLoadBalancing::LoadBalancer': [
    rule(is.routes, 'instances[].instanceId', to.ofEc2),
    rule(is.uses, 'listenerDescriptions[].listener.sslcertificateId', anyArn),
    rule(is.logsTo, 'supplementary: LoadBalancerAttributes.accessLog.s3BucketName', to.bucket),
  ],
  'AWS::ElasticLoadBalancingV2::LoadBalancer': [
    rule(is.logsTo, 'supplementary: LoadBalancerAttributes[key=access_logs.s3.bucket].value', to.bucket),
    rule(is.logsTo, 'supplementary: LoadBalancerAttributes[key=connection_logs.s3.bucket].value', to.bucket),
  ],
  'AWS::ElasticLoadBalancingV2::TargetGroup': [
    rule(is.attached, 'LoadBalancerArns[]', to.loadBalancer),
    rule(is.contained, 'VpcId', to.vpc),
    rule(is.routes, 'Targets[].Id', to.anything),
  ],
  'AWS::ElasticLoadBalancingV2::Listener': [
    rule(is.contained, 'LoadBalancerArn', to.loadBalancer),
    ...actions('DefaultActions'),
    rule(is.uses, 'Certificates[].CertificateArn', anyArn),
    rule(is.uses, 'MutualAuthentication.TrustStoreArn', anyArn),
  ],
  'AWS::ElasticLoadBalancingV2::ListenerRule': [rule(is.contained, 'ListenerArn', anyArn), ...actions('Actions')],
  'AWS::AutoScaling::AutoScalingGroup': [
    rule(is.uses, 'launchTemplate.launchTemplateId', to.launchTemplate),
    rule(
      is.uses,
      'mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId',
      to.launchTemplate,
    ),
    rule(
      is.uses,
      'mixedInstancesPolicy.launchTemplate.overrides[].launchTemplateSpecification.launchTemplateId',
      to.launchTemplate,
    ),
    rule(is.attached, 'targetGroupARNs[]', to.targetGroup),
    rule(is.attached, 'trafficSources[].identifier', to.anything),
    rule(is.acts, 'serviceLinkedRoleARN', to.role),
  ],
  'AWS::AutoScaling::WarmPool': [
    rule(is.contained, 'AutoScalingGroupName', to.name('AWS::AutoScaling::AutoScalingGroup')),
  ],
  'AWS::AutoScaling::LaunchConfiguration': [rule(is.acts, 'iamInstanceProfile', to.instanceProfile)],
  'AWS::EC2::LaunchTemplate': [
    ...rules(
      is.acts,
      ['Arn', 'Name'].map((field) => `LaunchTemplateData.IamInstanceProfile.${field}`),
      to.instanceProfile,
    ),
    rule(is.associated, 'LaunchTemplateData.SecurityGroupIds[]', to.securityGroup),
    rule(is.associated, 'LaunchTemplateData.NetworkInterfaces[].Groups[]', to.securityGroup),
    rule(is.uses, 'LaunchTemplateData.NetworkInterfaces[].SubnetId', to.subnet),
    rule(is.encrypted, 'LaunchTemplateData.BlockDeviceMappings[].Ebs.KmsKeyId', to.kmsKey),
    rule(is.uses, 'LaunchTemplateData.KeyName', to.name('AWS::EC2::KeyPair')),
  ],
  'AWS::EC2::Instance': [
    rule(is.acts, 'iamInstanceProfile.arn', to.instanceProfile),
    rule(is.contained, 'placement.hostId', to.id('AWS::EC2::Host')),
    rule(is.launchedFrom, 'tags[key=aws:ec2launchtemplate:id].value', to.launchTemplate),
    rule(is.contained, 'tags[key=eks:cluster-name].value', to.name('AWS::EKS::Cluster')),
  ],
  'AWS::EC2::SpotFleet': ['SpotFleetRequestConfigData', 'SpotFleetRequestConfig'].flatMap(spotFleet),
  'AWS::EC2::EC2Fleet': [
    rule(is.uses, 'LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateId', to.launchTemplate),
  ],
};

/** What a request for a fleet holds: CloudFormation and AWS Config call it `SpotFleetRequestConfigData`, the API `SpotFleetRequestConfig`. */
function spotFleet(request: string): DerivedRule[] {
  return [
    rule(is.uses, `${request}.LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateId`, to.launchTemplate),
    rule(
      is.attached,
      `${request}.LoadBalancersConfig.ClassicLoadBalancersConfig.ClassicLoadBalancers[].Name`,
      to.name('AWS::ElasticLoadBalancing::LoadBalancer'),
    ),
    rule(is.attached, `${request}.LoadBalancersConfig.TargetGroupsConfig.TargetGroups[].Arn`, to.targetGroup),
    rule(is.acts, `${request}.IamFleetRole`, to.role),
  ];
}

function actions(field: string): DerivedRule[] {
  return [
    rule(is.forwards, `${field}[].TargetGroupArn`, to.targetGroup),
    rule(is.forwards, `${field}[].ForwardConfig.TargetGroups[].TargetGroupArn`, to.targetGroup),
    rule(is.uses, `${field}[].AuthenticateCognitoConfig.UserPoolArn`, anyArn),
  ];
}

import { acts, associated, contained, type DerivedRule, encrypted, rule, sends } from './rule';
import * as to from './targets';

/** Fields as the CloudFormation resource types name them, but Lambda's function and IAM's role, which keep their API's names. */
export const computeRules: Record<string, DerivedRule[]> = {
  'AWS::ECS::Service': [
    rule(contained, 'Cluster', to.arnId('AWS::ECS::Cluster')),
    rule('Runs', 'TaskDefinition', to.arnId('AWS::ECS::TaskDefinition')),
    rule('Is attached to', 'LoadBalancers[].TargetGroupArn', to.targetGroup),
    rule(contained, 'NetworkConfiguration.AwsvpcConfiguration.Subnets[]', to.subnet),
    rule(associated, 'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups[]', to.securityGroup),
    rule(acts, 'Role', to.role),
  ],
  'AWS::ECS::TaskDefinition': [
    rule(acts, 'TaskRoleArn', to.role),
    rule(acts, 'ExecutionRoleArn', to.role),
    rule('Runs', 'ContainerDefinitions[].Image', to.imageRepository),
    rule('Reads', 'ContainerDefinitions[].Secrets[].ValueFrom', to.anyArn),
    rule(sends, 'ContainerDefinitions[].LogConfiguration.Options.awslogs-group', to.logGroup),
    rule('Mounts', 'Volumes[].EFSVolumeConfiguration.FilesystemId', to.fileSystem),
  ],
  'AWS::EKS::Cluster': [
    rule(contained, 'ResourcesVpcConfig.SubnetIds[]', to.subnet),
    rule(associated, 'ResourcesVpcConfig.SecurityGroupIds[]', to.securityGroup),
    rule(associated, 'ClusterSecurityGroupId', to.securityGroup),
    rule(acts, 'RoleArn', to.role),
    rule(encrypted, 'EncryptionConfig[].Provider.KeyArn', to.kmsKey),
  ],
  'AWS::EKS::Nodegroup': [
    rule(contained, 'ClusterName', to.id('AWS::EKS::Cluster')),
    rule(contained, 'Subnets[]', to.subnet),
    rule(acts, 'NodeRole', to.role),
    rule(associated, 'LaunchTemplate.Id', to.launchTemplate),
  ],
  'AWS::EKS::FargateProfile': [
    rule(contained, 'ClusterName', to.id('AWS::EKS::Cluster')),
    rule(contained, 'Subnets[]', to.subnet),
    rule(acts, 'PodExecutionRoleArn', to.role),
  ],
  'AWS::EKS::Addon': [
    rule(contained, 'ClusterName', to.id('AWS::EKS::Cluster')),
    rule(acts, 'ServiceAccountRoleArn', to.role),
  ],
  'AWS::Lambda::Function': [
    rule(acts, 'role', to.role),
    rule(contained, 'vpcConfig.vpcId', to.vpc),
    rule(encrypted, 'kMSKeyArn', to.kmsKey),
    rule('Sends failures to', 'deadLetterConfig.targetArn', to.anyArn),
    rule('Mounts', 'fileSystemConfigs[].arn', to.anyArn),
  ],
  'AWS::Lambda::EventSourceMapping': [
    rule('Invokes', 'FunctionName', to.lambda),
    rule('Reads', 'EventSourceArn', to.anyArn),
    rule('Sends failures to', 'DestinationConfig.OnFailure.Destination', to.anyArn),
  ],
  'AWS::IAM::Role': [rule(contained, 'instanceProfileList[].arn', to.instanceProfile)],
  'AWS::IAM::InstanceProfile': [rule('Contains', 'Roles[]', to.role)],
  'AWS::StepFunctions::StateMachine': [rule(acts, 'RoleArn', to.role)],
};

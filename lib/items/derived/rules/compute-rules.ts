import { anyArn } from '../arn';
import { environmentValue } from '../environment';
import * as is from '../names';
import { type DerivedRule, inNetwork, rule, rules } from '../rule';
import type { ReadTarget } from '../target';
import * as to from '../targets';

const ecsCluster = to.arnId('AWS::ECS::Cluster');
const eksCluster = to.name('AWS::EKS::Cluster');
/** `FARGATE` and `FARGATE_SPOT` are AWS's own: they are meant only where they are recorded. */
const capacityProvider: ReadTarget = (text, context) => {
  const resourceType = 'AWS::ECS::CapacityProvider';
  return text.startsWith('FARGATE')
    ? { resourceType, resourceName: text, ifPresent: true }
    : to.arnId(resourceType)(text, context);
};
const batch = (kind: string) => to.arnId(`AWS::Batch::${kind}`);

/** Programs and what they run on. Fields as CloudFormation names them, but Lambda's function, which keeps its API's names. */
export const computeRules: Record<string, DerivedRule[]> = {
  'AWS::ECS::Cluster': [
    rule(is.encrypted, 'Configuration.ExecuteCommandConfiguration.KmsKeyId', to.kmsKey),
    rule(is.logsTo, 'Configuration.ExecuteCommandConfiguration.LogConfiguration.S3BucketName', to.bucket),
    rule(is.logsTo, 'Configuration.ExecuteCommandConfiguration.LogConfiguration.CloudWatchLogGroupName', to.logGroup),
    rule(is.uses, 'CapacityProviders[]', capacityProvider),
  ],
  'AWS::ECS::CapacityProvider': [rule(is.uses, 'AutoScalingGroupProvider.AutoScalingGroupArn', to.anything)],
  'AWS::ECS::Service': [...ecsService(), rule(is.acts, 'Role', to.role)],
  'AWS::ECS::TaskSet': [...ecsService(), rule(is.contained, 'Service', to.arnId('AWS::ECS::Service'))],
  'AWS::ECS::Task': [
    rule(is.contained, 'clusterArn', ecsCluster),
    rule(is.runs, 'taskDefinitionArn', to.taskDefinition),
    ...rules(is.acts, ['overrides.taskRoleArn', 'overrides.executionRoleArn'], to.role),
    rule(is.namesInEnvironment, 'overrides.containerOverrides[].environment[].value', environmentValue),
    rule(is.contained, 'attachments[].details[subnetId].value', to.subnet),
    rule(is.attached, 'attachments[].details[networkInterfaceId].value', to.ofEc2),
  ],
  'AWS::ECS::TaskDefinition': [
    rule(is.acts, 'TaskRoleArn', to.role),
    rule(is.acts, 'ExecutionRoleArn', to.role),
    rule(is.runs, 'ContainerDefinitions[].Image', to.imageRepository),
    rule(is.reads, 'ContainerDefinitions[].Secrets[].ValueFrom', anyArn),
    rule(is.reads, 'ContainerDefinitions[].RepositoryCredentials.CredentialsParameter', anyArn),
    rule(is.reads, 'ContainerDefinitions[].EnvironmentFiles[].Value', to.bucket),
    rule(is.namesInEnvironment, 'ContainerDefinitions[].Environment[].Value', environmentValue),
    rule(is.sends, 'ContainerDefinitions[].LogConfiguration.Options.awslogs-group', to.logGroup),
    rule(is.mounts, 'Volumes[].EFSVolumeConfiguration.FilesystemId', to.fileSystem),
    rule(
      is.mounts,
      'Volumes[].EFSVolumeConfiguration.AuthorizationConfig.AccessPointId',
      to.id('AWS::EFS::AccessPoint'),
    ),
  ],
  'AWS::EKS::Cluster': [
    ...inNetwork('ResourcesVpcConfig.SubnetIds[]', 'ResourcesVpcConfig.SecurityGroupIds[]'),
    rule(is.associated, 'ClusterSecurityGroupId', to.securityGroup),
    rule(is.acts, 'RoleArn', to.role),
    rule(is.encrypted, 'EncryptionConfig[].Provider.KeyArn', to.kmsKey),
  ],
  'AWS::EKS::Nodegroup': [
    rule(is.contained, 'ClusterName', eksCluster),
    rule(is.contained, 'Subnets[]', to.subnet),
    rule(is.acts, 'NodeRole', to.role),
    rule(is.uses, 'LaunchTemplate.Id', to.launchTemplate),
    rule(is.runs, 'Resources.AutoScalingGroups[].Name', to.name('AWS::AutoScaling::AutoScalingGroup')),
    rule(is.associated, 'Resources.RemoteAccessSecurityGroup', to.securityGroup),
    rule(is.associated, 'RemoteAccess.SourceSecurityGroups[]', to.securityGroup),
  ],
  'AWS::EKS::FargateProfile': [
    rule(is.contained, 'ClusterName', eksCluster),
    rule(is.contained, 'Subnets[]', to.subnet),
    rule(is.acts, 'PodExecutionRoleArn', to.role),
  ],
  'AWS::EKS::Addon': [rule(is.contained, 'ClusterName', eksCluster), rule(is.acts, 'ServiceAccountRoleArn', to.role)],
  'AWS::EKS::PodIdentityAssociation': [
    rule(is.contained, 'ClusterName', eksCluster),
    rule(is.acts, 'RoleArn', to.role),
  ],
  'AWS::EKS::AccessEntry': [rule(is.contained, 'ClusterName', eksCluster), rule(is.trusts, 'PrincipalArn', anyArn)],
  'AWS::EKS::IdentityProviderConfig': [rule(is.contained, 'ClusterName', eksCluster)],
  'AWS::Lambda::Function': [
    rule(is.acts, 'role', to.role),
    rule(is.contained, 'vpcConfig.vpcId', to.vpc),
    rule(is.encrypted, 'kMSKeyArn', to.kmsKey),
    rule(is.failuresTo, 'deadLetterConfig.targetArn', anyArn),
    rule(is.mounts, 'fileSystemConfigs[].arn', anyArn),
    rule(is.uses, 'layers[].arn', anyArn),
    rule(is.namesInEnvironment, 'environment.variables.*', environmentValue),
    rule(is.logsTo, 'loggingConfig.logGroup', to.logGroup),
    // Whom its own policy lets call it, where the policy names one resource.
    ...['ArnLike', 'ArnEquals', 'StringEquals', 'StringLike'].map((test) =>
      rule(is.serves, `supplementary: Policy.Statement[?].Condition.${test}.AWS:SourceArn[?]`, to.grantedResource),
    ),
  ],
  'AWS::Lambda::EventSourceMapping': [
    rule(is.invokes, 'FunctionName', to.lambda),
    rule(is.reads, 'EventSourceArn', anyArn),
    rule(is.failuresTo, 'DestinationConfig.OnFailure.Destination', anyArn),
  ],
  'AWS::Lambda::EventInvokeConfig': [
    rule(is.contained, 'FunctionName', to.lambda),
    rule(is.sends, 'DestinationConfig.OnSuccess.Destination', anyArn),
    rule(is.failuresTo, 'DestinationConfig.OnFailure.Destination', anyArn),
  ],
  'AWS::Lambda::Alias': [rule(is.invokes, 'FunctionName', to.lambda)],
  'AWS::Lambda::Version': [rule(is.contained, 'FunctionName', to.lambda)],
  'AWS::Lambda::Url': [rule(is.invokes, 'TargetFunctionArn', to.lambda)],
  'AWS::Lambda::Permission': [rule(is.contained, 'FunctionName', to.lambda)],
  'AWS::Batch::ComputeEnvironment': [
    ...inNetwork('ComputeResources.Subnets[]', 'ComputeResources.SecurityGroupIds[]'),
    rule(is.acts, 'ComputeResources.InstanceRole', to.instanceProfile),
    rule(is.acts, 'ServiceRole', to.role),
    rule(is.uses, 'ComputeResources.LaunchTemplate.LaunchTemplateId', to.launchTemplate),
    rule(is.uses, 'EksConfiguration.EksClusterArn', eksCluster),
  ],
  'AWS::Batch::JobQueue': [rule(is.runs, 'ComputeEnvironmentOrder[].ComputeEnvironment', batch('ComputeEnvironment'))],
  'AWS::Batch::JobDefinition': [
    ...rules(is.acts, ['ContainerProperties.JobRoleArn', 'ContainerProperties.ExecutionRoleArn'], to.role),
    rule(is.runs, 'ContainerProperties.Image', to.imageRepository),
    rule(is.namesInEnvironment, 'ContainerProperties.Environment[].Value', environmentValue),
  ],
  'AWS::AppRunner::Service': [
    rule(is.acts, 'InstanceConfiguration.InstanceRoleArn', to.role),
    rule(is.acts, 'SourceConfiguration.AuthenticationConfiguration.AccessRoleArn', to.role),
    rule(is.runs, 'SourceConfiguration.ImageRepository.ImageIdentifier', to.imageRepository),
    rule(is.uses, 'NetworkConfiguration.EgressConfiguration.VpcConnectorArn', anyArn),
    rule(
      is.namesInEnvironment,
      'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables[].Value',
      environmentValue,
    ),
  ],
  'AWS::AppRunner::VpcConnector': inNetwork('Subnets[]', 'SecurityGroups[]'),
};

function ecsService(): DerivedRule[] {
  return [
    rule(is.contained, 'Cluster', ecsCluster),
    rule(is.runs, 'TaskDefinition', to.taskDefinition),
    rule(is.attached, 'LoadBalancers[].TargetGroupArn', to.targetGroup),
    rule(is.attached, 'LoadBalancers[].LoadBalancerName', to.name('AWS::ElasticLoadBalancing::LoadBalancer')),
    ...inNetwork(
      'NetworkConfiguration.AwsvpcConfiguration.Subnets[]',
      'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups[]',
    ),
    rule(is.uses, 'CapacityProviderStrategy[].CapacityProvider', capacityProvider),
    rule(is.attached, 'ServiceRegistries[].RegistryArn', anyArn),
  ];
}

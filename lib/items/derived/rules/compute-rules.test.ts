import { expect, test } from 'vitest';
import type { JsonValue } from '../../configuration-item';
import { computeRules } from './compute-rules';
import { arn, functionArn, keyArn, queueArn, roleArn, rulesUnderTest, secretArn, topicArn } from './test-rules';

const { edgesOf, unusedRules } = rulesUnderTest(computeRules);
const service: { [field: string]: JsonValue } = {
  Cluster: arn('ecs', 'cluster/prod'),
  TaskDefinition: arn('ecs', 'task-definition/reports:12'),
  Role: roleArn,
  LoadBalancers: [
    { TargetGroupArn: arn('elasticloadbalancing', 'targetgroup/web/8a2ee6f0e128a901') },
    { LoadBalancerName: 'old' },
  ],
  NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: ['sg-1'] } },
  CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE' }, { CapacityProvider: 'on-instances' }],
  ServiceRegistries: [{ RegistryArn: arn('servicediscovery', 'service/srv-1') }],
};

test('ECS', () => {
  expect(
    edgesOf('AWS::ECS::Cluster', {
      CapacityProviders: ['FARGATE', 'on-instances'],
      Configuration: {
        ExecuteCommandConfiguration: {
          KmsKeyId: keyArn,
          LogConfiguration: { S3BucketName: 'exec-logs', CloudWatchLogGroupName: 'exec' },
        },
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.Configuration.ExecuteCommandConfiguration.KmsKeyId",
      "Logs to S3::Bucket exec-logs < configuration.Configuration.ExecuteCommandConfiguration.LogConfiguration.S3BucketName",
      "Logs to Logs::LogGroup named exec < configuration.Configuration.ExecuteCommandConfiguration.LogConfiguration.CloudWatchLogGroupName",
      "Uses ECS::CapacityProvider named FARGATE if there < configuration.CapacityProviders[0]",
      "Uses ECS::CapacityProvider named on-instances < configuration.CapacityProviders[1]",
    ]
  `);
  expect(
    edgesOf('AWS::ECS::CapacityProvider', {
      AutoScalingGroupProvider: {
        AutoScalingGroupArn: arn('autoscaling', 'autoScalingGroup:1:autoScalingGroupName/web'),
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Uses AutoScaling::AutoScalingGroup named web < configuration.AutoScalingGroupProvider.AutoScalingGroupArn",
    ]
  `);
  const ofService = edgesOf('AWS::ECS::Service', service);
  expect(ofService).toMatchInlineSnapshot(`
    [
      "Is contained in ECS::Cluster arn:aws:ecs:eu-west-1:111122223333:cluster/prod < configuration.Cluster",
      "Runs ECS::TaskDefinition arn:aws:ecs:eu-west-1:111122223333:task-definition/reports:12 < configuration.TaskDefinition",
      "Runs ECS::TaskDefinition reports if there < configuration.TaskDefinition",
      "Is attached to ElasticLoadBalancingV2::TargetGroup arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/8a2ee6f0e128a901 < configuration.LoadBalancers[0].TargetGroupArn",
      "Is attached to ElasticLoadBalancing::LoadBalancer named old < configuration.LoadBalancers[1].LoadBalancerName",
      "Is contained in EC2::Subnet subnet-1 < configuration.NetworkConfiguration.AwsvpcConfiguration.Subnets[0]",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups[0]",
      "Uses ECS::CapacityProvider named FARGATE if there < configuration.CapacityProviderStrategy[0].CapacityProvider",
      "Uses ECS::CapacityProvider named on-instances < configuration.CapacityProviderStrategy[1].CapacityProvider",
      "Is attached to ServiceDiscovery::Service arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-1 < configuration.ServiceRegistries[0].RegistryArn",
      "Acts as IAM::Role named worker < configuration.Role",
    ]
  `);
  expect(edgesOf('AWS::ECS::TaskSet', { ...service, Service: arn('ecs', 'service/prod/reports') })).toEqual([
    ...ofService.filter((edge) => !edge.endsWith('configuration.Role')),
    'Is contained in ECS::Service arn:aws:ecs:eu-west-1:111122223333:service/prod/reports < configuration.Service',
  ]);
  expect(
    edgesOf('AWS::ECS::Task', {
      clusterArn: arn('ecs', 'cluster/prod'),
      taskDefinitionArn: arn('ecs', 'task-definition/reports:12'),
      overrides: {
        taskRoleArn: roleArn,
        executionRoleArn: 'arn:aws:iam::111122223333:role/pull',
        containerOverrides: [{ name: 'web', environment: [{ name: 'QUEUE', value: 'orders' }] }],
      },
      attachments: [
        {
          type: 'ElasticNetworkInterface',
          details: [
            { name: 'subnetId', value: 'subnet-1' },
            { name: 'networkInterfaceId', value: 'eni-069d699480c0627d2' },
          ],
        },
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in ECS::Cluster arn:aws:ecs:eu-west-1:111122223333:cluster/prod < configuration.clusterArn",
      "Runs ECS::TaskDefinition arn:aws:ecs:eu-west-1:111122223333:task-definition/reports:12 < configuration.taskDefinitionArn",
      "Runs ECS::TaskDefinition reports if there < configuration.taskDefinitionArn",
      "Acts as IAM::Role named worker < configuration.overrides.taskRoleArn",
      "Acts as IAM::Role named pull < configuration.overrides.executionRoleArn",
      "Names in its environment SQS::Queue named orders if there < configuration.overrides.containerOverrides[web].environment[QUEUE].value",
      "Is contained in EC2::Subnet subnet-1 < configuration.attachments[0].details[subnetId].value",
      "Is attached to EC2::NetworkInterface eni-069d699480c0627d2 < configuration.attachments[0].details[networkInterfaceId].value",
    ]
  `);
  expect(
    edgesOf('AWS::ECS::TaskDefinition', {
      TaskRoleArn: roleArn,
      ExecutionRoleArn: 'arn:aws:iam::111122223333:role/pull',
      ContainerDefinitions: [
        {
          Name: 'web',
          Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:7',
          Environment: [
            { Name: 'ORDERS_TABLE', Value: 'orders' },
            { Name: 'LEVEL', Value: 'info' },
          ],
          EnvironmentFiles: [{ Value: 'arn:aws:s3:::settings/web.env' }],
          RepositoryCredentials: { CredentialsParameter: secretArn },
          Secrets: [{ Name: 'PASSWORD', ValueFrom: `${secretArn}:password::` }],
          LogConfiguration: { Options: { 'awslogs-group': '/ecs/web' } },
        },
      ],
      Volumes: [
        {
          Name: 'data',
          EFSVolumeConfiguration: {
            FilesystemId: 'fs-0123456789abcdef0',
            AuthorizationConfig: { AccessPointId: 'fsap-0123456789abcdef0' },
          },
        },
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Acts as IAM::Role named worker < configuration.TaskRoleArn",
      "Acts as IAM::Role named pull < configuration.ExecutionRoleArn",
      "Runs ECR::Repository named shop/web < configuration.ContainerDefinitions[web].Image",
      "Reads SecretsManager::Secret arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf < configuration.ContainerDefinitions[web].Secrets[PASSWORD].ValueFrom",
      "Reads S3::Bucket settings < configuration.ContainerDefinitions[web].EnvironmentFiles[0].Value",
      "Names in its environment DynamoDB::Table named orders if there < configuration.ContainerDefinitions[web].Environment[ORDERS_TABLE].Value",
      "Sends to Logs::LogGroup named /ecs/web < configuration.ContainerDefinitions[web].LogConfiguration.Options.awslogs-group",
      "Mounts EFS::FileSystem fs-0123456789abcdef0 < configuration.Volumes[data].EFSVolumeConfiguration.FilesystemId",
      "Mounts EFS::AccessPoint fsap-0123456789abcdef0 < configuration.Volumes[data].EFSVolumeConfiguration.AuthorizationConfig.AccessPointId",
    ]
  `);
});

test('EKS', () => {
  expect(
    edgesOf('AWS::EKS::Cluster', {
      RoleArn: roleArn,
      ClusterSecurityGroupId: 'sg-2',
      ResourcesVpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
      EncryptionConfig: [{ Provider: { KeyArn: keyArn }, Resources: ['secrets'] }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::Subnet subnet-1 < configuration.ResourcesVpcConfig.SubnetIds[0]",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.ResourcesVpcConfig.SecurityGroupIds[0]",
      "Is associated with EC2::SecurityGroup sg-2 < configuration.ClusterSecurityGroupId",
      "Acts as IAM::Role named worker < configuration.RoleArn",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.EncryptionConfig[0].Provider.KeyArn",
    ]
  `);
  expect(
    edgesOf('AWS::EKS::Nodegroup', {
      ClusterName: 'prod',
      Subnets: ['subnet-1'],
      NodeRole: roleArn,
      LaunchTemplate: { Id: 'lt-1' },
      RemoteAccess: { SourceSecurityGroups: ['sg-1'] },
      Resources: { AutoScalingGroups: [{ Name: 'eks-nodes' }], RemoteAccessSecurityGroup: 'sg-2' },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in EKS::Cluster named prod < configuration.ClusterName",
      "Is contained in EC2::Subnet subnet-1 < configuration.Subnets[0]",
      "Acts as IAM::Role named worker < configuration.NodeRole",
      "Uses EC2::LaunchTemplate lt-1 < configuration.LaunchTemplate.Id",
      "Runs AutoScaling::AutoScalingGroup named eks-nodes < configuration.Resources.AutoScalingGroups[eks-nodes].Name",
      "Is associated with EC2::SecurityGroup sg-2 < configuration.Resources.RemoteAccessSecurityGroup",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.RemoteAccess.SourceSecurityGroups[0]",
    ]
  `);
  expect(
    edgesOf('AWS::EKS::FargateProfile', { ClusterName: 'prod', Subnets: ['subnet-1'], PodExecutionRoleArn: roleArn }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in EKS::Cluster named prod < configuration.ClusterName",
      "Is contained in EC2::Subnet subnet-1 < configuration.Subnets[0]",
      "Acts as IAM::Role named worker < configuration.PodExecutionRoleArn",
    ]
  `);
  expect(edgesOf('AWS::EKS::Addon', { ClusterName: 'prod', ServiceAccountRoleArn: roleArn })).toMatchInlineSnapshot(`
    [
      "Is contained in EKS::Cluster named prod < configuration.ClusterName",
      "Acts as IAM::Role named worker < configuration.ServiceAccountRoleArn",
    ]
  `);
  expect(edgesOf('AWS::EKS::PodIdentityAssociation', { ClusterName: 'prod', RoleArn: roleArn })).toMatchInlineSnapshot(`
    [
      "Is contained in EKS::Cluster named prod < configuration.ClusterName",
      "Acts as IAM::Role named worker < configuration.RoleArn",
    ]
  `);
  expect(edgesOf('AWS::EKS::AccessEntry', { ClusterName: 'prod', PrincipalArn: roleArn })).toMatchInlineSnapshot(`
    [
      "Is contained in EKS::Cluster named prod < configuration.ClusterName",
      "Trusts IAM::Role named worker < configuration.PrincipalArn",
    ]
  `);
  expect(edgesOf('AWS::EKS::IdentityProviderConfig', { ClusterName: 'prod' })).toMatchInlineSnapshot(`
    [
      "Is contained in EKS::Cluster named prod < configuration.ClusterName",
    ]
  `);
});

test('Lambda', () => {
  expect(
    edgesOf(
      'AWS::Lambda::Function',
      {
        role: roleArn,
        vpcConfig: { vpcId: 'vpc-1' },
        kMSKeyArn: keyArn,
        deadLetterConfig: { targetArn: queueArn },
        fileSystemConfigs: [
          { arn: arn('elasticfilesystem', 'access-point/fsap-0123456789abcdef0'), localMountPath: '/mnt' },
        ],
        layers: [{ arn: arn('lambda', 'layer:tools:3') }],
        loggingConfig: { logGroup: '/aws/lambda/resize' },
        environment: {
          variables: {
            ORDERS_TABLE: 'orders',
            QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders',
            STAGE: 'prod',
          },
        },
      },
      {
        Policy: JSON.stringify({
          Statement: ['ArnLike', 'ArnEquals', 'StringEquals', 'StringLike'].map((test, n) => ({
            Effect: 'Allow',
            Condition: {
              [test]: {
                'AWS:SourceArn': [`arn:aws:s3:::bucket-${n}`, arn('execute-api', 'a1b2c3/*/GET/orders')][n % 2],
              },
            },
          })),
        }),
      },
    ),
  ).toMatchInlineSnapshot(`
    [
      "Acts as IAM::Role named worker < configuration.role",
      "Is contained in EC2::VPC vpc-1 < configuration.vpcConfig.vpcId",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.kMSKeyArn",
      "Sends failures to SQS::Queue named orders < configuration.deadLetterConfig.targetArn",
      "Mounts EFS::AccessPoint fsap-0123456789abcdef0 < configuration.fileSystemConfigs[0].arn",
      "Uses Lambda::LayerVersion arn:aws:lambda:eu-west-1:111122223333:layer:tools:3 < configuration.layers[0].arn",
      "Names in its environment DynamoDB::Table named orders if there < configuration.environment.variables.ORDERS_TABLE",
      "Names in its environment SQS::Queue named orders < configuration.environment.variables.QUEUE_URL",
      "Logs to Logs::LogGroup named /aws/lambda/resize < configuration.loggingConfig.logGroup",
      "Serves S3::Bucket bucket-0 < supplementaryConfiguration.Policy.Statement[0].Condition.ArnLike.AWS:SourceArn",
      "Serves ApiGateway::RestApi arn:aws:apigateway:eu-west-1::/restapis/a1b2c3 if there < supplementaryConfiguration.Policy.Statement[1].Condition.ArnEquals.AWS:SourceArn",
      "Serves ApiGatewayV2::Api arn:aws:apigateway:eu-west-1::/apis/a1b2c3 if there < supplementaryConfiguration.Policy.Statement[1].Condition.ArnEquals.AWS:SourceArn",
      "Serves S3::Bucket bucket-2 < supplementaryConfiguration.Policy.Statement[2].Condition.StringEquals.AWS:SourceArn",
    ]
  `);
  expect(
    edgesOf('AWS::Lambda::EventSourceMapping', {
      FunctionName: functionArn,
      EventSourceArn: arn('dynamodb', 'table/orders/stream/2026-01-01T00:00:00.000'),
      DestinationConfig: { OnFailure: { Destination: queueArn } },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Invokes Lambda::Function resize < configuration.FunctionName",
      "Reads DynamoDB::Table orders < configuration.EventSourceArn",
      "Sends failures to SQS::Queue named orders < configuration.DestinationConfig.OnFailure.Destination",
    ]
  `);
  expect(
    edgesOf('AWS::Lambda::EventInvokeConfig', {
      FunctionName: 'resize',
      DestinationConfig: { OnSuccess: { Destination: topicArn }, OnFailure: { Destination: queueArn } },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in Lambda::Function named resize < configuration.FunctionName",
      "Sends to SNS::Topic arn:aws:sns:eu-west-1:111122223333:alerts < configuration.DestinationConfig.OnSuccess.Destination",
      "Sends failures to SQS::Queue named orders < configuration.DestinationConfig.OnFailure.Destination",
    ]
  `);
  expect(edgesOf('AWS::Lambda::Alias', { FunctionName: 'resize', Name: 'live' })).toMatchInlineSnapshot(`
    [
      "Invokes Lambda::Function named resize < configuration.FunctionName",
    ]
  `);
  expect(edgesOf('AWS::Lambda::Version', { FunctionName: functionArn })).toMatchInlineSnapshot(`
    [
      "Is contained in Lambda::Function resize < configuration.FunctionName",
    ]
  `);
  expect(edgesOf('AWS::Lambda::Url', { TargetFunctionArn: functionArn })).toMatchInlineSnapshot(`
    [
      "Invokes Lambda::Function resize < configuration.TargetFunctionArn",
    ]
  `);
  expect(edgesOf('AWS::Lambda::Permission', { FunctionName: functionArn })).toMatchInlineSnapshot(`
    [
      "Is contained in Lambda::Function resize < configuration.FunctionName",
    ]
  `);
});

test('Batch and App Runner', () => {
  expect(
    edgesOf('AWS::Batch::ComputeEnvironment', {
      ServiceRole: roleArn,
      EksConfiguration: { EksClusterArn: arn('eks', 'cluster/batch') },
      ComputeResources: {
        Subnets: ['subnet-1'],
        SecurityGroupIds: ['sg-1'],
        InstanceRole: 'arn:aws:iam::111122223333:instance-profile/batch',
        LaunchTemplate: { LaunchTemplateId: 'lt-1' },
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::Subnet subnet-1 < configuration.ComputeResources.Subnets[0]",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.ComputeResources.SecurityGroupIds[0]",
      "Acts as IAM::InstanceProfile named batch < configuration.ComputeResources.InstanceRole",
      "Acts as IAM::Role named worker < configuration.ServiceRole",
      "Uses EC2::LaunchTemplate lt-1 < configuration.ComputeResources.LaunchTemplate.LaunchTemplateId",
      "Uses EKS::Cluster named batch < configuration.EksConfiguration.EksClusterArn",
    ]
  `);
  expect(
    edgesOf('AWS::Batch::JobQueue', {
      ComputeEnvironmentOrder: [{ Order: 1, ComputeEnvironment: arn('batch', 'compute-environment/large') }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Runs Batch::ComputeEnvironment arn:aws:batch:eu-west-1:111122223333:compute-environment/large < configuration.ComputeEnvironmentOrder[0].ComputeEnvironment",
    ]
  `);
  expect(
    edgesOf('AWS::Batch::JobDefinition', {
      ContainerProperties: {
        JobRoleArn: roleArn,
        ExecutionRoleArn: 'arn:aws:iam::111122223333:role/pull',
        Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/jobs:7',
        Environment: [{ Name: 'BUCKET', Value: 'reports' }],
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Acts as IAM::Role named worker < configuration.ContainerProperties.JobRoleArn",
      "Acts as IAM::Role named pull < configuration.ContainerProperties.ExecutionRoleArn",
      "Runs ECR::Repository named jobs < configuration.ContainerProperties.Image",
      "Names in its environment S3::Bucket reports if there < configuration.ContainerProperties.Environment[BUCKET].Value",
    ]
  `);
  expect(
    edgesOf('AWS::AppRunner::Service', {
      InstanceConfiguration: { InstanceRoleArn: roleArn },
      NetworkConfiguration: { EgressConfiguration: { VpcConnectorArn: arn('apprunner', 'vpcconnector/v/1/a') } },
      SourceConfiguration: {
        AuthenticationConfiguration: { AccessRoleArn: 'arn:aws:iam::111122223333:role/pull' },
        ImageRepository: {
          ImageIdentifier: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:7',
          ImageConfiguration: { RuntimeEnvironmentVariables: [{ Name: 'TOPIC', Value: topicArn }] },
        },
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Acts as IAM::Role named worker < configuration.InstanceConfiguration.InstanceRoleArn",
      "Acts as IAM::Role named pull < configuration.SourceConfiguration.AuthenticationConfiguration.AccessRoleArn",
      "Runs ECR::Repository named web < configuration.SourceConfiguration.ImageRepository.ImageIdentifier",
      "Uses AppRunner::VpcConnector arn:aws:apprunner:eu-west-1:111122223333:vpcconnector/v/1/a < configuration.NetworkConfiguration.EgressConfiguration.VpcConnectorArn",
      "Names in its environment SNS::Topic arn:aws:sns:eu-west-1:111122223333:alerts < configuration.SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables[TOPIC].Value",
    ]
  `);
  expect(
    edgesOf('AWS::AppRunner::VpcConnector', { Subnets: ['subnet-1'], SecurityGroups: ['sg-1'] }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::Subnet subnet-1 < configuration.Subnets[0]",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.SecurityGroups[0]",
    ]
  `);
});

test('each rule finds something in these examples', () => {
  expect(unusedRules()).toEqual([]);
});

import { expect, test } from 'vitest';
import { pipelineRules } from './pipeline-rules';
import { arn, functionArn, keyArn, queueArn, roleArn, rulesUnderTest, secretArn, topicArn } from './test-rules';

const { edgesOf, unusedRules } = rulesUnderTest(pipelineRules);

test('stacks, builds and deployments', () => {
  expect(
    edgesOf('AWS::CloudFormation::Stack', {
      roleARN: roleArn,
      notificationARNs: [topicArn],
      parentId: arn('cloudformation', 'stack/outer/1'),
    }),
  ).toMatchInlineSnapshot(`
    [
      "Acts as IAM::Role named worker < configuration.roleARN",
      "Notifies SNS::Topic arn:aws:sns:eu-west-1:111122223333:alerts < configuration.notificationARNs[0]",
      "Is contained in CloudFormation::Stack arn:aws:cloudformation:eu-west-1:111122223333:stack/outer/1 < configuration.parentId",
    ]
  `);
  expect(
    edgesOf('AWS::CodeBuild::Project', {
      serviceRole: roleArn,
      encryptionKey: keyArn,
      vpcConfig: { subnets: ['subnet-1'], securityGroupIds: ['sg-1'] },
      environment: {
        image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/build:1',
        environmentVariables: [{ name: 'BUCKET', value: 'artifacts' }],
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Acts as IAM::Role named worker < configuration.serviceRole",
      "Is contained in EC2::Subnet subnet-1 < configuration.vpcConfig.subnets[0]",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.vpcConfig.securityGroupIds[0]",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.encryptionKey",
      "Names in its environment S3::Bucket artifacts if there < configuration.environment.environmentVariables[BUCKET].value",
      "Runs ECR::Repository named build < configuration.environment.image",
    ]
  `);
  expect(
    edgesOf('AWS::CodeBuild::Project', {
      vpcConfig: { subnets: [{ subnet: 'subnet-1', customerAZ: 'euw1-az1' }] },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::Subnet subnet-1 < configuration.vpcConfig.subnets[0].subnet",
    ]
  `);
  expect(
    edgesOf('AWS::CodePipeline::Pipeline', { pipeline: { artifactStore: { encryptionKey: { id: keyArn } } } }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.pipeline.artifactStore.encryptionKey.id",
    ]
  `);
  expect(
    edgesOf('AWS::CodePipeline::Pipeline', { artifactStore: { encryptionKey: { id: keyArn } } }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.artifactStore.encryptionKey.id",
    ]
  `);
  expect(
    edgesOf('AWS::CodeDeploy::DeploymentGroup', {
      serviceRoleArn: roleArn,
      autoScalingGroups: [{ name: 'web' }],
      ecsServices: [{ serviceName: 'reports' }],
      triggerConfigurations: [{ triggerName: 'tell', triggerTargetArn: topicArn }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Acts as IAM::Role named worker < configuration.serviceRoleArn",
      "Sends to AutoScaling::AutoScalingGroup named web < configuration.autoScalingGroups[web].name",
      "Sends to ECS::Service named reports < configuration.ecsServices[0].serviceName",
      "Notifies SNS::Topic arn:aws:sns:eu-west-1:111122223333:alerts < configuration.triggerConfigurations[0].triggerTargetArn",
    ]
  `);
});

test('Glue', () => {
  expect(
    edgesOf('AWS::Glue::Connection', {
      PhysicalConnectionRequirements: { SubnetId: 'subnet-1', SecurityGroupIdList: ['sg-1'], SecurityGroups: ['sg-2'] },
      AuthenticationConfiguration: { SecretArn: secretArn },
      ConnectionProperties: {
        SECRET_ID: 'other',
        ROLE_ARN: roleArn,
        HOST: 'orders.abc123.eu-west-1.rds.amazonaws.com',
        JDBC_CONNECTION_URL: 'jdbc:postgresql://orders.cluster-abc123.eu-west-1.rds.amazonaws.com:5432/shop',
        INSTANCE_ID: 'i-064b568041d61f947',
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::Subnet subnet-1 < configuration.PhysicalConnectionRequirements.SubnetId",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.PhysicalConnectionRequirements.SecurityGroupIdList[0]",
      "Is associated with EC2::SecurityGroup sg-2 < configuration.PhysicalConnectionRequirements.SecurityGroups[0]",
      "Reads SecretsManager::Secret named other < configuration.ConnectionProperties.SECRET_ID",
      "Reads SecretsManager::Secret arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf < configuration.AuthenticationConfiguration.SecretArn",
      "Acts as IAM::Role named worker < configuration.ConnectionProperties.ROLE_ARN",
      "Reads RDS::DBInstance named orders < configuration.ConnectionProperties.HOST",
      "Reads RDS::DBCluster named orders < configuration.ConnectionProperties.JDBC_CONNECTION_URL",
      "Uses EC2::Instance i-064b568041d61f947 < configuration.ConnectionProperties.INSTANCE_ID",
    ]
  `);
  expect(
    edgesOf('AWS::Glue::Crawler', {
      Role: roleArn,
      DatabaseName: 'lake',
      Targets: {
        S3Targets: [
          {
            Path: 's3://lake/raw',
            ConnectionName: 'inner',
            EventQueueArn: queueArn,
            DlqEventQueueArn: arn('sqs', 'failed'),
          },
        ],
        CatalogTargets: [
          {
            DatabaseName: 'other',
            EventQueueArn: arn('sqs', 'catalog'),
            DlqEventQueueArn: arn('sqs', 'catalog-failed'),
          },
        ],
        DynamoDBTargets: [{ Path: 'orders' }],
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Acts as IAM::Role named worker < configuration.Role",
      "Reads S3::Bucket lake < configuration.Targets.S3Targets[0].Path",
      "Reads SQS::Queue named orders < configuration.Targets.S3Targets[0].EventQueueArn",
      "Reads SQS::Queue named failed < configuration.Targets.S3Targets[0].DlqEventQueueArn",
      "Reads SQS::Queue named catalog < configuration.Targets.CatalogTargets[0].EventQueueArn",
      "Reads SQS::Queue named catalog-failed < configuration.Targets.CatalogTargets[0].DlqEventQueueArn",
      "Reads Glue::Database named other < configuration.Targets.CatalogTargets[0].DatabaseName",
      "Uses Glue::Connection named inner < configuration.Targets.S3Targets[0].ConnectionName",
      "Reads DynamoDB::Table named orders < configuration.Targets.DynamoDBTargets[0].Path",
      "Sends to Glue::Database named lake < configuration.DatabaseName",
    ]
  `);
  expect(
    edgesOf('AWS::Glue::Database', {
      LocationUri: 's3://lake/db/',
      FederatedDatabase: { ConnectionName: 'inner' },
      TargetDatabase: { DatabaseName: 'main' },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Uses Glue::Connection named inner < configuration.FederatedDatabase.ConnectionName",
      "Reads S3::Bucket lake < configuration.LocationUri",
      "Reads Glue::Database named main < configuration.TargetDatabase.DatabaseName",
    ]
  `);
  expect(
    edgesOf('AWS::Glue::Job', {
      Role: roleArn,
      Command: { ScriptLocation: 's3://scripts/job.py' },
      Connections: { Connections: ['inner'] },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Acts as IAM::Role named worker < configuration.Role",
      "Runs S3::Bucket scripts < configuration.Command.ScriptLocation",
      "Uses Glue::Connection named inner < configuration.Connections.Connections[0]",
    ]
  `);
  expect(
    edgesOf('AWS::Glue::Table', {
      DatabaseName: 'lake',
      StorageDescriptor: {
        Location: 's3://lake/orders',
        Parameters: { streamName: 'clicks', streamARN: arn('kinesis', 'stream/other'), Connection: 'inner' },
      },
      FederatedTable: { ConnectionName: 'far' },
      TargetTable: { Name: 'orders_main' },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in Glue::Database named lake < configuration.DatabaseName",
      "Reads S3::Bucket lake < configuration.StorageDescriptor.Location",
      "Reads Kinesis::Stream named clicks < configuration.StorageDescriptor.Parameters.streamName",
      "Reads Kinesis::Stream named other < configuration.StorageDescriptor.Parameters.streamARN",
      "Uses Glue::Connection named inner < configuration.StorageDescriptor.Parameters.Connection",
      "Uses Glue::Connection named far < configuration.FederatedTable.ConnectionName",
      "Reads Glue::Table named orders_main < configuration.TargetTable.Name",
    ]
  `);
});

test('Bedrock and SageMaker', () => {
  expect(
    edgesOf('AWS::Bedrock::Agent', {
      AgentResourceRoleArn: roleArn,
      CustomerEncryptionKeyArn: keyArn,
      PromptOverrideConfiguration: { OverrideLambda: functionArn },
      CustomOrchestration: { Executor: { Lambda: arn('lambda', 'function:plan') } },
      KnowledgeBases: [{ KnowledgeBaseId: 'KB1' }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Acts as IAM::Role named worker < configuration.AgentResourceRoleArn",
      "Invokes Lambda::Function resize < configuration.PromptOverrideConfiguration.OverrideLambda",
      "Invokes Lambda::Function plan < configuration.CustomOrchestration.Executor.Lambda",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.CustomerEncryptionKeyArn",
      "Reads Bedrock::KnowledgeBase KB1 < configuration.KnowledgeBases[0].KnowledgeBaseId",
    ]
  `);
  expect(
    edgesOf('AWS::Bedrock::KnowledgeBase', {
      RoleArn: roleArn,
      KnowledgeBaseConfiguration: { KendraKnowledgeBaseConfiguration: { KendraIndexArn: arn('kendra', 'index/1') } },
      StorageConfiguration: {
        RdsConfiguration: { ResourceArn: arn('rds', 'cluster:vectors') },
        OpensearchServerlessConfiguration: { CollectionArn: arn('aoss', 'collection/1') },
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Acts as IAM::Role named worker < configuration.RoleArn",
      "Reads Kendra::Index 1 < configuration.KnowledgeBaseConfiguration.KendraKnowledgeBaseConfiguration.KendraIndexArn",
      "Reads RDS::DBCluster named vectors < configuration.StorageConfiguration.RdsConfiguration.ResourceArn",
      "Reads OpenSearchServerless::Collection arn:aws:aoss:eu-west-1:111122223333:collection/1 < configuration.StorageConfiguration.OpensearchServerlessConfiguration.CollectionArn",
    ]
  `);
  expect(
    edgesOf('AWS::Bedrock::DataSource', {
      KnowledgeBaseId: 'KB1',
      ServerSideEncryptionConfiguration: { KmsKeyArn: keyArn },
      DataSourceConfiguration: {
        S3Configuration: { BucketArn: 'arn:aws:s3:::docs' },
        ConfluenceConfiguration: { SourceConfiguration: { CredentialsSecretArn: secretArn } },
        SalesforceConfiguration: { SourceConfiguration: { CredentialsSecretArn: secretArn } },
        SharePointConfiguration: { SourceConfiguration: { CredentialsSecretArn: secretArn } },
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in Bedrock::KnowledgeBase KB1 < configuration.KnowledgeBaseId",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.ServerSideEncryptionConfiguration.KmsKeyArn",
      "Reads S3::Bucket docs < configuration.DataSourceConfiguration.S3Configuration.BucketArn",
      "Reads SecretsManager::Secret arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf < configuration.DataSourceConfiguration.ConfluenceConfiguration.SourceConfiguration.CredentialsSecretArn",
    ]
  `);
  expect(
    edgesOf('AWS::Bedrock::CustomModel', { modelKmsKeyArn: keyArn, trainingDataConfig: { s3Uri: 's3://training/a' } }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.modelKmsKeyArn",
      "Reads S3::Bucket training < configuration.trainingDataConfig.s3Uri",
    ]
  `);
  expect(
    edgesOf('AWS::Bedrock::ImportedModel', {
      modelKmsKeyArn: keyArn,
      modelDataSource: { s3DataSource: { s3Uri: 's3://weights/b' } },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.modelKmsKeyArn",
      "Reads S3::Bucket weights < configuration.modelDataSource.s3DataSource.s3Uri",
    ]
  `);
  expect(
    edgesOf('AWS::SageMaker::NotebookInstance', {
      SubnetId: 'subnet-1',
      SecurityGroupIds: ['sg-1'],
      RoleArn: roleArn,
      KmsKeyId: keyArn,
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in EC2::Subnet subnet-1 < configuration.SubnetId",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.SecurityGroupIds[0]",
      "Acts as IAM::Role named worker < configuration.RoleArn",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.KmsKeyId",
    ]
  `);
  expect(
    edgesOf('AWS::SageMaker::Model', {
      ExecutionRoleArn: roleArn,
      PrimaryContainer: {
        ModelDataUrl: 's3://weights/m.tar.gz',
        Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/serve:1',
      },
      VpcConfig: { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Acts as IAM::Role named worker < configuration.ExecutionRoleArn",
      "Reads S3::Bucket weights < configuration.PrimaryContainer.ModelDataUrl",
      "Runs ECR::Repository named serve < configuration.PrimaryContainer.Image",
      "Is contained in EC2::Subnet subnet-1 < configuration.VpcConfig.Subnets[0]",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.VpcConfig.SecurityGroupIds[0]",
    ]
  `);
  expect(
    edgesOf('AWS::SageMaker::EndpointConfig', {
      KmsKeyId: keyArn,
      ProductionVariants: [{ VariantName: 'all', ModelName: 'm' }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Runs SageMaker::Model named m < configuration.ProductionVariants[0].ModelName",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.KmsKeyId",
    ]
  `);
  expect(edgesOf('AWS::SageMaker::Endpoint', { EndpointConfigName: 'c' })).toMatchInlineSnapshot(`
    [
      "Runs SageMaker::EndpointConfig named c < configuration.EndpointConfigName",
    ]
  `);
});

test('media', () => {
  expect(
    edgesOf('AWS::MediaConnect::FlowEntitlement', { FlowArn: arn('mediaconnect', 'flow:1:live') }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in MediaConnect::Flow arn:aws:mediaconnect:eu-west-1:111122223333:flow:1:live < configuration.FlowArn",
    ]
  `);
  expect(
    edgesOf('AWS::MediaConnect::FlowSource', {
      FlowArn: arn('mediaconnect', 'flow:1:live'),
      EntitlementArn: arn('mediaconnect', 'entitlement:1:e'),
      VpcInterfaceName: 'inner',
      Decryption: { RoleArn: roleArn, SecretArn: secretArn },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in MediaConnect::Flow arn:aws:mediaconnect:eu-west-1:111122223333:flow:1:live < configuration.FlowArn",
      "Reads MediaConnect::FlowEntitlement arn:aws:mediaconnect:eu-west-1:111122223333:entitlement:1:e < configuration.EntitlementArn",
      "Uses MediaConnect::FlowVpcInterface named inner < configuration.VpcInterfaceName",
      "Acts as IAM::Role named worker < configuration.Decryption.RoleArn",
      "Reads SecretsManager::Secret arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf < configuration.Decryption.SecretArn",
    ]
  `);
  expect(
    edgesOf('AWS::MediaConnect::FlowVpcInterface', {
      FlowArn: arn('mediaconnect', 'flow:1:live'),
      SubnetId: 'subnet-1',
      SecurityGroupIds: ['sg-1'],
      NetworkInterfaceIds: ['eni-069d699480c0627d2'],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in MediaConnect::Flow arn:aws:mediaconnect:eu-west-1:111122223333:flow:1:live < configuration.FlowArn",
      "Is contained in EC2::Subnet subnet-1 < configuration.SubnetId",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.SecurityGroupIds[0]",
      "Is attached to EC2::NetworkInterface eni-069d699480c0627d2 < configuration.NetworkInterfaceIds[0]",
    ]
  `);
  expect(
    edgesOf('AWS::MediaPackage::PackagingConfiguration', {
      PackagingGroupId: 'g',
      CmafPackage: { Encryption: { SpekeKeyProvider: { RoleArn: roleArn } } },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in MediaPackage::PackagingGroup g < configuration.PackagingGroupId",
      "Acts as IAM::Role named worker < configuration.CmafPackage.Encryption.SpekeKeyProvider.RoleArn",
    ]
  `);
  expect(
    edgesOf('AWS::MediaPackage::PackagingGroup', {
      Authorization: { CdnIdentifierSecret: secretArn, SecretsRoleArn: roleArn },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Reads SecretsManager::Secret arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf < configuration.Authorization.CdnIdentifierSecret",
      "Acts as IAM::Role named worker < configuration.Authorization.SecretsRoleArn",
    ]
  `);
});

test('AppConfig hands configuration to programs and watches how that goes', () => {
  expect([
    ...edgesOf('AWS::CodeDeploy::DeploymentGroup', { deploymentConfigName: 'CodeDeployDefault.OneAtATime' }),
    ...edgesOf('AWS::AppConfig::Environment', {
      ApplicationId: 'abc1234',
      Monitors: [{ AlarmArn: arn('cloudwatch', 'alarm:errors'), AlarmRoleArn: roleArn }],
    }),
    ...edgesOf('AWS::AppConfig::ConfigurationProfile', {
      ApplicationId: 'abc1234',
      RetrievalRoleArn: roleArn,
      KmsKeyArn: keyArn,
    }),
    ...edgesOf('AWS::AppConfig::ExtensionAssociation', { ExtensionArn: arn('appconfig', 'extension/e1/1') }),
  ]).toMatchInlineSnapshot(`
    [
      "Uses CodeDeploy::DeploymentConfig named CodeDeployDefault.OneAtATime < configuration.deploymentConfigName",
      "Is contained in AppConfig::Application abc1234 < configuration.ApplicationId",
      "Watches CloudWatch::Alarm arn:aws:cloudwatch:eu-west-1:111122223333:alarm:errors < configuration.Monitors[0].AlarmArn",
      "Acts as IAM::Role named worker < configuration.Monitors[0].AlarmRoleArn",
      "Is contained in AppConfig::Application abc1234 < configuration.ApplicationId",
      "Acts as IAM::Role named worker < configuration.RetrievalRoleArn",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.KmsKeyArn",
      "Uses AppConfig::Extension arn:aws:appconfig:eu-west-1:111122223333:extension/e1/1 < configuration.ExtensionArn",
    ]
  `);
});

test('each rule finds something in these examples', () => {
  expect(unusedRules()).toEqual([]);
});

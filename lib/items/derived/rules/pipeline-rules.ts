import { anyArn } from '../arn';
import { endpoint } from '../endpoint';
import { environmentValue } from '../environment';
import * as is from '../names';
import { type DerivedRule, inNetwork, rule, rules } from '../rule';
import * as to from '../targets';

const glue = (kind: string) => to.name(`AWS::Glue::${kind}`);
const appConfig = to.id('AWS::AppConfig::Application');
const flow = to.arnId('AWS::MediaConnect::Flow');

/** What builds, deploys and works through data. */
export const pipelineRules: Record<string, DerivedRule[]> = {
  'AWS::CloudFormation::Stack': [
    rule(is.acts, 'roleARN', to.role),
    rule(is.notifies, 'notificationARNs[]', anyArn),
    rule(is.contained, 'parentId', anyArn),
  ],
  'AWS::CodeBuild::Project': [
    rule(is.acts, 'serviceRole', to.role),
    // AWS Config has the subnets with their zones, the API their ids alone.
    ...rules(is.contained, ['vpcConfig.subnets[].subnet', 'vpcConfig.subnets[]'], to.subnet),
    rule(is.associated, 'vpcConfig.securityGroupIds[]', to.securityGroup),
    rule(is.encrypted, 'encryptionKey', to.kmsKey),
    rule(is.namesInEnvironment, 'environment.environmentVariables[].value', environmentValue),
    rule(is.runs, 'environment.image', to.imageRepository),
  ],
  'AWS::CodePipeline::Pipeline': [
    ...rules(is.encrypted, ['pipeline.artifactStore.encryptionKey.id', 'artifactStore.encryptionKey.id'], to.kmsKey),
  ],
  'AWS::CodeDeploy::DeploymentGroup': [
    rule(is.acts, 'serviceRoleArn', to.role),
    rule(is.sends, 'autoScalingGroups[].name', to.name('AWS::AutoScaling::AutoScalingGroup')),
    rule(is.sends, 'ecsServices[].serviceName', to.name('AWS::ECS::Service')),
    rule(is.notifies, 'triggerConfigurations[].triggerTargetArn', anyArn),
    rule(is.uses, 'deploymentConfigName', to.name('AWS::CodeDeploy::DeploymentConfig')),
  ],
  'AWS::AppConfig::Environment': [
    rule(is.contained, 'ApplicationId', appConfig),
    rule(is.watches, 'Monitors[].AlarmArn', anyArn),
    rule(is.acts, 'Monitors[].AlarmRoleArn', to.role),
  ],
  'AWS::AppConfig::ConfigurationProfile': [
    rule(is.contained, 'ApplicationId', appConfig),
    rule(is.acts, 'RetrievalRoleArn', to.role),
    rule(is.encrypted, 'KmsKeyArn', to.kmsKey),
  ],
  'AWS::AppConfig::ExtensionAssociation': [rule(is.uses, 'ExtensionArn', to.arnId('AWS::AppConfig::Extension'))],
  'AWS::Glue::Connection': [
    ...inNetwork('PhysicalConnectionRequirements.SubnetId', 'PhysicalConnectionRequirements.SecurityGroupIdList[]'),
    rule(is.associated, 'PhysicalConnectionRequirements.SecurityGroups[]', to.securityGroup),
    rule(is.reads, 'ConnectionProperties.SECRET_ID', to.arnId('AWS::SecretsManager::Secret')),
    rule(is.reads, 'AuthenticationConfiguration.SecretArn', anyArn),
    rule(is.acts, 'ConnectionProperties.ROLE_ARN', to.role),
    rule(is.reads, 'ConnectionProperties.HOST', endpoint),
    rule(is.reads, 'ConnectionProperties.JDBC_CONNECTION_URL', (text, context) =>
      endpoint(/^jdbc:.*?:\/\/([^:/?]+)/.exec(text)?.[1] ?? '', context),
    ),
    rule(is.uses, 'ConnectionProperties.INSTANCE_ID', to.ofEc2),
  ],
  'AWS::Glue::Crawler': [
    rule(is.acts, 'Role', to.role),
    rule(is.reads, 'Targets.S3Targets[].Path', to.bucket),
    ...['S3Targets', 'CatalogTargets'].flatMap((field) =>
      rules(is.reads, [`Targets.${field}[].EventQueueArn`, `Targets.${field}[].DlqEventQueueArn`], anyArn),
    ),
    rule(is.reads, 'Targets.CatalogTargets[].DatabaseName', glue('Database')),
    rule(is.uses, 'Targets.*[].ConnectionName', glue('Connection')),
    rule(is.reads, 'Targets.DynamoDBTargets[].Path', to.name('AWS::DynamoDB::Table')),
    rule(is.sends, 'DatabaseName', glue('Database')),
  ],
  'AWS::Glue::Database': [
    rule(is.uses, 'FederatedDatabase.ConnectionName', glue('Connection')),
    rule(is.reads, 'LocationUri', to.bucket),
    rule(is.reads, 'TargetDatabase.DatabaseName', glue('Database')),
  ],
  'AWS::Glue::Job': [
    rule(is.acts, 'Role', to.role),
    rule(is.runs, 'Command.ScriptLocation', to.bucket),
    rule(is.uses, 'Connections.Connections[]', glue('Connection')),
  ],
  'AWS::Glue::Table': [
    rule(is.contained, 'DatabaseName', glue('Database')),
    rule(is.reads, 'StorageDescriptor.Location', to.bucket),
    rule(is.reads, 'StorageDescriptor.Parameters.streamName', to.name('AWS::Kinesis::Stream')),
    rule(is.reads, 'StorageDescriptor.Parameters.streamARN', anyArn),
    ...rules(is.uses, ['StorageDescriptor.Parameters.Connection', 'FederatedTable.ConnectionName'], glue('Connection')),
    rule(is.reads, 'TargetTable.Name', glue('Table')),
  ],
  'AWS::Bedrock::Agent': [
    rule(is.acts, 'AgentResourceRoleArn', to.role),
    rule(is.invokes, 'PromptOverrideConfiguration.OverrideLambda', to.lambda),
    rule(is.invokes, 'CustomOrchestration.Executor.Lambda', to.lambda),
    rule(is.encrypted, 'CustomerEncryptionKeyArn', to.kmsKey),
    rule(is.reads, 'KnowledgeBases[].KnowledgeBaseId', to.id('AWS::Bedrock::KnowledgeBase')),
  ],
  'AWS::Bedrock::KnowledgeBase': [
    rule(is.acts, 'RoleArn', to.role),
    rule(is.reads, 'KnowledgeBaseConfiguration.KendraKnowledgeBaseConfiguration.KendraIndexArn', anyArn),
    rule(is.reads, 'StorageConfiguration.RdsConfiguration.ResourceArn', anyArn),
    rule(is.reads, 'StorageConfiguration.OpensearchServerlessConfiguration.CollectionArn', anyArn),
  ],
  'AWS::Bedrock::DataSource': [
    rule(is.contained, 'KnowledgeBaseId', to.id('AWS::Bedrock::KnowledgeBase')),
    rule(is.encrypted, 'ServerSideEncryptionConfiguration.KmsKeyArn', to.kmsKey),
    rule(is.reads, 'DataSourceConfiguration.S3Configuration.BucketArn', to.bucket),
    ...['Confluence', 'Salesforce', 'SharePoint'].map((kind) =>
      rule(is.reads, `DataSourceConfiguration.${kind}Configuration.SourceConfiguration.CredentialsSecretArn`, anyArn),
    ),
  ],
  'AWS::Bedrock::CustomModel': [
    rule(is.encrypted, 'modelKmsKeyArn', to.kmsKey),
    rule(is.reads, 'trainingDataConfig.s3Uri', to.bucket),
  ],
  'AWS::Bedrock::ImportedModel': [
    rule(is.encrypted, 'modelKmsKeyArn', to.kmsKey),
    rule(is.reads, 'modelDataSource.s3DataSource.s3Uri', to.bucket),
  ],
  'AWS::SageMaker::NotebookInstance': [
    ...inNetwork('SubnetId', 'SecurityGroupIds[]'),
    rule(is.acts, 'RoleArn', to.role),
    rule(is.encrypted, 'KmsKeyId', to.kmsKey),
  ],
  'AWS::SageMaker::Model': [
    rule(is.acts, 'ExecutionRoleArn', to.role),
    rule(is.reads, 'PrimaryContainer.ModelDataUrl', to.bucket),
    rule(is.runs, 'PrimaryContainer.Image', to.imageRepository),
    ...inNetwork('VpcConfig.Subnets[]', 'VpcConfig.SecurityGroupIds[]'),
  ],
  'AWS::SageMaker::EndpointConfig': [
    rule(is.runs, 'ProductionVariants[].ModelName', to.name('AWS::SageMaker::Model')),
    rule(is.encrypted, 'KmsKeyId', to.kmsKey),
  ],
  'AWS::SageMaker::Endpoint': [rule(is.runs, 'EndpointConfigName', to.name('AWS::SageMaker::EndpointConfig'))],
  'AWS::MediaConnect::FlowEntitlement': [rule(is.contained, 'FlowArn', flow)],
  'AWS::MediaConnect::FlowSource': [
    rule(is.contained, 'FlowArn', flow),
    rule(is.reads, 'EntitlementArn', to.arnId('AWS::MediaConnect::FlowEntitlement')),
    rule(is.uses, 'VpcInterfaceName', to.name('AWS::MediaConnect::FlowVpcInterface')),
    rule(is.acts, 'Decryption.RoleArn', to.role),
    rule(is.reads, 'Decryption.SecretArn', anyArn),
  ],
  'AWS::MediaConnect::FlowVpcInterface': [
    rule(is.contained, 'FlowArn', flow),
    ...inNetwork('SubnetId', 'SecurityGroupIds[]'),
    rule(is.attached, 'NetworkInterfaceIds[]', to.ofEc2),
  ],
  'AWS::MediaPackage::PackagingConfiguration': [
    rule(is.contained, 'PackagingGroupId', to.id('AWS::MediaPackage::PackagingGroup')),
    rule(is.acts, '*.Encryption.SpekeKeyProvider.RoleArn', to.role),
  ],
  'AWS::MediaPackage::PackagingGroup': [
    rule(is.reads, 'Authorization.CdnIdentifierSecret', anyArn),
    rule(is.acts, 'Authorization.SecretsRoleArn', to.role),
  ],
};

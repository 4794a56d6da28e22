import type { AwsResourceType } from '../resource-type';
import { readPermission } from '../services/api-gateway/rest-api';
import { type RegistryForm, registryType } from './registry-type';

/*
 * Types of which AWS Config has what the CloudFormation registry has, and that are few in an account or change seldom: Cloud Control is one
 * call for each resource, made by the registry with the permissions of the caller. Where a service's own API tells of hundreds in one call
 * (associations of EC2, aliases of KMS), where the registry does not list them all (rules of EventBridge), or reads what may be secret
 * (AppSync), the type has code of its own. Permissions and parents are those of the types' schemas (August 2026).
 */

const athena = 'AWS::Athena::WorkGroup';
const appConfig = 'AWS::AppConfig::Application';

const apiV2 = 'AWS::ApiGatewayV2::Api';

const forms: { readonly [resourceType: string]: RegistryForm } = {
  // `primary`, which every account has, among them.
  [athena]: {
    permissions: ['athena:ListWorkGroups', 'athena:GetWorkGroup', 'athena:ListTagsForResource'],
    arn: ({ Name }) => ['athena', `workgroup/${Name}`],
  },
  'AWS::Athena::DataCatalog': {
    permissions: ['athena:ListDataCatalogs', 'athena:GetDataCatalog', 'athena:ListTagsForResource'],
    arn: ({ Name }) => ['athena', `datacatalog/${Name}`],
  },
  'AWS::Athena::PreparedStatement': {
    permissions: ['athena:ListWorkGroups', 'athena:ListPreparedStatements', 'athena:GetPreparedStatement'],
    parent: { type: athena, property: 'WorkGroup' },
    // AWS Config has not the text of the query.
    without: ['QueryStatement'],
  },
  [appConfig]: {
    permissions: ['appconfig:ListApplications', 'appconfig:GetApplication', 'appconfig:ListTagsForResource'],
    ...knownByReference('ApplicationId'),
    arn: ({ ApplicationId }) => ['appconfig', `application/${ApplicationId}`],
  },
  'AWS::AppConfig::Environment': {
    permissions: [
      'appconfig:ListApplications',
      'appconfig:ListEnvironments',
      'appconfig:GetEnvironment',
      'appconfig:ListTagsForResource',
    ],
    parent: { type: appConfig, property: 'ApplicationId' },
    ...knownByReference('EnvironmentId'),
    arn: ({ ApplicationId, EnvironmentId }) => [
      'appconfig',
      `application/${ApplicationId}/environment/${EnvironmentId}`,
    ],
  },
  'AWS::AppConfig::ConfigurationProfile': {
    permissions: [
      'appconfig:ListApplications',
      'appconfig:ListConfigurationProfiles',
      'appconfig:GetConfigurationProfile',
      'appconfig:ListTagsForResource',
    ],
    parent: { type: appConfig, property: 'ApplicationId' },
    ...knownByReference('ConfigurationProfileId'),
    arn: ({ ApplicationId, ConfigurationProfileId }) => [
      'appconfig',
      `application/${ApplicationId}/configurationprofile/${ConfigurationProfileId}`,
    ],
  },
  // With AWS's own (`AppConfig.AllAtOnce`).
  'AWS::AppConfig::DeploymentStrategy': {
    permissions: [
      'appconfig:ListDeploymentStrategies',
      'appconfig:GetDeploymentStrategy',
      'appconfig:ListTagsForResource',
    ],
    arn: ({ Id }) => ['appconfig', `deploymentstrategy/${Id}`],
  },
  'AWS::AppConfig::Extension': {
    permissions: ['appconfig:ListExtensions', 'appconfig:GetExtension', 'appconfig:ListTagsForResource'],
  },
  'AWS::AppConfig::ExtensionAssociation': {
    permissions: [
      'appconfig:ListExtensionAssociations',
      'appconfig:GetExtensionAssociation',
      'appconfig:ListTagsForResource',
    ],
  },
  'AWS::ApiGatewayV2::Integration': {
    permissions: [readPermission],
    parent: { type: apiV2, property: 'ApiId' },
  },
  // With the keyspaces of the system, whose tables are what tells of all others.
  'AWS::Cassandra::Keyspace': {
    permissions: ['cassandra:Select', 'cassandra:SelectMultiRegionResource'],
    arn: ({ KeyspaceName }) => ['cassandra', `/keyspace/${KeyspaceName}/`],
  },
  ...ioT('AccountAuditConfiguration'),
  ...ioT('Authorizer'),
  ...ioT('CACertificate'),
  ...ioT('CustomMetric', { arnProperty: 'MetricArn' }),
  ...ioT('Dimension'),
  // With AWS's own (`iot:Data-ATS`), which each Region has.
  ...ioT('DomainConfiguration'),
  ...ioT('FleetMetric', { arnProperty: 'MetricArn' }),
  ...ioT('JobTemplate'),
  ...ioT('MitigationAction'),
  ...ioT('Policy', { permissions: ['iot:GetPolicy'] }),
  ...ioT('ProvisioningTemplate', { arnProperty: 'TemplateArn' }),
  ...ioT('RoleAlias'),
  ...ioT('ScheduledAudit'),
  ...ioT('SecurityProfile'),
  ...ioT('ThingGroup'),
  // With AWS's own lists, which each Region has.
  ...resolver('FirewallDomainList'),
  ...resolver('FirewallRuleGroup'),
  ...resolver('FirewallRuleGroupAssociation'),
  ...resolver('ResolverEndpoint'),
  ...resolver('ResolverQueryLoggingConfig'),
  ...resolver('ResolverQueryLoggingConfigAssociation'),
  // With AWS's own (`rslvr-autodefined-rr-internet-resolver`), which each VPC is associated with.
  ...resolver('ResolverRule'),
  ...resolver('ResolverRuleAssociation'),
};

/** The types that are recorded through the Cloud Control API without being asked for. */
export const registryTypes: readonly AwsResourceType[] = Object.entries(forms).map(([name, form]) =>
  registryType(name, { ...form, mayBeMissing: true }),
);

/** AWS Config has as `Id` alone by what CloudFormation refers to the resource. */
function knownByReference(property: string): RegistryForm {
  return { reference: property, without: [property] };
}

/*
 * All that these two services tell about anything is how it is configured, and their types are many: a policy may have 6,144 characters, so
 * that their reading actions stand in it together.
 */

function ioT(name: string, form: RegistryForm = {}): { [resourceType: string]: RegistryForm } {
  const permissions = ['iot:Describe*', 'iot:List*', ...(form.permissions ?? [])];
  return { [`AWS::IoT::${name}`]: { ...form, permissions } };
}

function resolver(name: string): { [resourceType: string]: RegistryForm } {
  return {
    [`AWS::Route53Resolver::${name}`]: { permissions: ['route53resolver:Get*', 'route53resolver:List*'] },
  };
}

import { expect, test } from 'vitest';
import { awsError, bare, itemsOf } from '../test-items';
import { registryTypes } from './registry-types';

/** Resources of the registry by type and identifier, and of which parent they are. */
interface Registry {
  [resourceType: string]: { [identifier: string]: { properties: object; of?: object } };
}

/** What Cloud Control answers of them: a list is of identifiers alone, and of one parent where the type asks for it. */
function cloudControl(registry: Registry) {
  return {
    listResources: ({ TypeName, ResourceModel }: { TypeName: string; ResourceModel?: string }) => {
      const resources = Object.entries(registry[TypeName] ?? {});
      const listed = resources.filter(([, { of }]) => (of && JSON.stringify(of)) === ResourceModel);
      return { TypeName, ResourceDescriptions: listed.map(([Identifier]) => ({ Identifier })) };
    },
    getResource: ({ TypeName, Identifier }: { TypeName: string; Identifier: string }) => {
      const Properties = JSON.stringify(registry[TypeName]?.[Identifier]?.properties);
      return { TypeName, ResourceDescription: { Identifier, Properties } };
    },
  };
}

function typeOf(name: string) {
  const type = registryTypes.find(({ resourceType }) => resourceType === name);
  if (type === undefined) throw new Error(`${name} is no type of the registry`);
  return type;
}

const regional = { ...bare, availabilityZone: 'Regional' };

test("Athena's workgroup of every account goes by its name", async () => {
  const properties = { Name: 'primary', State: 'ENABLED', WorkGroupConfiguration: {}, Tags: [] };
  const items = await itemsOf(
    typeOf('AWS::Athena::WorkGroup'),
    cloudControl({ 'AWS::Athena::WorkGroup': { primary: { properties } } }),
  );
  expect(items).toEqual([
    {
      ...regional,
      resourceType: 'AWS::Athena::WorkGroup',
      resourceId: 'primary',
      resourceName: 'primary',
      ARN: 'arn:aws:athena:us-west-2:123456789012:workgroup/primary',
      configuration: properties,
    },
  ]);
});

test('what is listed by its parent is asked for at each, and prepared statements keep their text to themselves', async () => {
  const statement = { StatementName: 'top', WorkGroup: 'reports', QueryStatement: 'SELECT secret' };
  const items = await itemsOf(
    typeOf('AWS::Athena::PreparedStatement'),
    cloudControl({
      'AWS::Athena::WorkGroup': { primary: { properties: {} }, reports: { properties: {} } },
      'AWS::Athena::PreparedStatement': { 'top|reports': { properties: statement, of: { WorkGroup: 'reports' } } },
    }),
  );
  expect(items.map(({ resourceId, configuration }) => [resourceId, configuration])).toEqual([
    ['top|reports', { StatementName: 'top', WorkGroup: 'reports' }],
  ]);
});

test('what AWS Config has as Id is there as Id alone', async () => {
  const of = { ApplicationId: 'abc1234' };
  const answers = cloudControl({
    'AWS::AppConfig::Application': { abc1234: { properties: { ...of, Name: 'shop', Tags: [] } } },
    'AWS::AppConfig::Environment': {
      'abc1234|def5678': { properties: { ...of, EnvironmentId: 'def5678', Name: 'production' }, of },
    },
  });
  expect(await itemsOf(typeOf('AWS::AppConfig::Application'), answers)).toEqual([
    {
      ...regional,
      resourceType: 'AWS::AppConfig::Application',
      resourceId: 'abc1234',
      resourceName: 'shop',
      ARN: 'arn:aws:appconfig:us-west-2:123456789012:application/abc1234',
      configuration: { Id: 'abc1234', Name: 'shop', Tags: [] },
    },
  ]);
  expect(await itemsOf(typeOf('AWS::AppConfig::Environment'), answers)).toEqual([
    {
      ...regional,
      resourceType: 'AWS::AppConfig::Environment',
      resourceId: 'def5678',
      resourceName: 'production',
      ARN: 'arn:aws:appconfig:us-west-2:123456789012:application/abc1234/environment/def5678',
      configuration: { ApplicationId: 'abc1234', Id: 'def5678', Name: 'production' },
    },
  ]);
});

test("an account's one resource of a kind goes by the account, and is nothing where it is not set up", async () => {
  const type = typeOf('AWS::IoT::AccountAuditConfiguration');
  const properties = { AccountId: '123456789012', RoleArn: 'arn:aws:iam::123456789012:role/audit' };
  const [item] = await itemsOf(type, cloudControl({ [type.resourceType]: { '123456789012': { properties } } }));
  expect(item).toEqual({
    ...regional,
    resourceType: type.resourceType,
    resourceId: '123456789012',
    resourceName: '123456789012',
    configuration: properties,
  });
  expect(await itemsOf(type, { listResources: awsError('ResourceNotFoundException') })).toEqual([]);
});

/** Of the other types one resource each: what Cloud Control answers, and by what it is known; the rest is as it was answered. */
const examples: [
  type: string,
  properties: { [name: string]: unknown },
  expected: { id: string; name?: string; arn?: string },
][] = [
  [
    'AWS::Athena::DataCatalog',
    { Name: 'AwsDataCatalog', Type: 'GLUE' },
    { id: 'AwsDataCatalog', arn: 'arn:aws:athena:us-west-2:123456789012:datacatalog/AwsDataCatalog' },
  ],
  [
    'AWS::AppConfig::DeploymentStrategy',
    { Id: 'AppConfig.AllAtOnce', Name: 'AppConfig.AllAtOnce', GrowthFactor: 100 },
    {
      id: 'AppConfig.AllAtOnce',
      arn: 'arn:aws:appconfig:us-west-2:123456789012:deploymentstrategy/AppConfig.AllAtOnce',
    },
  ],
  [
    'AWS::AppConfig::Extension',
    { Id: 'e1', Name: 'notify', Arn: 'arn:e1' },
    { id: 'e1', name: 'notify', arn: 'arn:e1' },
  ],
  [
    'AWS::AppConfig::ExtensionAssociation',
    { Id: 'a1', Arn: 'arn:a1', ExtensionArn: 'arn:e1' },
    { id: 'a1', arn: 'arn:a1' },
  ],
  [
    'AWS::Cassandra::Keyspace',
    { KeyspaceName: 'system' },
    { id: 'system', arn: 'arn:aws:cassandra:us-west-2:123456789012:/keyspace/system/' },
  ],
  ['AWS::IoT::Authorizer', { AuthorizerName: 'door', Arn: 'arn:door' }, { id: 'door', arn: 'arn:door' }],
  ['AWS::IoT::CACertificate', { Id: 'ca1', Arn: 'arn:ca1', Status: 'ACTIVE' }, { id: 'ca1', arn: 'arn:ca1' }],
  ['AWS::IoT::CustomMetric', { MetricName: 'heat', MetricArn: 'arn:heat' }, { id: 'heat', arn: 'arn:heat' }],
  ['AWS::IoT::Dimension', { Name: 'topics', Arn: 'arn:topics' }, { id: 'topics', arn: 'arn:topics' }],
  [
    'AWS::IoT::DomainConfiguration',
    { DomainConfigurationName: 'iot:Data-ATS', Arn: 'arn:d' },
    { id: 'iot:Data-ATS', arn: 'arn:d' },
  ],
  ['AWS::IoT::FleetMetric', { MetricName: 'cold', MetricArn: 'arn:cold' }, { id: 'cold', arn: 'arn:cold' }],
  ['AWS::IoT::JobTemplate', { JobTemplateId: 'update', Arn: 'arn:update' }, { id: 'update', arn: 'arn:update' }],
  [
    'AWS::IoT::MitigationAction',
    { ActionName: 'block', MitigationActionArn: 'arn:block' },
    { id: 'block', arn: 'arn:block' },
  ],
  ['AWS::IoT::Policy', { Id: 'things', PolicyName: 'things', Arn: 'arn:p' }, { id: 'things', arn: 'arn:p' }],
  [
    'AWS::IoT::ProvisioningTemplate',
    { TemplateName: 'fleet', TemplateArn: 'arn:fleet' },
    { id: 'fleet', arn: 'arn:fleet' },
  ],
  ['AWS::IoT::RoleAlias', { RoleAlias: 'door', RoleAliasArn: 'arn:alias' }, { id: 'door', arn: 'arn:alias' }],
  [
    'AWS::IoT::ScheduledAudit',
    { ScheduledAuditName: 'daily', ScheduledAuditArn: 'arn:daily' },
    { id: 'daily', arn: 'arn:daily' },
  ],
  [
    'AWS::IoT::SecurityProfile',
    { SecurityProfileName: 'usual', SecurityProfileArn: 'arn:usual' },
    { id: 'usual', arn: 'arn:usual' },
  ],
  ['AWS::IoT::ThingGroup', { ThingGroupName: 'all', Id: 'g1', Arn: 'arn:all' }, { id: 'all', arn: 'arn:all' }],
  [
    'AWS::Route53Resolver::FirewallDomainList',
    { Id: 'rslvr-fdl-1', Name: 'AWSManagedDomainsMalwareDomainList', Arn: 'arn:fdl', DomainCount: 7 },
    { id: 'rslvr-fdl-1', name: 'AWSManagedDomainsMalwareDomainList', arn: 'arn:fdl' },
  ],
  [
    'AWS::Route53Resolver::FirewallRuleGroup',
    { Id: 'rslvr-frg-1', Name: 'own', Arn: 'arn:frg' },
    { id: 'rslvr-frg-1', name: 'own', arn: 'arn:frg' },
  ],
  [
    'AWS::Route53Resolver::FirewallRuleGroupAssociation',
    { Id: 'rslvr-frgassoc-1', Name: 'own', VpcId: 'vpc-1', Arn: 'arn:assoc' },
    { id: 'rslvr-frgassoc-1', name: 'own', arn: 'arn:assoc' },
  ],
  [
    'AWS::Route53Resolver::ResolverEndpoint',
    { ResolverEndpointId: 'rslvr-in-1', Name: 'in', Arn: 'arn:in' },
    { id: 'rslvr-in-1', name: 'in', arn: 'arn:in' },
  ],
  [
    'AWS::Route53Resolver::ResolverQueryLoggingConfig',
    { Id: 'rqlc-1', Name: 'queries', Arn: 'arn:q' },
    { id: 'rqlc-1', name: 'queries', arn: 'arn:q' },
  ],
  [
    'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation',
    { Id: 'rqlca-1', ResourceId: 'vpc-1' },
    { id: 'rqlca-1' },
  ],
  [
    'AWS::Route53Resolver::ResolverRule',
    { ResolverRuleId: 'rslvr-rr-1', Name: 'inside', Arn: 'arn:rule', DomainName: 'example.com.' },
    { id: 'rslvr-rr-1', name: 'inside', arn: 'arn:rule' },
  ],
  [
    'AWS::Route53Resolver::ResolverRuleAssociation',
    { ResolverRuleAssociationId: 'rslvr-rrassoc-1', VPCId: 'vpc-1' },
    { id: 'rslvr-rrassoc-1' },
  ],
];

test.each(examples)('%s has what the registry has', async (name, properties, { id, name: resourceName = id, arn }) => {
  const Tags = [{ Key: 'Team', Value: 'platform' }];
  const [item] = await itemsOf(
    typeOf(name),
    cloudControl({ [name]: { [id]: { properties: { ...properties, Tags } } } }),
  );
  expect(item).toEqual({
    ...regional,
    resourceType: name,
    resourceId: id,
    resourceName,
    ...(arn === undefined ? {} : { ARN: arn }),
    tags: { Team: 'platform' },
    configuration: { ...properties, Tags },
  });
});

test('what lies in a part of a parent is known by both', async () => {
  const of = { ApiId: 'a1b2c3' };
  const [integration] = await itemsOf(
    typeOf('AWS::ApiGatewayV2::Integration'),
    cloudControl({
      'AWS::ApiGatewayV2::Api': { a1b2c3: { properties: of } },
      'AWS::ApiGatewayV2::Integration': { 'a1b2c3|i1': { properties: { ...of, IntegrationId: 'i1' }, of } },
    }),
  );
  expect(integration).toMatchObject({ resourceId: 'a1b2c3|i1', configuration: { ...of, IntegrationId: 'i1' } });
  const application = { ApplicationId: 'abc1234' };
  const [profile] = await itemsOf(
    typeOf('AWS::AppConfig::ConfigurationProfile'),
    cloudControl({
      'AWS::AppConfig::Application': { abc1234: { properties: application } },
      'AWS::AppConfig::ConfigurationProfile': {
        'abc1234|p1': {
          properties: { ...application, ConfigurationProfileId: 'p1', Name: 'flags', LocationUri: 'hosted' },
          of: application,
        },
      },
    }),
  );
  expect(profile).toMatchObject({
    resourceId: 'p1',
    resourceName: 'flags',
    ARN: 'arn:aws:appconfig:us-west-2:123456789012:application/abc1234/configurationprofile/p1',
  });
  expect(profile?.configuration).toEqual({ ...application, Id: 'p1', Name: 'flags', LocationUri: 'hosted' });
});

test('a Region without a type has none of its resources', async () => {
  const missing = { listResources: awsError('TypeNotFoundException') };
  for (const type of registryTypes) expect(await itemsOf(type, missing)).toEqual([]);
});

import { expect, test } from 'vitest';
import { awsError, bare, itemsOf, type StubbedAnswers } from '../test-items';
import { registryTypes } from './registry-types';

/** Resources of the registry by type and identifier, and of which parent they are. */
interface Registry {
  [resourceType: string]: { [identifier: string]: { properties: object; of?: object } };
}

/** What Cloud Control answers of them: a list is of identifiers alone, and of one parent where the type asks for it. */
function cloudControl(registry: Registry): StubbedAnswers {
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

test('each type has what names it: keyspaces, resolver rules and policies', async () => {
  const examples: [string, string, object, object][] = [
    [
      'AWS::Cassandra::Keyspace',
      'system',
      { KeyspaceName: 'system' },
      { resourceName: 'system', ARN: 'arn:aws:cassandra:us-west-2:123456789012:/keyspace/system/' },
    ],
    [
      'AWS::Route53Resolver::ResolverRule',
      'rslvr-rr-1',
      { ResolverRuleId: 'rslvr-rr-1', Name: 'inside', Arn: 'arn:rule', Tags: [{ Key: 'a', Value: 'b' }] },
      { resourceName: 'inside', ARN: 'arn:rule', tags: { a: 'b' } },
    ],
    ['AWS::IoT::Policy', 'things', { Id: 'things', PolicyName: 'things', Arn: 'arn:p' }, { resourceName: 'things' }],
  ];
  for (const [name, id, properties, expected] of examples) {
    const items = await itemsOf(typeOf(name), cloudControl({ [name]: { [id]: { properties } } }));
    expect(items).toEqual([expect.objectContaining({ resourceId: id, configuration: properties, ...expected })]);
  }
});

test('a Region without a type has none of its resources', async () => {
  const missing = { listResources: awsError('TypeNotFoundException') };
  for (const type of registryTypes) expect(await itemsOf(type, missing)).toEqual([]);
});

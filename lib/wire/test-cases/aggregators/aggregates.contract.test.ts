import {
  BatchGetAggregateResourceConfigCommand,
  DescribeConfigurationAggregatorSourcesStatusCommand,
  GetAggregateDiscoveredResourceCountsCommand,
  GetAggregateResourceConfigCommand,
  ListAggregateDiscoveredResourcesCommand,
  paginateListAggregateDiscoveredResources,
  paginateSelectAggregateResourceConfig,
  SelectAggregateResourceConfigCommand,
} from '@aws-sdk/client-config-service';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startWireServer, type WireServer } from '../../test-server';
import { Account, pageType } from '../account';
import { identifier } from './aggregate-cases';
import { authorize } from './authorization-cases';
import { all, putAggregator } from './put-aggregator';

// What the tables of operations.contract.test.ts do not tell of what aggregators see, and what it adds up to.

let server: WireServer;
/** The account with the aggregator `all`, with pages `p-1` and `p-2` in us-west-2 and `p-3` in eu-west-1, which needs nobody's leave. */
let own: Account;
let ownInEurope: Account;
/** Another one of its sources, with `p-1` and `b-1` in us-west-2 and `b-2` in eu-west-1. It authorized us-west-2 alone. */
let open: Account;
/** A third one of its sources, with `c-1`, which authorized nothing. */
let closed: Account;

beforeAll(async () => {
  server = await startWireServer();
  [own, open, closed] = [new Account(server), new Account(server), new Account(server)];
  ownInEurope = own.inRegion('eu-west-1');
  const openInEurope = open.inRegion('eu-west-1');
  for (const account of [own, ownInEurope, open, openInEurope, closed]) await account.record();
  await own.putPage('p-1', { ResourceName: 'first', Tags: { team: 'docs' } });
  await own.putPage('p-2');
  await own.putPage('t-1', { ResourceType: 'Example::Wiki::Topic' });
  await ownInEurope.putPage('p-3');
  await open.putPage('p-1');
  await open.putPage('b-1');
  await openInEurope.putPage('b-2');
  await closed.putPage('c-1');
  await putAggregator(own, [open.id, closed.id]);
  await authorize(open, own);
});
afterAll(() => server.stop());
afterEach(() => expect(server.faults.splice(0)).toEqual([]));

const selected = async (Expression: string, account = own, request: object = {}) => {
  const command = new SelectAggregateResourceConfigCommand({ ...all, Expression, ...request });
  return (await account.client.send(command)).Results?.map((text) => JSON.parse(text));
};
const counts = (request: object, account = own) =>
  account.client.send(new GetAggregateDiscoveredResourceCountsCommand({ ...all, ...request }));
const ofPages = { Filters: { ResourceType: pageType } };

async function listed(Filters: object = {}, pageSize = 1) {
  const found: (string | undefined)[][] = [];
  const request = { ...all, ResourceType: pageType, Filters };
  for await (const page of paginateListAggregateDiscoveredResources({ client: own.client, pageSize }, request)) {
    for (const each of page.ResourceIdentifiers ?? []) {
      found.push([each.SourceAccountId, each.SourceRegion, each.ResourceId]);
    }
  }
  return found;
}

test('an aggregator sees its own account in all Regions, and others where they authorized it', async () => {
  expect(await listed()).toEqual([
    [own.id, 'eu-west-1', 'p-3'],
    [own.id, 'us-west-2', 'p-1'],
    [own.id, 'us-west-2', 'p-2'],
    [open.id, 'us-west-2', 'b-1'],
    [open.id, 'us-west-2', 'p-1'],
  ]);
  expect(await listed({ AccountId: open.id })).toEqual([
    [open.id, 'us-west-2', 'b-1'],
    [open.id, 'us-west-2', 'p-1'],
  ]);
  expect(await listed({ Region: 'eu-west-1' })).toEqual([[own.id, 'eu-west-1', 'p-3']]);
  expect(await listed({ ResourceId: 'p-1' })).toHaveLength(2);
  expect(await listed({ ResourceName: 'first' })).toEqual([[own.id, 'us-west-2', 'p-1']]);
  expect(await listed({ AccountId: closed.id })).toEqual([]);
  expect(await listed({ AccountId: '999999999999' })).toEqual([]);
});

test('of Regions that it names it sees those that were authorized, and no other Region', async () => {
  const seenIn = async (...AwsRegions: string[]) => {
    const ConfigurationAggregatorName = 'named';
    const AccountAggregationSources = [{ AccountIds: [own.id, open.id, closed.id], AwsRegions }];
    await putAggregator(own, [], { ConfigurationAggregatorName, AccountAggregationSources });
    const { ResourceIdentifiers = [] } = await own.client.send(
      new ListAggregateDiscoveredResourcesCommand({ ConfigurationAggregatorName, ResourceType: pageType }),
    );
    return ResourceIdentifiers.map(({ SourceAccountId, ResourceId }) => [SourceAccountId, ResourceId]);
  };
  const inEurope = [[own.id, 'p-3']];
  expect(await seenIn('eu-west-1')).toEqual(inEurope);
  expect(await seenIn('us-west-2', 'eu-west-1')).toEqual([
    ...inEurope,
    [own.id, 'p-1'],
    [own.id, 'p-2'],
    [open.id, 'b-1'],
    [open.id, 'p-1'],
  ]);
  expect(await seenIn('ap-south-1')).toEqual([]);
});

test('what it does not see is not to be had one by one either', async () => {
  const hidden = [
    identifier(closed, 'c-1'),
    { ...identifier(open, 'b-2'), SourceRegion: 'eu-west-1' },
    { ...identifier(own, 'p-1'), ResourceName: 'second' },
  ];
  for (const ResourceIdentifier of hidden) {
    const one = own.client.send(new GetAggregateResourceConfigCommand({ ...all, ResourceIdentifier }));
    await expect(one).rejects.toMatchObject({ name: 'ResourceNotDiscoveredException' });
  }
  const seen = [{ ...identifier(own, 'p-1'), ResourceName: 'first' }, identifier(open, 'p-1')];
  const answer = await own.client.send(
    new BatchGetAggregateResourceConfigCommand({
      ...all,
      ResourceIdentifiers: [hidden[0], seen[0], hidden[1], seen[1]] as typeof seen,
    }),
  );
  expect(answer.BaseConfigurationItems?.map(({ accountId, resourceId }) => [accountId, resourceId])).toEqual([
    [own.id, 'p-1'],
    [open.id, 'p-1'],
  ]);
  expect(answer.UnprocessedResourceIdentifiers).toEqual([hidden[0], hidden[1]]);
});

test('resources are counted by type, account and Region, page by page', async () => {
  const group = async (GroupByKey: string, more: object = {}) => {
    const answer = await counts({ GroupByKey, ...more });
    return [
      answer.TotalDiscoveredResources,
      ...(answer.GroupedResourceCounts ?? []).map(({ GroupName, ResourceCount }) => [GroupName, ResourceCount]),
    ];
  };
  expect(await group('ACCOUNT_ID', ofPages)).toEqual([5, [own.id, 3], [open.id, 2]]);
  expect(await group('AWS_REGION', ofPages)).toEqual([5, ['us-west-2', 4], ['eu-west-1', 1]]);
  const inEurope = { Filters: { AccountId: own.id, Region: 'eu-west-1', ResourceType: pageType } };
  expect(await group('RESOURCE_TYPE', inEurope)).toEqual([1, [pageType, 1]]);
  const first = await counts({ GroupByKey: 'ACCOUNT_ID', Limit: 1, ...ofPages });
  const rest = await counts({ GroupByKey: 'ACCOUNT_ID', Limit: 1, NextToken: first.NextToken, ...ofPages });
  expect(first).toMatchObject({ TotalDiscoveredResources: 5, GroupedResourceCounts: [{ GroupName: own.id }] });
  expect(rest).toMatchObject({ TotalDiscoveredResources: 5, GroupedResourceCounts: [{ GroupName: open.id }] });
  expect(rest.NextToken).toBeUndefined();
  const ungrouped = await counts(ofPages);
  expect(ungrouped).toEqual({ $metadata: expect.anything(), TotalDiscoveredResources: 5 });
  expect(await counts({ Filters: { AccountId: closed.id } })).toMatchObject({ TotalDiscoveredResources: 0 });
});

test('the query language reads over all that it sees, with groups and pages', async () => {
  const where = `WHERE resourceType = '${pageType}'`;
  expect(await selected(`SELECT accountId, COUNT(*) ${where} GROUP BY accountId ORDER BY COUNT(*) DESC;`)).toEqual([
    { accountId: own.id, 'COUNT(*)': 3 },
    { accountId: open.id, 'COUNT(*)': 2 },
  ]);
  expect(await selected(`SELECT awsRegion, COUNT(*) ${where} GROUP BY awsRegion ORDER BY awsRegion`)).toEqual([
    { awsRegion: 'eu-west-1', 'COUNT(*)': 1 },
    { awsRegion: 'us-west-2', 'COUNT(*)': 4 },
  ]);
  expect(await selected(`SELECT resourceId ${where} AND accountId = '${open.id}' AND resourceId LIKE 'b-1'`)).toEqual([
    { resourceId: 'b-1' },
  ]);
  expect(await selected(`SELECT resourceId WHERE accountId = '${closed.id}' OR resourceId = 'b-2'`)).toEqual([]);
  expect(await selected(`SELECT COUNT(*) ${where}`)).toEqual([{ 'COUNT(*)': 5 }]);
  const paged: unknown[] = [];
  const Expression = `SELECT accountId, resourceId ${where} ORDER BY resourceId`;
  const pages = paginateSelectAggregateResourceConfig({ client: own.client, pageSize: 2 }, { ...all, Expression });
  for await (const { Results = [] } of pages) paged.push(Results.map((text) => JSON.parse(text).resourceId));
  expect(paged).toEqual([['b-1', 'p-1'], ['p-1', 'p-2'], ['p-3']]);
  expect(await selected(Expression, own, { MaxResults: 1 })).toHaveLength(1);
});

test('a filter by type lets no other type through, and one by service nothing: there are no service-linked recorders', async () => {
  const ConfigurationAggregatorName = 'topics';
  const only = { Type: 'INCLUDE', Value: ['Example::Wiki::Topic'] };
  await putAggregator(own, [], { ConfigurationAggregatorName, AggregatorFilters: { ResourceType: only } });
  expect(await counts({ ConfigurationAggregatorName, GroupByKey: 'RESOURCE_TYPE' })).toMatchObject({
    TotalDiscoveredResources: 1,
    GroupedResourceCounts: [{ GroupName: 'Example::Wiki::Topic', ResourceCount: 1 }],
  });
  expect(await counts({ ConfigurationAggregatorName, ...ofPages })).toMatchObject({ TotalDiscoveredResources: 0 });
  expect(await selected('SELECT resourceId', own, { ConfigurationAggregatorName })).toEqual([{ resourceId: 't-1' }]);
  const ResourceIdentifier = identifier(own, 'p-1');
  const page = own.client.send(
    new GetAggregateResourceConfigCommand({ ConfigurationAggregatorName, ResourceIdentifier }),
  );
  await expect(page).rejects.toMatchObject({ name: 'ResourceNotDiscoveredException' });
  const ServicePrincipal = { Type: 'INCLUDE', Value: ['config.amazonaws.com'] };
  await putAggregator(own, [], { ConfigurationAggregatorName, AggregatorFilters: { ServicePrincipal } });
  expect(await counts({ ConfigurationAggregatorName })).toMatchObject({ TotalDiscoveredResources: 0 });
  const empty = putAggregator(own, [], { ConfigurationAggregatorName, AggregatorFilters: {} });
  await expect(empty).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
});

test('of all Regions of another account an aggregator is told those alone that were authorized', async () => {
  const { AggregatedSourceStatusList: sources = [] } = await own.client.send(
    new DescribeConfigurationAggregatorSourcesStatusCommand(all),
  );
  expect(sources.map(({ SourceId, AwsRegion, LastUpdateStatus }) => [SourceId, AwsRegion, LastUpdateStatus])).toEqual([
    [own.id, 'eu-west-1', 'SUCCEEDED'],
    [own.id, 'us-west-2', 'SUCCEEDED'],
    [open.id, 'us-west-2', 'SUCCEEDED'],
    [closed.id, undefined, 'FAILED'],
  ]);
});

test('an aggregator is of its own Region, and belongs to nobody else', async () => {
  for (const account of [ownInEurope, open]) {
    await expect(counts({}, account)).rejects.toMatchObject({ name: 'NoSuchConfigurationAggregatorException' });
  }
});

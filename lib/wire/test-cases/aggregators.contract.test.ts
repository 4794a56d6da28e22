import {
  BatchGetAggregateResourceConfigCommand,
  DeleteAggregationAuthorizationCommand,
  DeleteConfigurationAggregatorCommand,
  DescribeAggregateComplianceByConfigRulesCommand,
  DescribeAggregateComplianceByConformancePacksCommand,
  DescribeConfigurationAggregatorSourcesStatusCommand,
  DescribePendingAggregationRequestsCommand,
  GetAggregateComplianceDetailsByConfigRuleCommand,
  GetAggregateConfigRuleComplianceSummaryCommand,
  GetAggregateConformancePackComplianceSummaryCommand,
  GetAggregateDiscoveredResourceCountsCommand,
  GetAggregateResourceConfigCommand,
  ListTagsForResourceCommand,
  paginateDescribeAggregationAuthorizations,
  paginateListAggregateDiscoveredResources,
  paginateSelectAggregateResourceConfig,
  SelectAggregateResourceConfigCommand,
  TagResourceCommand,
} from '@aws-sdk/client-config-service';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startWireServer, type WireServer } from '../test-server';
import { Account, pageType } from './account';
import { authorize, identifier, putAggregator } from './aggregator-cases';

// What the tables of operations.contract.test.ts do not tell of aggregators: who sees what, and what it adds up to.

let server: WireServer;
/** The account with the aggregator `all`, with pages `p-1` and `p-2` in us-west-2 and `p-3` in eu-west-1, which needs nobody's leave. */
let own: Account;
let ownInEurope: Account;
/** Another one of its sources, with `p-1` and `b-1` in us-west-2 and `b-2` in eu-west-1. It authorized us-west-2 alone. */
let open: Account;
/** A third one of its sources, with `c-1`, which authorized nothing. */
let closed: Account;
const all = { ConfigurationAggregatorName: 'all' };

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

test('an authorization is one of the account, its Region, and the account and Region of the aggregator', async () => {
  const [aggregating, source] = [new Account(server), new Account(server)];
  await source.record();
  await source.putPage('s-1');
  const seen = async (account: Account) => (await counts(ofPages, account)).TotalDiscoveredResources;
  await putAggregator(aggregating, [source.id]);
  const inEurope = aggregating.inRegion('eu-west-1');
  await putAggregator(inEurope, [source.id]);
  expect([await seen(aggregating), await seen(inEurope)]).toEqual([0, 0]);
  // Of another Region of the source, and for the aggregators of another account.
  await authorize(source.inRegion('eu-west-1'), aggregating);
  await authorize(source, new Account(server));
  expect([await seen(aggregating), await seen(inEurope)]).toEqual([0, 0]);
  await authorize(source, aggregating);
  expect([await seen(aggregating), await seen(inEurope)]).toEqual([1, 0]);
  // Authorized by an account that the aggregator does not name, it sees nothing of it.
  await authorize(closed, aggregating);
  expect(await seen(aggregating)).toBe(1);
  const authorized = { AuthorizedAccountId: aggregating.id, AuthorizedAwsRegion: 'us-west-2' };
  await closed.client.send(new DeleteAggregationAuthorizationCommand(authorized));
  await source.client.send(new DeleteAggregationAuthorizationCommand(authorized));
  expect(await seen(aggregating)).toBe(0);
});

test('a request is pending in the Regions that the aggregator names, until it is authorized or the aggregator is gone', async () => {
  const [aggregating, source] = [new Account(server), new Account(server)];
  const pending = async (account: Account) =>
    (await account.client.send(new DescribePendingAggregationRequestsCommand({}))).PendingAggregationRequests;
  const request = [{ RequesterAccountId: aggregating.id, RequesterAwsRegion: 'us-west-2' }];
  const AccountAggregationSources = [{ AccountIds: [source.id, aggregating.id], AwsRegions: ['us-west-2'] }];
  await putAggregator(aggregating, [], { AccountAggregationSources });
  expect(await pending(source)).toEqual(request);
  expect([await pending(source.inRegion('eu-west-1')), await pending(aggregating)]).toEqual([[], []]);
  await authorize(source, aggregating);
  expect(await pending(source)).toEqual([]);
  const authorized = { AuthorizedAccountId: aggregating.id, AuthorizedAwsRegion: 'us-west-2' };
  await source.client.send(new DeleteAggregationAuthorizationCommand(authorized));
  expect(await pending(source)).toEqual(request);
  await aggregating.client.send(new DeleteConfigurationAggregatorCommand(all));
  expect(await pending(source)).toEqual([]);
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

test('of what is asked for in two ways at once, or in none, AWS sentences tell', async () => {
  const OrganizationAggregationSource = { RoleArn: 'arn:aws:iam::1:role/r', AllAwsRegions: true };
  const refused = async (more: object) => await putAggregator(own, [], more).catch(({ message }: Error) => message);
  expect(await refused({ OrganizationAggregationSource })).toMatch(/contains both the AccountAggregationSource/);
  expect(await refused({ AccountAggregationSources: [] })).toMatch(/is missing either the AccountAggregationSource/);
  const twice = [{ AccountIds: [own.id], AllAwsRegions: true, AwsRegions: ['us-west-2'] }];
  expect(await refused({ AccountAggregationSources: twice })).toMatch(/also specifies the use of all regions/);
  const two = [twice[0], twice[0]];
  expect(await refused({ AccountAggregationSources: two })).toMatch(
    /at 'accountAggregationSources' failed to satisfy constraint: Member must have length less than or equal to 1/,
  );
});

test('an account has 50 aggregators in a Region at most, and may change each of them', async () => {
  const account = new Account(server);
  for (let number = 1; number <= 50; number += 1) {
    await putAggregator(account, [], { ConfigurationAggregatorName: `a-${number}` });
  }
  await expect(putAggregator(account)).rejects.toMatchObject({ name: 'LimitExceededException' });
  await putAggregator(account, [], { ConfigurationAggregatorName: 'a-50' });
  await putAggregator(account.inRegion('eu-west-1'));
});

test('aggregators and authorizations bear tags, given with them or later, and take them along', async () => {
  const [account, other] = [new Account(server), new Account(server)];
  const Tags = [{ Key: 'team', Value: 'audit' }];
  const tagsOf = async (ResourceArn = '') =>
    (await account.client.send(new ListTagsForResourceCommand({ ResourceArn }))).Tags;
  const { ConfigurationAggregator } = await putAggregator(account, [], { Tags });
  const arn = ConfigurationAggregator?.ConfigurationAggregatorArn;
  // "If a following request has different tags values, AWS Config will ignore these differences" (the model).
  await putAggregator(account, [], { Tags: [{ Key: 'team', Value: 'docs' }] });
  expect(await tagsOf(arn)).toEqual(Tags);
  await account.client.send(new DeleteConfigurationAggregatorCommand(all));
  await expect(tagsOf(arn)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });

  await authorize(account, other, { Tags });
  // Steampipe's aws_config_aggregate_authorization: in pages of 100, and the tags of each.
  const pages = paginateDescribeAggregationAuthorizations({ client: account.client, pageSize: 100 }, {});
  for await (const { AggregationAuthorizations = [] } of pages) {
    const [given] = AggregationAuthorizations;
    expect(given?.AuthorizedAccountId).toBe(other.id);
    expect(await tagsOf(given?.AggregationAuthorizationArn)).toEqual(Tags);
  }
  const ResourceArn = `arn:aws:config:us-west-2:${account.id}:aggregation-authorization/${other.id}/us-west-2`;
  await account.client.send(new TagResourceCommand({ ResourceArn, Tags: [{ Key: 'a', Value: '' }] }));
  expect(await tagsOf(ResourceArn)).toHaveLength(2);
  const authorized = { AuthorizedAccountId: other.id, AuthorizedAwsRegion: 'us-west-2' };
  await account.client.send(new DeleteAggregationAuthorizationCommand(authorized));
  await authorize(account, other);
  expect(await tagsOf(ResourceArn)).toEqual([]);
});

test('of rules an aggregator tells nothing, since there are none; of no aggregator it does not', async () => {
  const inAccount = { ConfigRuleName: 'mfa', AccountId: own.id, AwsRegion: 'us-west-2' };
  const ask = [
    (name: object) => own.client.send(new DescribeAggregateComplianceByConfigRulesCommand({ ...all, ...name })),
    (name: object) => own.client.send(new DescribeAggregateComplianceByConformancePacksCommand({ ...all, ...name })),
    (name: object) =>
      own.client.send(new GetAggregateComplianceDetailsByConfigRuleCommand({ ...all, ...inAccount, ...name })),
    (name: object) =>
      own.client.send(
        new GetAggregateConfigRuleComplianceSummaryCommand({ ...all, GroupByKey: 'ACCOUNT_ID', ...name }),
      ),
    (name: object) =>
      own.client.send(
        new GetAggregateConformancePackComplianceSummaryCommand({ ...all, GroupByKey: 'AWS_REGION', ...name }),
      ),
  ];
  const answers = await Promise.all(ask.map((each) => each({})));
  const $metadata = expect.anything();
  expect(answers).toEqual([
    { $metadata, AggregateComplianceByConfigRules: [] },
    { $metadata, AggregateComplianceByConformancePacks: [] },
    { $metadata, AggregateEvaluationResults: [] },
    { $metadata, GroupByKey: 'ACCOUNT_ID', AggregateComplianceCounts: [] },
    { $metadata, GroupByKey: 'AWS_REGION', AggregateConformancePackComplianceSummaries: [] },
  ]);
  for (const each of ask) {
    const unknown = each({ ConfigurationAggregatorName: 'none' });
    await expect(unknown).rejects.toMatchObject({ name: 'NoSuchConfigurationAggregatorException' });
    await expect(each({ NextToken: 'not-ours' })).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
  }
});

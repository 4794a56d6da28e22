import {
  DeleteAggregationAuthorizationCommand,
  DeleteConfigurationAggregatorCommand,
  DescribeAggregateComplianceByConfigRulesCommand,
  DescribeAggregateComplianceByConformancePacksCommand,
  DescribePendingAggregationRequestsCommand,
  GetAggregateComplianceDetailsByConfigRuleCommand,
  GetAggregateConfigRuleComplianceSummaryCommand,
  GetAggregateConformancePackComplianceSummaryCommand,
  GetAggregateDiscoveredResourceCountsCommand,
  ListTagsForResourceCommand,
  paginateDescribeAggregationAuthorizations,
  TagResourceCommand,
} from '@aws-sdk/client-config-service';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startWireServer, type WireServer } from '../../test-server';
import { Account, pageType } from '../account';
import { authorize } from './authorization-cases';
import { all, putAggregator } from './put-aggregator';

// What the tables of operations.contract.test.ts do not tell of aggregators, of who may collect, and of their tags.

let server: WireServer;
beforeAll(async () => {
  server = await startWireServer();
});
afterAll(() => server.stop());
afterEach(() => expect(server.faults.splice(0)).toEqual([]));

test('an authorization is one of the account, its Region, and the account and Region of the aggregator', async () => {
  const [aggregating, source, unnamed] = [new Account(server), new Account(server), new Account(server)];
  await source.record();
  await source.putPage('s-1');
  const seen = async (account: Account) => {
    const request = { ...all, Filters: { ResourceType: pageType } };
    return (await account.client.send(new GetAggregateDiscoveredResourceCountsCommand(request)))
      .TotalDiscoveredResources;
  };
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
  await authorize(unnamed, aggregating);
  expect(await seen(aggregating)).toBe(1);
  const authorized = { AuthorizedAccountId: aggregating.id, AuthorizedAwsRegion: 'us-west-2' };
  await unnamed.client.send(new DeleteAggregationAuthorizationCommand(authorized));
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

test('of what is asked for in two ways at once, or in none, AWS sentences tell', async () => {
  const own = new Account(server);
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
  const own = new Account(server);
  await putAggregator(own);
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

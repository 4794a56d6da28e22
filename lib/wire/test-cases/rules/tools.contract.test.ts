import {
  type ConfigServiceClient,
  DescribeConfigRulesCommand,
  DescribeConformancePacksCommand,
  DescribeRemediationConfigurationsCommand,
  PutConfigRuleCommand,
  paginateDescribeConfigRuleEvaluationStatus,
  paginateDescribeConfigRules,
  paginateDescribeConformancePacks,
  paginateGetComplianceDetailsByConfigRule,
} from '@aws-sdk/client-config-service';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startWireServer, type WireServer } from '../../test-server';

// What tools of others ask that want to know of rules, in the order in which their sources have it.

let server: WireServer;
let client: ConfigServiceClient;
beforeAll(async () => {
  server = await startWireServer();
  client = server.client();
});
afterAll(() => server.stop());
afterEach(() => expect(server.faults.splice(0)).toEqual([]));

async function gathered<Page, Entry>(pages: AsyncIterable<Page>, listOf: (page: Page) => Entry[] | undefined) {
  const entries: Entry[] = [];
  for await (const page of pages) entries.push(...(listOf(page) ?? []));
  return entries;
}

test('Steampipe lists rules and packs, and gets one by a name that it then leaves out', async () => {
  // aws_config_rule: paginated without a limit; of a rule by name these errors are "not found".
  expect(await gathered(paginateDescribeConfigRules({ client }, {}), (page) => page.ConfigRules)).toEqual([]);
  const rule = client.send(new DescribeConfigRulesCommand({ ConfigRuleNames: ['mfa'] }));
  const ignored = ['NoSuchConfigRuleException', 'ResourceNotFoundException', 'ValidationException'];
  expect(ignored).toContain(await rule.catch(({ name }: Error) => name));
  // aws_config_conformance_pack: in pages of 20.
  const packs = paginateDescribeConformancePacks({ client, pageSize: 20 }, {});
  expect(await gathered(packs, (page) => page.ConformancePackDetails)).toEqual([]);
  const pack = client.send(new DescribeConformancePacksCommand({ ConformancePackNames: ['basics'] }));
  await expect(pack).rejects.toMatchObject({ name: 'NoSuchConformancePackException' });
});

test('Cloud Custodian finds no rules, no status of them, and AWS own error for the compliance of one', async () => {
  // The resource config-rule with its filters status and remediation.
  expect(await gathered(paginateDescribeConfigRules({ client }, {}), (page) => page.ConfigRules)).toEqual([]);
  const statuses = paginateDescribeConfigRuleEvaluationStatus({ client }, { ConfigRuleNames: [] });
  expect(await gathered(statuses, (page) => page.ConfigRulesEvaluationStatus)).toEqual([]);
  const remediations = client.send(new DescribeRemediationConfigurationsCommand({ ConfigRuleNames: ['mfa'] }));
  expect((await remediations).RemediationConfigurations).toEqual([]);
  // The filter config-compliance of any resource, and the mode config-rule, which puts one.
  const request = { ConfigRuleName: 'mfa', ComplianceTypes: ['NON_COMPLIANT' as const] };
  const results = paginateGetComplianceDetailsByConfigRule({ client }, request);
  await expect(gathered(results, (page) => page.EvaluationResults)).rejects.toMatchObject({
    name: 'NoSuchConfigRuleException',
  });
  const ConfigRule = { ConfigRuleName: 'custodian-mfa', Source: { Owner: 'CUSTOM_LAMBDA' as const } };
  await expect(client.send(new PutConfigRuleCommand({ ConfigRule }))).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
    message: expect.stringContaining('does not evaluate rules'),
  });
});

test('the integration of Elastic finds a list of rules that is there, empty, and has no next page', async () => {
  // It sends {} and reads the answer itself; no rules end its round, and anything but 200 is an error in its log.
  const answer = await client.send(new DescribeConfigRulesCommand({}));
  expect(answer).toEqual({ $metadata: expect.objectContaining({ httpStatusCode: 200 }), ConfigRules: [] });
});

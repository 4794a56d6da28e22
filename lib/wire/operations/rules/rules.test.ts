import { expect, test } from 'vitest';
import { operationModel, shapeOf } from '../../model/model';
import type { WirePorts } from '../../operation';
import { operationSupport } from '../../operation-support';
import { performOperation } from '../../perform';
import { noneCases } from '../../test-cases/rules/none-cases';

const scope = { accountId: '123456789012', region: 'us-west-2' };
const now = new Date('2026-11-28T08:00:00.500Z');
/** Nothing but the time is asked for: the rest would fail. */
const ports = { clock: () => now } as WirePorts;
const perform = (name: string, input: object) => performOperation(name, input, scope, ports);

const none = operationSupport.filter(({ support }) => support === 'none').map(({ name }) => name);
const refused = operationSupport.filter(({ support }) => support === 'refused').map(({ name }) => name);
const summaries = ['GetComplianceSummaryByConfigRule', 'GetComplianceSummaryByResourceType'];
const ofAggregators = (name: string) => name.includes('Aggregate');

test('every operation that answers none or refuses is among the cases', () => {
  const shown = new Set([...noneCases.map(([operation]) => operation), ...summaries]);
  expect([...shown].sort()).toEqual([...none, ...refused].filter((name) => !ofAggregators(name)).sort());
});

test.each(noneCases)('%s %j', async (operation, input, gets) => {
  if ('answer' in gets) expect(await perform(operation, input)).toEqual(gets.answer);
  else {
    await expect(perform(operation, input)).rejects.toMatchObject({ ...gets, status: 400 });
    expect(operationModel(operation)?.errors).toContain(gets.code);
  }
});

test('an answer has every list of the model', async () => {
  for (const [operation, input, gets] of noneCases) {
    if (!('answer' in gets)) continue;
    const output = shapeOf(operationModel(operation)?.output ?? '');
    const members = output.type === 'structure' ? Object.entries(output.members) : [];
    const listed = members.filter(([, shape]) => shapeOf(shape).type === 'list').map(([name]) => name);
    expect(listed.length, operation).toBe(1);
    expect(Object.keys((await perform(operation, input)) as object)).toEqual(listed);
  }
});

test('a list has no second page, and its names are looked at first', async () => {
  for (const [operation, input, gets] of noneCases) {
    const { input: shape = '' } = operationModel(operation) ?? {};
    const read = shapeOf(shape);
    if (!('answer' in gets) || read.type !== 'structure' || !('NextToken' in read.members)) continue;
    const second = perform(operation, { ...input, NextToken: 'not-ours' });
    await expect(second, operation).rejects.toMatchObject({
      code: 'InvalidNextTokenException',
      message: 'The nextToken provided is invalid',
    });
  }
  const named = perform('DescribeConfigRules', { ConfigRuleNames: ['a'], NextToken: 'not-ours' });
  await expect(named).rejects.toMatchObject({ code: 'NoSuchConfigRuleException' });
});

test('summaries count none, at the moment of the question', async () => {
  const counted = {
    CompliantResourceCount: { CappedCount: 0, CapExceeded: false },
    NonCompliantResourceCount: { CappedCount: 0, CapExceeded: false },
    ComplianceSummaryTimestamp: now.getTime() / 1000,
  };
  expect(await perform('GetComplianceSummaryByConfigRule', {})).toEqual({ ComplianceSummary: counted });
  expect(await perform('GetComplianceSummaryByResourceType', {})).toEqual({
    ComplianceSummariesByResourceType: [{ ComplianceSummary: counted }],
  });
  const types = ['AWS::EC2::Volume', 'AWS::::Account'];
  expect(await perform('GetComplianceSummaryByResourceType', { ResourceTypes: types })).toEqual({
    ComplianceSummariesByResourceType: types.map((ResourceType) => ({ ResourceType, ComplianceSummary: counted })),
  });
});

test('a time range that ends before it begins is none', async () => {
  const TimeWindow = { StartTime: 1_700_000_000, EndTime: 1_600_000_000 };
  const listed = perform('ListResourceEvaluations', { Filters: { TimeWindow } });
  await expect(listed).rejects.toMatchObject({ code: 'InvalidTimeRangeException' });
});

test('the model is checked first', async () => {
  await expect(perform('DescribeConfigRules', { ConfigRuleNames: 'a' })).rejects.toThrow('Member must be a list');
  await expect(perform('PutConfigRule', {})).rejects.toThrow('Member must not be null');
});

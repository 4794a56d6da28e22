import { expect, test } from 'vitest';
import { noFilter } from '../page/view-state';
import { filterOfQuery, itemsQueryOf, narrowed } from './items-query';

const full = {
  types: ['AWS::EC2::Instance', 'AWS::EC2::Volume'],
  search: 'web',
  regions: ['us-west-2'],
  zones: ['us-west-2a'],
  statuses: ['OK'],
  tags: ['Team', 'Name=a=b'],
  name: 'front',
  changedSince: '2026-11-22T08:00:00.000Z',
};

test('a filter comes back out of the box as it was put in', () => {
  expect(filterOfQuery(itemsQueryOf(full))).toEqual(full);
  expect(filterOfQuery(itemsQueryOf(noFilter))).toEqual(noFilter);
});

test('several tokens of one property are one choice of any of them', () => {
  const tokens = ['us-west-2', 'global', 'us-west-2'].map((value) => ({
    propertyKey: 'awsRegion',
    operator: '=',
    value,
  }));
  expect(filterOfQuery({ operation: 'and', tokens }).regions).toEqual(['us-west-2', 'global']);
});

test('a day that is typed is its first moment in UTC, and what is no time is no filter', () => {
  const since = (value: string) =>
    filterOfQuery({ operation: 'and', tokens: [{ propertyKey: 'captureTime', operator: '>=', value }] }).changedSince;
  expect(since('2026-11-22')).toBe('2026-11-22T00:00:00.000Z');
  expect(since('2026-11-22T08:30Z')).toBe('2026-11-22T08:30:00.000Z');
  expect(since('yesterday')).toBeUndefined();
});

test('a counted value narrows what was chosen already', () => {
  expect(narrowed(full, 'resourceType', 'AWS::EC2::VPC')).toEqual({ ...full, types: ['AWS::EC2::VPC'] });
  expect(narrowed(noFilter, 'tag', 'Team')?.tags).toEqual(['Team']);
  expect(narrowed(noFilter, 'tag:Team', 'web')?.tags).toEqual(['Team=web']);
  expect(narrowed(noFilter, 'status', undefined)).toBeUndefined();
  expect(narrowed(noFilter, 'awsAccountId', '123456789012')).toBeUndefined();
});

import { expect, test } from 'vitest';
import { changesBetween } from './changes';

test('what is changed, added and left out is told, and nothing else', () => {
  const before = [
    { label: 'Bucket', value: 'one' },
    { label: 'Key prefix', value: 'audit' },
    { label: 'SNS topic', value: undefined },
    { label: 'Name', value: 'default' },
  ];
  const after = [
    { label: 'Bucket', value: 'two' },
    { label: 'Key prefix', value: '' },
    { label: 'SNS topic', value: 'arn' },
    { label: 'Name', value: 'default' },
  ];
  expect(changesBetween(before, after)).toEqual([
    { label: 'Bucket', before: 'one', after: 'two' },
    { label: 'Key prefix', before: 'audit', after: 'None' },
    { label: 'SNS topic', before: 'None', after: 'arn' },
  ]);
  expect(changesBetween(after, after)).toEqual([]);
});

import { expect, test } from 'vitest';
import { modernRelationships } from './modern-relationships';

const old = [
  { resourceType: 'AWS::EC2::Volume', resourceId: 'vol-1', name: 'Attached Volume' },
  { resourceType: 'AWS::EC2::SUBNET', resourceId: 'subnet-1', name: 'Is contained in Subnet' },
  { resourceType: 'AWS::EC2::Image', resourceId: 'ami-1', name: 'Made of Image' },
];

test('gives relationships of 2014 the names and types of today', () => {
  const item = { configurationItemVersion: '1.0', resourceType: 'AWS::EC2::INSTANCE', relationships: old };
  expect(modernRelationships(item)).toEqual([
    { resourceType: 'AWS::EC2::Volume', resourceId: 'vol-1', name: 'Is attached to Volume' },
    { resourceType: 'AWS::EC2::Subnet', resourceId: 'subnet-1', name: 'Is contained in Subnet' },
    { resourceType: 'AWS::EC2::Image', resourceId: 'ami-1', name: 'Made of Image' },
  ]);
});

test('leaves those of later items as they are written', () => {
  const item = { configurationItemVersion: '1.3', resourceType: 'AWS::EC2::Instance', relationships: old };
  expect(modernRelationships(item)).toBe(old);
});

import { expect, test } from 'vitest';
import * as derivedNames from '../items/derived/names';
import { relationshipNames } from '../items/relationships';
import { dependencyOf, type TypedRelationship } from './dependency';
import { anyTypeRules, nameRules, pairRules } from './dependency-rules';
import { verbOf } from './relationship-name';

/** `Volume < Instance`: an instance depends on a volume. */
function order(sourceType: string, name: string, targetType: string, more: Partial<TypedRelationship> = {}) {
  const { dependent } = dependencyOf({
    sourceType: `AWS::${sourceType}`,
    targetType: `AWS::${targetType}`,
    name,
    ...more,
  });
  const [source, target] = [sourceType, targetType].map((type) => type.split('::')[1]);
  if (dependent === 'both') return `${source} <> ${target}`;
  return dependent === 'source' ? `${target} < ${source}` : `${source} < ${target}`;
}

test('an instance depends on its volume, whoever tells it and in which words', () => {
  expect(order('EC2::Volume', 'Is attached to Instance', 'EC2::Instance')).toBe('Volume < Instance');
  expect(order('EC2::Instance', 'Is attached to Volume', 'EC2::Volume')).toBe('Volume < Instance');
  expect(order('EC2::Instance', 'Attached Volume', 'EC2::VOLUME')).toBe('VOLUME < Instance');
});

test('from the visitor to the disk: each part depends on the next one', () => {
  const chain = [
    order('CloudFront::Distribution', 'Forwards to', 'ElasticLoadBalancingV2::LoadBalancer', { derived: true }),
    order('ElasticLoadBalancingV2::Listener', 'Is contained in', 'ElasticLoadBalancingV2::LoadBalancer', {
      derived: true,
    }),
    order('ElasticLoadBalancingV2::Listener', 'Forwards to', 'ElasticLoadBalancingV2::TargetGroup', { derived: true }),
    order('AutoScaling::AutoScalingGroup', 'Is attached to', 'ElasticLoadBalancingV2::TargetGroup', { derived: true }),
    order('ElasticLoadBalancingV2::TargetGroup', 'Routes to', 'EC2::Instance', { derived: true }),
    order('EC2::Instance', 'Contains NetworkInterface', 'EC2::NetworkInterface'),
    order('EC2::Instance', 'Is contained in Subnet', 'EC2::Subnet'),
    order('EC2::RouteTable', 'Contains Subnet', 'EC2::Subnet'),
    order('EC2::RouteTable', 'Routes to', 'EC2::NatGateway', { derived: true }),
  ];
  expect(chain).toEqual([
    'LoadBalancer < Distribution',
    'Listener < LoadBalancer',
    'TargetGroup < Listener',
    'AutoScalingGroup < TargetGroup',
    'Instance < TargetGroup',
    'NetworkInterface < Instance',
    'Subnet < Instance',
    'RouteTable < Subnet',
    'NatGateway < RouteTable',
  ]);
});

test('what is contained depends on its container; a security group on the one that its rule names', () => {
  expect(order('CloudFormation::Stack', 'Contains ', 'S3::Bucket')).toBe('Stack < Bucket');
  expect(order('CloudFormation::Stack', 'Contains ', 'EC2::SecurityGroup')).toBe('Stack < SecurityGroup');
  expect(order('Acme::Rocket', 'Is attached to', 'Acme::Pad', { reverseName: 'Contains' })).toBe('Pad < Rocket');
  expect(order('EC2::Subnet', 'Is contained in Vpc', 'EC2::VPC')).toBe('VPC < Subnet');
  expect(order('EC2::SecurityGroup', 'Allows traffic from', 'EC2::SecurityGroup', { derived: true })).toBe(
    'SecurityGroup < SecurityGroup',
  );
});

test('what nobody knows goes by who tells it, and by both where both do', () => {
  expect(order('Acme::Rocket', 'Is attached to ', 'Acme::Pad')).toBe('Pad < Rocket');
  expect(order('Acme::Pad', 'Is attached to ', 'Acme::Rocket', { reverseName: 'Is attached to' })).toBe(
    'Pad <> Rocket',
  );
  expect(dependencyOf({ sourceType: 'a', targetType: 'b', name: 'Loves' }).reason).toContain('nothing tells');
});

test('every relationship that AWS Config documents has its own rule, told from either end alike', () => {
  const unknown: string[] = [];
  for (const [sourceType, related] of Object.entries(relationshipNames)) {
    for (const [targetType, name] of Object.entries(related)) {
      const dependency = dependencyOf({ sourceType, targetType, name });
      if (dependency.reason.includes('nothing tells')) unknown.push(`${sourceType} ${name} ${targetType}`);
      const reverse = relationshipNames[targetType]?.[sourceType];
      if (reverse === undefined) continue;
      const back = dependencyOf({ sourceType: targetType, targetType: sourceType, name: reverse });
      expect([sourceType, targetType, back.dependent]).toEqual([
        sourceType,
        targetType,
        dependency.dependent === 'source' ? 'target' : 'source',
      ]);
    }
  }
  expect(unknown).toEqual([]);
});

test('every derived name has a reason, or one of the verbs of AWS Config', () => {
  const names: string[] = Object.values(derivedNames);
  expect(names.filter((name) => !(name in nameRules) && verbOf(name) === 'other')).toEqual([]);
  expect(Object.keys(nameRules).filter((name) => !names.includes(name))).toEqual([]);
});

test('no two rules contradict each other', () => {
  const seen = new Set<string>();
  for (const [dependent, on] of [...pairRules, ...anyTypeRules]) {
    expect(seen).not.toContain(`${dependent} ${on}`);
    expect(seen).not.toContain(`${on} ${dependent}`);
    seen.add(`${dependent} ${on}`);
  }
});

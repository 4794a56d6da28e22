import { expect, test } from 'vitest';
import { relationshipNames } from '../items/relationships';
import { normalizeType } from '../items/resource-type';
import { type ContainmentRule, containmentRules } from './containment';
import { verbOf } from './relationship-name';

const tellsContainment = ({ verbs }: ContainmentRule, name: string) => verbs.includes(verbOf(name));

test('a pair of types is in the table once', () => {
  const pairs = containmentRules.flatMap(({ inner, outer }) => [`${inner} ${outer}`, `${outer} ${inner}`]);
  expect(pairs.filter((pair, at) => pairs.indexOf(pair) !== at)).toEqual([]);
});

test('what rides on others never comes back to itself', () => {
  const docks = containmentRules.filter(({ containment }) => containment === 'docks');
  const carriers = (type: string): string[] =>
    docks.filter(({ inner }) => inner === type).flatMap(({ outer }) => [outer, ...carriers(outer)]);
  for (const { inner } of docks) expect(carriers(inner)).not.toContain(inner);
});

test('what a resource lies in is a VPC or a subnet', () => {
  const outer = containmentRules.filter(({ containment }) => containment === 'in').map((rule) => rule.outer);
  expect([...new Set(outer)].sort()).toEqual(['AWS::EC2::Subnet', 'AWS::EC2::VPC']);
});

test('each rule is told by a relationship that AWS Config draws, from one side at least', () => {
  const names = new Map(
    Object.entries(relationshipNames).flatMap(([type, related]) =>
      Object.entries(related).map(([other, name]) => [`${normalizeType(type)} ${normalizeType(other)}`, name]),
    ),
  );
  const untold = containmentRules.filter((rule) => {
    const [inner, outer] = [normalizeType(rule.inner), normalizeType(rule.outer)];
    const named = [names.get(`${inner} ${outer}`), names.get(`${outer} ${inner}`)];
    return !rule.outerIds && !named.some((name) => name !== undefined && tellsContainment(rule, name));
  });
  expect(untold).toEqual([]);
});

test('the names of 2014 are understood, and those that mean something else are not', () => {
  const rule = (inner: string, outer: string) =>
    containmentRules.find((one) => one.inner === `AWS::EC2::${inner}` && one.outer === `AWS::EC2::${outer}`);
  const [volume, instance] = [rule('Volume', 'Instance'), rule('Instance', 'Subnet')];
  if (!volume || !instance) throw new Error('Both are in the table.');
  expect(tellsContainment(volume, 'Attached to Instance')).toBe(true);
  expect(tellsContainment(volume, 'Attached Volume')).toBe(true);
  expect(tellsContainment(volume, 'Is associated with ')).toBe(false);
  expect(tellsContainment(instance, 'Is contained in Subnet')).toBe(true);
  expect(tellsContainment(instance, 'Contains Instance')).toBe(true);
});

test.each([
  [
    'AWS::ElasticLoadBalancingV2::Listener',
    'arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2',
    ['arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/web/50dc6c495c0c9188'],
  ],
  [
    'AWS::ElasticLoadBalancingV2::ListenerRule',
    'arn:aws:elasticloadbalancing:us-east-1:111122223333:listener-rule/net/web/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee',
    ['arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/net/web/50dc6c495c0c9188'],
  ],
  [
    'AWS::ECS::Service',
    'arn:aws:ecs:us-east-1:111122223333:service/prod/web',
    ['prod', 'arn:aws:ecs:us-east-1:111122223333:cluster/prod'],
  ],
  ['AWS::ECS::Service', 'arn:aws:ecs:us-east-1:111122223333:service/web', []],
])('the id of a %s tells its carrier', (type, id, carriers) => {
  const rule = containmentRules.find(({ inner, outerIds }) => inner === type && outerIds);
  expect(rule?.outerIds?.(id)).toEqual(carriers);
});

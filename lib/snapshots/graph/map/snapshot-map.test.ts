import { expect, test } from 'vitest';
import type { MapPart } from './map-request';
import { item, labelsAround, mapOf, mapOfSample, snapshotMapOf, wholeMap } from './test-map';

function card(map: MapPart, label: string, type = '') {
  const found = map.cards.find((one) => one.label === label && one.resourceType.endsWith(type));
  if (!found) throw new Error(`There is no card ${label}.`);
  return found;
}

function box(map: MapPart, label: string) {
  const found = map.boxes.find((one) => one.label === label);
  if (!found) throw new Error(`There is no box ${label}.`);
  return found;
}

const gateway = item('InternetGateway', 'igw-1', { in: [['VPC', 'vpc-1', 'Is attached to Vpc']] });
const manyGroups = Array.from({ length: 250 }, (_, at) =>
  item('SecurityGroup', `sg-${String(at).padStart(3, '0')}`, { in: [['VPC', 'vpc-1']] }),
);

const manyBuckets = Array.from({ length: 250 }, (_, at) => item('AWS::S3::Bucket', `bucket-${at}`));

test('a volume rides on its instance, which stands in its subnet, zone, VPC and Region', async () => {
  const map = await mapOfSample('modern-account.json').then((view) => view());
  const instance = card(map, 'prod-bastion', 'Instance');
  expect(labelsAround(map, instance)).toEqual(['123456789012', 'us-west-2', 'prod-vpc', 'us-west-2a', 'prod-public-a']);
  const volume = card(map, 'prod-bastion', 'Volume');
  expect(volume.docksTo).toBe(instance.id);
  expect(volume.box).toBe(instance.box);
  const address = card(map, '52.20.77.140');
  expect(address.docksTo).toBe(instance.id);
});

test('what is in no network stands in its Region by service, and listeners ride on their load balancer', async () => {
  const map = await mapOfSample('modern-account.json').then((view) => view());
  expect(labelsAround(map, card(map, 'example-prod-logs'))).toEqual(['123456789012', 'us-west-2', 'S3']);
  expect(labelsAround(map, card(map, 'ada'))).toEqual(['123456789012', 'Global', 'IAM']);
  expect(labelsAround(map, card(map, 'prod-orders-1'))).toEqual([
    '123456789012',
    'us-west-2',
    'prod-vpc',
    'us-west-2b',
  ]);
  const balancer = card(map, 'prod-storefront', '::LoadBalancer');
  expect(card(map, 'prod-storefront', '::Listener').docksTo).toBe(balancer.id);
  expect(card(map, 'reports', 'ECS::Service').docksTo).toBe(card(map, 'prod', 'ECS::Cluster').id);
});

test('a policy of one role rides on it, and one of several stands by itself', async () => {
  const attached = (...roles: string[]) => ({
    ...item('AWS::IAM::Policy', roles.join(' and '), { region: 'global' }),
    relationships: roles.map((resourceId) => ({
      resourceType: 'AWS::IAM::Role',
      resourceId,
      name: 'Is attached to Role',
    })),
  });
  const roles = ['one', 'two'].map((id) => item('AWS::IAM::Role', id, { region: 'global' }));
  const map = await mapOf([...roles, attached('one'), attached('one', 'two')]).then((view) => view());
  expect(card(map, 'one', 'Policy').docksTo).toBe(card(map, 'one', 'Role').id);
  expect(card(map, 'one and two').docksTo).toBeUndefined();
});

test('a subnet and a VPC that only others name are boxes that are marked', async () => {
  const view = await mapOf([
    item('Instance', 'i-1', {
      in: [
        ['SUBNET', 'subnet-1'],
        ['VPC', 'vpc-1'],
      ],
      zone: 'us-east-1a',
    }),
    item('Volume', 'vol-1', { in: [['Instance', 'i-1', 'Attached to Instance']], zone: 'us-east-1a' }),
    item('Volume', 'vol-2', { in: [['Instance', 'i-9', 'Attached to Instance']], zone: 'us-east-1a' }),
  ]);
  const map = await view();
  const around = ['111122223333', 'us-east-1', 'vpc-1', 'us-east-1a', 'subnet-1'];
  expect(labelsAround(map, card(map, 'vol-1'))).toEqual(around);
  expect(box(map, 'vpc-1')).toMatchObject({ kind: 'vpc', missing: true, count: 2, missingCount: 1 });
  expect(box(map, 'subnet-1')).toMatchObject({ kind: 'subnet', missing: true, count: 2, missingCount: 0 });
  expect(card(map, 'i-9')).toMatchObject({ missing: true, degree: 1 });
  expect(card(map, 'vol-2').docksTo).toBe(card(map, 'i-9').id);
  expect(map.totals).toEqual({ resources: 3, relationships: 4, missing: 3, matching: 3 });
  expect(map.shown).toEqual({ resources: 3 });
});

test('what is in several subnets, or reaches into them, lies in their VPC', async () => {
  const subnets = ['a', 'b'].map((zone) =>
    item('Subnet', `subnet-${zone}`, { in: [['VPC', 'vpc-1']], zone: `us-east-1${zone}` }),
  );
  const inBoth = [['Subnet', 'subnet-a'] as const, ['Subnet', 'subnet-b'] as const];
  const map = await mapOf([
    item('VPC', 'vpc-1'),
    ...subnets,
    item('AWS::Lambda::Function', 'both', { in: inBoth }),
    item('AWS::Lambda::Function', 'one', { in: inBoth.slice(0, 1) }),
    item('AWS::AutoScaling::AutoScalingGroup', 'group', { in: [['Subnet', 'subnet-a', 'Is associated with ']] }),
  ]).then((view) => view());
  expect(labelsAround(map, card(map, 'both')).at(-1)).toBe('vpc-1');
  expect(labelsAround(map, card(map, 'one')).at(-1)).toBe('subnet-a');
  expect(labelsAround(map, card(map, 'group')).at(-1)).toBe('vpc-1');
});

test('what a resource tells of its place goes before what others tell of it, and that counts where it is silent', async () => {
  const contains = (...ids: string[]) => ids.map((id) => ['Instance', id, 'Contains Instance'] as const);
  const map = await mapOf([
    item('VPC', 'vpc-1'),
    item('Subnet', 'subnet-1', { in: [['VPC', 'vpc-1'], ...contains('i-1', 'i-2', 'i-gone')] }),
    item('Subnet', 'subnet-2', { in: [['VPC', 'vpc-1'], ...contains('i-2')] }),
    item('Instance', 'i-1', { in: [['Volume', 'vol-1', 'Is attached to Volume']] }),
    item('Instance', 'i-2', {
      in: [
        ['Subnet', 'subnet-2'],
        ['Volume', 'vol-2', 'Is attached to Volume'],
        ['Volume', 'vol-3', 'Is attached to Volume'],
      ],
    }),
    item('Volume', 'vol-1'),
    item('Volume', 'vol-2', { in: [['Instance', 'i-1', 'Is attached to Instance']] }),
    item('Volume', 'vol-3'),
  ]).then((view) => view());
  const placeOf = (label: string) => labelsAround(map, card(map, label)).at(-1);
  expect(['i-1', 'i-2', 'i-gone', 'vol-1', 'vol-2', 'vol-3'].map(placeOf)).toEqual([
    'subnet-1',
    'subnet-2',
    'subnet-1',
    'subnet-1',
    'subnet-1',
    'subnet-2',
  ]);
  expect(card(map, 'vol-2').docksTo).toBe(card(map, 'i-1').id);
});

test('a resource in the VPC of another account lies there and keeps its account', async () => {
  const map = await mapOf([
    item('VPC', 'vpc-1'),
    item('Subnet', 'subnet-1', { in: [['VPC', 'vpc-1']] }),
    item('Instance', 'i-1', { in: [['Subnet', 'subnet-1']], account: '444455556666' }),
  ]).then((view) => view());
  expect(labelsAround(map, card(map, 'i-1'))).toEqual(['111122223333', 'us-east-1', 'vpc-1', 'subnet-1']);
  expect(card(map, 'i-1').accountId).toBe('444455556666');
});

test('an item that repeats a resource counts once', async () => {
  const view = await mapOf([item('Instance', 'i-1'), item('INSTANCE', 'i-1'), item('Instance', 'i-2')]);
  const { totals, boxes, cards } = await view();
  expect(totals.resources).toBe(2);
  expect(boxes[0]).toMatchObject({ kind: 'account', count: 2 });
  expect(cards.map(({ label }) => label)).toEqual(['i-1', 'i-2']);
});

test('what is alike is folded where not everything is legible, and comes page by page', async () => {
  const view = await mapOf([item('VPC', 'vpc-1'), gateway, ...manyGroups]);
  const folded = await view();
  const fold = folded.boxes.find(({ kind }) => kind === 'alike');
  if (!fold) throw new Error('Security groups are folded.');
  expect(fold).toMatchObject({
    id: 'alike:111122223333/us-east-1/aws::ec2::vpc/vpc-1/aws::ec2::securitygroup',
    label: 'AWS::EC2::SecurityGroup',
    count: 250,
    open: false,
  });
  expect(folded.shown.resources).toBe(2);
  const open = await view({ open: [fold.id] });
  expect(open.boxes.find(({ id }) => id === fold.id)).toMatchObject({ open: true, more: 150 });
  expect(open.cards.filter((one) => one.box === fold.id).map(({ label }) => label)).toEqual(
    manyGroups.slice(0, 100).map(({ resourceId }) => resourceId),
  );
  const all = await view({ open: [fold.id], more: [fold.id, fold.id] });
  expect(all.cards.filter((one) => one.box === fold.id)).toHaveLength(250);
  expect(all.boxes.find(({ id }) => id === fold.id)?.more).toBeUndefined();
});

test('a box that would show nothing but folds stays closed, and unfolds as far as that is legible', async () => {
  const view = await mapOf([item('VPC', 'vpc-1'), ...manyGroups.slice(0, 140), ...manyBuckets]);
  const folded = await view();
  expect(folded.boxes.map(({ label, open }) => [label, open])).toEqual([
    ['111122223333', true],
    ['us-east-1', true],
    ['vpc-1', false],
    ['S3', false],
  ]);
  const vpc = '111122223333/us-east-1/aws::ec2::vpc/vpc-1';
  const opened = await view({ open: [vpc] });
  expect(opened.cards.filter(({ box: id }) => id === vpc)).toHaveLength(140);
});

test('few cards that are alike are folded when the reader folds them', async () => {
  const view = await mapOf(manyGroups.slice(0, 3));
  const id = 'alike:111122223333/us-east-1/aws::ec2::vpc/vpc-1/aws::ec2::securitygroup';
  const { boxes, cards } = await view({ closed: [id] });
  expect(boxes.at(-1)).toMatchObject({ id, count: 3, open: false });
  expect(cards).toEqual([]);
});

test('a resource that is asked for is shown, in however many boxes and folds it lies', async () => {
  const view = await mapOf([item('VPC', 'vpc-1'), ...manyGroups]);
  const wanted = '111122223333/us-east-1/aws::ec2::securitygroup/sg-233';
  const { boxes, cards } = await view({ show: [wanted] });
  expect(cards.map(({ id }) => id)).toEqual([wanted]);
  expect(boxes.at(-1)).toMatchObject({ kind: 'alike', open: true, partly: true, more: 249 });
  const absent = await view({ show: ['111122223333/us-east-1/aws::ec2::securitygroup/sg-none', 'nothing'] });
  expect(absent.cards).toEqual([]);
});

test('of a box that is closed what is asked for is shown alone, and with the rest once it is opened', async () => {
  const vpc = '111122223333/us-east-1/aws::ec2::vpc/vpc-1';
  const view = await mapOf([item('VPC', 'vpc-1'), item('VPC', 'vpc-2'), ...manyGroups.slice(0, 3)]);
  const show = ['111122223333/us-east-1/aws::ec2::securitygroup/sg-001'];
  const closed = ['account:111122223333'];
  const alone = await view({ show, closed });
  expect(alone.cards.map(({ id, box }) => [id, box])).toEqual([[show[0], vpc]]);
  expect(alone.boxes.map(({ kind, open, partly }) => [kind, open, partly])).toEqual([
    ['account', true, true],
    ['region', true, true],
    ['vpc', true, true],
  ]);
  const opened = await view({ show, closed, open: [vpc] });
  expect(opened.cards).toHaveLength(3);
  expect((await view({ show: [vpc], closed })).boxes.at(-1)).toMatchObject({ id: vpc, open: false });
  expect((await view({ closed })).boxes).toMatchObject([{ kind: 'account', open: false }]);
});

test('a filter leaves the boxes in which something matches', async () => {
  const view = await mapOf([
    item('VPC', 'vpc-1', { tags: { Team: 'a' } }),
    item('Instance', 'i-1', { in: [['VPC', 'vpc-1']], tags: { Team: 'a' } }),
    item('Instance', 'i-2', { in: [['VPC', 'vpc-2']], region: 'eu-west-1' }),
    item('AWS::S3::Bucket', 'bucket'),
  ]);
  const ofTeam = await view({ filter: { types: [], search: '', tags: ['Team=a'] } });
  expect(ofTeam.totals).toMatchObject({ resources: 4, matching: 2 });
  expect(ofTeam.boxes.map(({ label, count }) => [label, count])).toEqual([
    ['111122223333', 2],
    ['us-east-1', 2],
    ['vpc-1', 1],
  ]);
  const instances = await view({ filter: { types: ['AWS::EC2::Instance'], search: '', regions: ['us-east-1'] } });
  expect(instances.cards.map(({ label }) => label)).toEqual(['i-1']);
  const none = await view({ filter: { types: [], search: '', accounts: ['444455556666'] } });
  expect(none).toMatchObject({ boxes: [], cards: [], totals: { matching: 0 } });
});

test('resources are grouped by service, type, stack or the values of a tag', async () => {
  const stack = { 'aws:cloudformation:stack-name': 'orders' };
  const view = await mapOf([
    item('Instance', 'i-1', { in: [['VPC', 'vpc-1']], tags: { Team: 'a', ...stack } }),
    item('VPC', 'vpc-1', { tags: { Team: 'b' } }),
    item('AWS::S3::Bucket', 'bucket', { tags: stack }),
  ]);
  const labels = async (group: 'service' | 'type' | 'stack' | 'tag:Team') => {
    const { boxes, cards } = await view({ group });
    return cards.map(({ label, box: id }) => [label, boxes.find((one) => one.id === id)?.label, id]);
  };
  expect(await labels('service')).toEqual([
    ['i-1', 'EC2', 'service:111122223333/us-east-1/EC2'],
    ['vpc-1', 'EC2', 'service:111122223333/us-east-1/EC2'],
    ['bucket', 'S3', 'service:111122223333/us-east-1/S3'],
  ]);
  expect(await labels('type')).toEqual([
    ['i-1', 'AWS::EC2::Instance', 'type:111122223333/us-east-1/aws::ec2::instance'],
    ['vpc-1', 'AWS::EC2::VPC', 'type:111122223333/us-east-1/aws::ec2::vpc'],
    ['bucket', 'AWS::S3::Bucket', 'type:111122223333/us-east-1/aws::s3::bucket'],
  ]);
  expect(await labels('stack')).toEqual([
    ['i-1', 'orders', 'stack:111122223333/us-east-1/orders'],
    ['bucket', 'orders', 'stack:111122223333/us-east-1/orders'],
    ['vpc-1', 'No stack', 'stack:111122223333/us-east-1'],
  ]);
  expect(await labels('tag:Team')).toEqual([
    ['i-1', 'a', 'tag:Team/a'],
    ['vpc-1', 'b', 'tag:Team/b'],
    ['bucket', 'Not tagged', 'tag:Team'],
  ]);
});

test('resources are found by id, name, tag and ARN, the best first, with where they are', async () => {
  const map = await snapshotMapOf([
    item('VPC', 'vpc-1', { name: 'orders' }),
    item('Instance', 'i-1', { in: [['VPC', 'vpc-1']], tags: { App: 'Orders api' } }),
    item('AWS::DynamoDB::Table', 'orders-archive'),
    item('AWS::SQS::Queue', 'https://sqs.us-east-1.amazonaws.com/111122223333/dead-orders', { name: 'dead-orders' }),
    item('AWS::DynamoDB::Table', 'orders', { account: '444455556666' }),
    item('Volume', 'vol-1', { in: [['Instance', 'i-orders', 'Is attached to Instance']] }),
  ]);
  const find = async (text: string, limit = 20) => {
    const { matches, total } = await map.find({ group: 'network', text, limit });
    return { labels: matches.map(({ label }) => label), total };
  };
  expect(await find('ORDERS')).toEqual({
    labels: ['orders', 'orders', 'orders-archive', 'dead-orders', 'i-orders', 'i-1'],
    total: 6,
  });
  expect(await find('orders', 2)).toEqual({ labels: ['orders', 'orders'], total: 6 });
  expect(await find('nowhere')).toEqual({ labels: [], total: 0 });
  const byArn = await map.find({
    group: 'network',
    text: 'arn:aws:dynamodb:us-east-1:444455556666:table/orders',
    limit: 20,
  });
  expect(byArn.matches).toMatchObject([{ index: 4, accountId: '444455556666', resourceId: 'orders' }]);
  const { matches } = await map.find({ group: 'network', text: 'i-1', limit: 20 });
  expect(matches[0]?.path).toEqual([
    'account:111122223333',
    'region:111122223333/us-east-1',
    '111122223333/us-east-1/aws::ec2::vpc/vpc-1',
    'alike:111122223333/us-east-1/aws::ec2::vpc/vpc-1/aws::ec2::instance',
    '111122223333/us-east-1/aws::ec2::instance/i-1',
  ]);
  const absent = await map.find({ group: 'network', text: 'i-orders', limit: 20 });
  expect(absent.matches[0]?.index).toBeUndefined();
});

test('all relationships are lines between what is shown, those to folds counted', async () => {
  const map = await snapshotMapOf([
    item('VPC', 'vpc-1'),
    gateway,
    item('AWS::Lambda::Function', 'f', { in: [['SecurityGroup', 'sg-000', 'Is associated with ']] }),
    ...manyGroups,
  ]);
  const fold = 'alike:111122223333/us-east-1/aws::ec2::vpc/vpc-1/aws::ec2::securitygroup';
  const vpc = '111122223333/us-east-1/aws::ec2::vpc/vpc-1';
  const lambda = '111122223333/us-east-1/aws::lambda::function/f';
  const { edges, total } = await map.lines(wholeMap);
  expect(total).toBe(252);
  expect(edges).toHaveLength(3);
  expect(edges).toContainEqual(expect.objectContaining({ name: 'Several relationships', count: 250 }));
  expect(edges.find(({ count }) => count === 250)).toMatchObject({ source: vpc, target: fold });
  expect(edges.find(({ source }) => source === lambda)).toMatchObject({
    source: lambda,
    target: fold,
    name: 'Is associated with',
  });
  const opened = await map.lines({ ...wholeMap, open: [fold], more: [fold, fold] });
  expect(opened.edges).toHaveLength(252);
  const only = await map.lines({ ...wholeMap, closed: ['account:111122223333'] });
  expect(only).toEqual({ edges: [], total: 252 });
});

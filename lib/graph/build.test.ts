import { describe, expect, test } from 'vitest';
import type { Relationship } from '../items/configuration-item';
import { buildGraph } from './build';
import { edgesAt, findNode, type GraphEntry, type ResourceGraph } from './graph';
import { graphViewOf } from './view';

const here = { accountId: '111122223333', region: 'us-west-2' };
let place = 0;
function entry(resourceType: string, resourceId: string, relationships: Relationship[] = [], more = {}): GraphEntry {
  return { ...here, index: place++, resourceType, resourceId, relationships, ...more };
}
function to(resourceType: string, resourceId: string, name: string): Relationship {
  return { resourceType, resourceId, name };
}
function sentences(graph: ResourceGraph): string[] {
  const { nodes, edges } = graphViewOf(graph, { types: [], focus: [], hops: 1, limit: 1000 });
  const label = (id: string) => nodes.find((node) => node.id === id)?.resourceId;
  return edges.map(
    (edge) =>
      `${label(edge.source)} ${edge.name} ${label(edge.target)}${edge.reverseName ? ` (${edge.reverseName})` : ''}`,
  );
}

describe('the example of 2014', () => {
  // The volume, the instance and the subnet of AWS Config's documentation, in its own words.
  const graph = buildGraph([
    {
      ...here,
      index: 0,
      resourceType: 'AWS::EC2::Volume',
      resourceId: 'vol-ce676ccc',
      relationships: [to('AWS::EC2::Instance', 'i-344c463d', 'Attached to Instance')],
    },
    {
      ...here,
      index: 1,
      resourceType: 'AWS::EC2::Instance',
      resourceId: 'i-344c463d',
      nameTag: 'integ-test-1',
      relationships: [
        to('AWS::EC2::Volume', 'vol-ce676ccc', 'Attached Volume'),
        to('AWS::EC2::Volume', 'vol-ef0e06ed', 'Attached Volume'),
        to('AWS::EC2::SUBNET', 'subnet-47b4cf2c', 'Is contained in Subnet'),
      ],
    },
  ]);

  test('has the two items and two references', () => {
    const { nodes } = graphViewOf(graph, { types: [], focus: [], hops: 1, limit: 10 });
    expect(nodes.map(({ label, index, degree }) => [label, index, degree])).toEqual([
      ['vol-ce676ccc', 0, 1],
      ['integ-test-1', 1, 3],
      ['vol-ef0e06ed', undefined, 1],
      ['subnet-47b4cf2c', undefined, 1],
    ]);
  });

  test('has one edge for each relationship, the attachment told by both being one', () => {
    expect(sentences(graph)).toEqual([
      'vol-ce676ccc Attached to Instance i-344c463d (Attached Volume)',
      'i-344c463d Attached Volume vol-ef0e06ed',
      'i-344c463d Is contained in Subnet subnet-47b4cf2c',
    ]);
  });
});

describe('resources', () => {
  test('are the same whatever the case of the type, and bear the spelling of an item', () => {
    const graph = buildGraph([
      entry('AWS::EC2::Instance', 'i-1', [to('AWS::EC2::SUBNET', 'subnet-1', 'Is contained in Subnet')]),
      entry('AWS::EC2::Subnet', 'subnet-1'),
    ]);
    expect(graph.nodeCount).toBe(2);
    expect(graph.types).toEqual(['AWS::EC2::Instance', 'AWS::EC2::Subnet']);
    expect(findNode(graph, 'AWS::EC2::SUBNET/subnet-1')).toBe(findNode(graph, 'aws::ec2::subnet/subnet-1'));
  });

  test('are found by name where a relationship has no id, whichever comes first', () => {
    const role = entry('AWS::IAM::Role', 'AROA1', [], { resourceName: 'worker' });
    const fn = entry('AWS::Lambda::Function', 'fn', [
      { resourceType: 'AWS::IAM::Role', resourceName: 'worker', name: 'Is associated with ' },
    ]);
    for (const entries of [
      [role, fn],
      [fn, role],
    ]) {
      const graph = buildGraph(entries);
      expect(graph.nodeCount).toBe(2);
      expect(sentences(graph)).toEqual(['fn Is associated with AROA1']);
    }
  });

  test('that are named and not there become one reference of that name', () => {
    const reference = { resourceType: 'AWS::IAM::Role', resourceName: 'gone', name: 'Is associated with ' };
    const graph = buildGraph([
      entry('AWS::Lambda::Function', 'a', [reference]),
      entry('AWS::Lambda::Function', 'b', [reference]),
    ]);
    expect(graph.nodeCount).toBe(3);
    expect(graph.itemIndex[findNode(graph, 'aws::iam::role/gone') ?? -1]).toBe(-1);
  });

  test('that come twice count once, the first, and the second is told', () => {
    const first = entry('AWS::EC2::Volume', 'vol-1', [to('AWS::EC2::Instance', 'i-1', 'Is attached to Instance')]);
    const second = entry('AWS::EC2::VOLUME', 'vol-1', [to('AWS::EC2::Instance', 'i-2', 'Is attached to Instance')]);
    const graph = buildGraph([first, second]);
    expect(graph.duplicates).toEqual([second.index]);
    expect(sentences(graph)).toEqual(['vol-1 Is attached to Instance i-1']);
  });

  test('that a relationship does not name at all are left out and counted', () => {
    const graph = buildGraph([entry('AWS::S3::Bucket', 'b', [{ resourceType: 'AWS::KMS::Key', name: 'Uses' }])]);
    expect([graph.nodeCount, graph.edgeCount, graph.nameless]).toEqual([1, 0, 1]);
  });
});

describe('edges', () => {
  test('lead from what is contained to what contains it', () => {
    const entries = [
      entry('AWS::EC2::VPC', 'vpc-1', [to('AWS::EC2::Subnet', 'subnet-1', 'Contains Subnet')]),
      entry('AWS::EC2::Subnet', 'subnet-1', [to('AWS::EC2::VPC', 'vpc-1', 'Is contained in Vpc')]),
    ];
    expect(sentences(buildGraph(entries))).toEqual(['subnet-1 Is contained in Vpc vpc-1 (Contains Subnet)']);
    expect(sentences(buildGraph(entries.reverse()))).toEqual(['subnet-1 Is contained in Vpc vpc-1 (Contains Subnet)']);
  });

  test('lead from what depends on the other where both tell it in the same words', () => {
    const graph = buildGraph([
      entry('AWS::EC2::SecurityGroup', 'sg-1', [to('AWS::EC2::Instance', 'i-1', 'Is associated with Instance')]),
      entry('AWS::EC2::Instance', 'i-1', [
        to('AWS::EC2::SecurityGroup', 'sg-1', 'Is associated with SecurityGroup'),
        to('AWS::EC2::Volume', 'vol-1', 'Is attached to Volume'),
      ]),
      entry('AWS::EC2::Volume', 'vol-1', [to('AWS::EC2::Instance', 'i-1', 'Is attached to Instance')]),
    ]);
    expect(sentences(graph).sort()).toEqual([
      'i-1 Is associated with SecurityGroup sg-1 (Is associated with Instance)',
      'vol-1 Is attached to Instance i-1 (Is attached to Volume)',
    ]);
  });

  test('join an instance that contains its network interface and the interface that is attached to it', () => {
    const graph = buildGraph([
      entry('AWS::EC2::Instance', 'i-1', [to('AWS::EC2::NetworkInterface', 'eni-1', 'Contains NetworkInterface')]),
      entry('AWS::EC2::NetworkInterface', 'eni-1', [to('AWS::EC2::Instance', 'i-1', 'Is attached to Instance')]),
    ]);
    expect(sentences(graph)).toEqual(['eni-1 Is attached to Instance i-1 (Contains NetworkInterface)']);
  });

  test('that mean different things between the same two stay apart, and what is said twice is said once', () => {
    const graph = buildGraph([
      entry('A::B::C', 'a', [
        to('A::B::C', 'b', 'Is attached to '),
        to('A::B::C', 'b', 'Is attached to'),
        to('A::B::C', 'b', 'Is contained in '),
        to('A::B::C', 'b', 'Backs up'),
      ]),
      entry('A::B::C', 'b', [to('A::B::C', 'a', 'Backs up')]),
    ]);
    expect(sentences(graph)).toEqual(['a Is attached to b', 'a Is contained in b', 'a Backs up b', 'b Backs up a']);
    expect([...graph.degree]).toEqual([1, 1]);
  });

  test('may lead back to where they start', () => {
    const graph = buildGraph([entry('A::B::C', 'a', [to('A::B::C', 'a', 'Is associated with ')])]);
    expect(sentences(graph)).toEqual(['a Is associated with a']);
    expect([graph.degree[0], edgesAt(graph, 0).length]).toEqual([0, 1]);
  });
});

describe('derived edges', () => {
  const service = 'AWS::ECS::Service';
  const cluster = 'AWS::ECS::Cluster';

  test('are drawn as such, from the item whose configuration tells them', () => {
    const graph = buildGraph([
      entry(cluster, 'prod', [], { resourceName: 'prod' }),
      entry(service, 'reports', [], {
        derived: [{ resourceType: cluster, resourceName: 'prod', name: 'Is contained in' }],
      }),
    ]);
    const { nodes, edges } = graphViewOf(graph, { types: [], focus: [], hops: 1, limit: 10 });
    expect(sentences(graph)).toEqual(['reports Is contained in prod']);
    expect(edges.map(({ derived }) => derived)).toEqual([true]);
    expect(nodes.map(({ degree }) => degree)).toEqual([1, 1]);
  });

  test('give way to what AWS Config says itself, whichever end says it and whichever comes first', () => {
    const derived = [to('AWS::X::Group', 'g', 'Is contained in')];
    const field = entry('AWS::X::Field', 'm', [], { derived });
    const group = entry('AWS::X::Group', 'g', [to('AWS::X::Field', 'm', 'Contains ')]);
    for (const entries of [
      [field, group],
      [group, field],
    ]) {
      const graph = buildGraph(entries);
      expect(sentences(graph)).toEqual(['g Contains m']);
      expect([...graph.edgeDerived]).toEqual([0]);
    }
  });

  test('stand beside a relationship that means something else', () => {
    const graph = buildGraph([
      entry('AWS::X::A', 'a', [to('AWS::X::B', 'b', 'Is associated with ')], {
        derived: [to('AWS::X::B', 'b', 'Reads')],
      }),
      entry('AWS::X::B', 'b'),
    ]);
    expect(sentences(graph).sort()).toEqual(['a Is associated with b', 'a Reads b']);
    expect([...graph.edgeDerived].sort()).toEqual([0, 1]);
  });
});

import { expect, test } from 'vitest';
import { startAnswers } from '../../test-answers';
import { observe, sourceAt } from '../../test-source';
import { dbCluster, dbInstance, dbSnapshot } from './rds';

const instance = (name: string, id: string, more = '') =>
  `<DBInstance><DBInstanceIdentifier>${name}</DBInstanceIdentifier><DbiResourceId>${id}</DbiResourceId>${more}</DBInstance>`;
const member = (name: string) =>
  `<DBClusterMember><DBInstanceIdentifier>${name}</DBInstanceIdentifier><IsClusterWriter>true</IsClusterWriter></DBClusterMember>`;
const inCluster = '<DBClusterIdentifier>ledger</DBClusterIdentifier>';
const moving = '<LatestRestorableTime>2026-11-24T10:00:00Z</LatestRestorableTime>';
const pending =
  '<PendingModifiedValues><MasterUserPassword>****</MasterUserPassword><Port>1</Port></PendingModifiedValues>';

/** In the form of RDS's documented example answers, with two pages of instances. */
function answer(action: string, parameters: URLSearchParams, snapshotType: string): string | undefined {
  if (action === 'DescribeDBInstances' && parameters.get('Marker') === 'next') {
    return `<DBInstances>${instance('ledger-2', 'db-B', inCluster)}</DBInstances>`;
  }
  if (action === 'DescribeDBInstances') {
    const first = instance('ledger-1', 'db-A', inCluster + moving + pending);
    return `<DBInstances>${first}${instance('alone', 'db-C')}</DBInstances><Marker>next</Marker>`;
  }
  if (action === 'DescribeDBClusters') {
    const members = `<DBClusterMembers>${['ledger-1', 'ledger-2'].map(member).join('')}</DBClusterMembers>`;
    const id = '<DbClusterResourceId>cluster-X</DbClusterResourceId>';
    return `<DBClusters><DBCluster>${inCluster}${id}${moving}${members}</DBCluster></DBClusters>`;
  }
  if (action === 'DescribeDBSnapshots') {
    const type = `<SnapshotType>${snapshotType}</SnapshotType>`;
    return `<DBSnapshots><DBSnapshot><DBSnapshotIdentifier>s</DBSnapshotIdentifier>${type}</DBSnapshot></DBSnapshots>`;
  }
  if (action !== 'DescribeDBSnapshotAttributes') return undefined;
  const values = '<AttributeValues><AttributeValue>all</AttributeValue></AttributeValues>';
  const attribute = `<DBSnapshotAttribute><AttributeName>restore</AttributeName>${values}</DBSnapshotAttribute>`;
  const attributes = `<DBSnapshotAttributes>${attribute}</DBSnapshotAttributes>`;
  return `<DBSnapshotAttributesResult>${attributes}</DBSnapshotAttributesResult>`;
}

async function observeRds(snapshotType = 'manual') {
  const asked: string[] = [];
  const aws = await startAnswers((action, parameters) => {
    if (action === 'DescribeDBSnapshotAttributes') asked.push(parameters.get('DBSnapshotIdentifier') ?? '');
    return answer(action, parameters, snapshotType);
  });
  const listing = await sourceAt(aws.endpoint, { types: [dbInstance, dbCluster, dbSnapshot] });
  try {
    return { ...(await observe(listing.source)), asked };
  } finally {
    await listing.remove();
    await aws.stop();
  }
}

test('relates a cluster to its members by their names', async () => {
  const { item } = await observeRds();
  expect(item('AWS::RDS::DBCluster', 'cluster-X').relationships).toEqual(
    ['ledger-1', 'ledger-2'].map((resourceName) => ({
      resourceName,
      resourceType: 'AWS::RDS::DBInstance',
      name: 'Contains ',
    })),
  );
  expect(item('AWS::RDS::DBInstance', 'db-A').relationships).toEqual([]);
});

test('leaves out what moves on by itself, and what stands for a password', async () => {
  const { item } = await observeRds();
  const { configuration } = item('AWS::RDS::DBInstance', 'db-A');
  expect(configuration).toEqual({
    dBInstanceIdentifier: 'ledger-1',
    dbiResourceId: 'db-A',
    dBClusterIdentifier: 'ledger',
    pendingModifiedValues: { port: 1 },
  });
  expect(JSON.stringify(item('AWS::RDS::DBCluster', 'cluster-X'))).not.toContain('10:00:00');
});

test('asks with whom a snapshot is shared where it can be shared', async () => {
  const manual = await observeRds('manual');
  expect(manual.asked).toEqual(['s']);
  expect(manual.item('AWS::RDS::DBSnapshot', 's').supplementaryConfiguration.DBSnapshotAttributes).toEqual([
    { attributeName: 'restore', attributeValues: ['all'] },
  ]);
  expect((await observeRds('automated')).asked).toEqual([]);
});

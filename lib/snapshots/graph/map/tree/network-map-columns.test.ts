import { expect, test } from 'vitest';
import { indexOfPlain } from '../../../index/test-index';
import { item } from '../test-map';
import { makeNetworkMap } from './network-map';
import { columnsOfMap, mapOfColumns } from './network-map-columns';

test('a map is made of its columns again, unless other rules made it', async () => {
  const { index } = await indexOfPlain([
    item('VPC', 'vpc-1'),
    item('Subnet', 'subnet-1', { in: [['VPC', 'vpc-1']], zone: 'us-east-1a' }),
    item('Instance', 'i-1', { in: [['Subnet', 'subnet-1']] }),
    item('Volume', 'vol-1', { in: [['Instance', 'i-1', 'Is attached to Instance']] }),
    item('AWS::S3::Bucket', 'bucket'),
  ]);
  const map = await makeNetworkMap(index);
  const { columns, names } = columnsOfMap(map);
  expect(mapOfColumns(columns, names)).toEqual(map);
  expect(mapOfColumns(columns, { ...names, rules: '[]' })).toBeUndefined();
});

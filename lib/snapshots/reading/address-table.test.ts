import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { indexOfPlain } from '../index/test-index';
import { AddressTable } from './address-table';
import { mayBeAddress, readAddresses } from './read-addresses';

test('items are found by an address of theirs, or by how it begins', async () => {
  const table = new AddressTable();
  for (let item = 0; item < 3000; item++) table.add(`10.0.${item >> 8}.${item & 255}`, item);
  table.add('2600:1f14:e3a::9', 7);
  expect(await table.find('10.0.1.2')).toEqual([
    258,
    ...Array.from({ length: 10 }, (_, at) => 276 + at),
    ...Array.from({ length: 56 }, (_, at) => 456 + at),
  ]);
  expect(await table.find('10.0.11.255')).toEqual([]);
  expect(await table.find('10.0.11.183')).toEqual([2999]);
  expect(await table.find('0.0.1.2')).toEqual([]);
  expect(await table.find('2600:1F14:')).toEqual([7]);
});

test('addresses are read out of the text, wherever a chunk of it ends', async () => {
  const item = (resourceType: string, resourceId: string, configuration: object) => ({
    relationships: [],
    configuration,
    tags: {},
    configurationItemCaptureTime: '2026-11-22T08:00:00.000Z',
    awsAccountId: '111122223333',
    configurationItemStatus: 'OK',
    resourceType,
    resourceId,
    awsRegion: 'us-east-1',
  });
  const items = [
    item('AWS::S3::Bucket', 'a', { note: '10.0.0.9' }),
    item('AWS::EC2::NetworkInterface', 'eni-1', {
      privateIpAddress: '10.0.0.9',
      description: 'not 10.0.0.8',
      ipv6Addresses: [{ ipv6Address: '2600:1F14:E3A::9' }],
      privateIpAddresses: [{ privateIpAddress: '10.0.0.9', association: { publicIp: '52.1.2.3' } }],
    }),
    item('AWS::IAM::Role', 'b', {}),
    item('AWS::EC2::Subnet', 'subnet-1', { cidrBlock: '10.0.0.0/24' }),
  ];
  const { index, keys } = await indexOfPlain(items);
  const text = Buffer.from(JSON.stringify(items));
  for (const size of [1, 7, 100, text.length]) {
    const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
      text.subarray(at * size, (at + 1) * size),
    );
    const read: number[] = [];
    const table = await readAddresses(Readable.from(chunks), {
      index,
      keys,
      name: 'test',
      onRead: (bytes) => read.push(bytes),
    });
    expect(await table.find('10.0.0.9')).toEqual([1]);
    expect(await table.find('52.')).toEqual([1]);
    expect(await table.find('2600:1f14:e3a::9')).toEqual([1]);
    expect(await table.find('10.0.0.')).toEqual([1, 3]);
    expect(await table.find('10.0.0.8')).toEqual([]);
    expect(read.length).toBeGreaterThan(0);
  }
});

test('to find all of many addresses does not hold the event loop', async () => {
  const table = new AddressTable();
  const count = 200_000;
  for (let item = 0; item < count; item++) table.add(`10.${item >> 16}.${(item >> 8) & 255}.${item & 255}`, item);
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  const found = await table.find('10.');
  clearInterval(timer);
  expect(found).toHaveLength(count);
  expect(turns).toBeGreaterThan(0);
});

test.each([
  ['10.0.0.9', true],
  ['10.', true],
  ['10.0.0.0/24', true],
  ['2600:1f14:', true],
  ['fe80::1', true],
  ['10', false],
  ['i-0a1b', false],
  ['10.0.0.9.1', false],
  ['arn:aws:s3:::a', false],
])('%s may be an address: %s', (text, is) => expect(mayBeAddress(text)).toBe(is));

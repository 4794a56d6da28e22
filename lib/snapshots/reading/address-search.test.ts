import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { indexOfPlain } from '../index/test-index';
import { AddressSearch } from './address-search';
import type { IndexedSnapshot } from './indexed-snapshot';

const items = [
  {
    relationships: [],
    configuration: { cidrBlock: '10.0.0.0/24' },
    tags: {},
    configurationItemCaptureTime: '2026-11-22T08:00:00.000Z',
    awsAccountId: '111122223333',
    configurationItemStatus: 'OK',
    resourceType: 'AWS::EC2::Subnet',
    resourceId: 'subnet-1',
    awsRegion: 'us-east-1',
  },
];
const text = JSON.stringify(items);

test('a reading that fails while nobody waits for it is told to the next search, and begun anew by the one after', async () => {
  const { index, keys } = await indexOfPlain(items);
  const document = { index, metadata: { key: 'test', jsonSize: text.length } } as IndexedSnapshot;
  const search = new AddressSearch(document, keys);
  const broken = new Readable({ read: () => undefined });
  expect(await search.find('10.', async () => broken)).toEqual({ items: [], readShare: 0 });
  broken.destroy(new Error('The disk is gone'));
  let opened = 0;
  const open = async () => {
    opened += 1;
    return Readable.from([Buffer.from(text)]);
  };
  await expect(search.find('10.', open)).rejects.toThrow('The disk is gone');
  expect(opened).toBe(0);
  expect(await search.find('10.', open)).toEqual({ items: [0] });
  expect(await search.find('10.0.0.0/24', open)).toEqual({ items: [0] });
  expect(opened).toBe(1);
});

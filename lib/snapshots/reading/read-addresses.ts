import type { Readable } from 'node:stream';
import type { TypeKeys } from '../index/item-lookup';
import type { SnapshotIndex } from '../index/snapshot-index';
import { TimeSlicer } from '../index/time-slicer';
import { AddressTable } from './address-table';

/** Whose configurations hold addresses of their own; those of load balancers, databases and functions are those of their interfaces. */
const typesWithAddresses = [
  'AWS::EC2::NetworkInterface',
  'AWS::EC2::Instance',
  'AWS::EC2::EIP',
  'AWS::EC2::NatGateway',
  'AWS::EC2::Subnet',
  'AWS::EC2::VPC',
];

/** Whole JSON strings that are an IPv4 or IPv6 address or a CIDR block. */
const addresses = /"((?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?|[0-9a-f]{1,4}:[0-9a-f:.]+(?:\/\d{1,3})?)"/gi;

/** Whether a text may be (the beginning of) an IP address or CIDR block. */
export function mayBeAddress(text: string): boolean {
  return /^\d{1,3}\.(?:\d{1,3}\.){0,2}\d{0,3}(?:\/\d{0,2})?$|^[0-9a-f]{1,4}:[0-9a-f:.]*(?:\/\d{0,3})?$/i.test(text);
}

/**
 * The addresses that stand in the configurations of a document's items, read out of its JSON in one pass. In slices.
 *
 * @param onRead hears how many bytes of the JSON are behind
 * @throws what reading the document throws
 */
export async function readAddresses(
  body: Readable,
  index: SnapshotIndex,
  keys: TypeKeys,
  onRead: (bytes: number) => void,
): Promise<AddressTable> {
  const table = new AddressTable();
  const slicer = new TimeSlicer();
  const wanted = new Set(typesWithAddresses.map((type) => keys.find(type)));
  const { itemCount, typeKey, offset, length } = index;
  let item = 0;
  /** What is there of the item that goes on in the next chunk. */
  let begun: Buffer[] = [];
  let position = 0;
  const skip = () => {
    while (item < itemCount && !wanted.has(typeKey[item] ?? 0)) item += 1;
  };
  skip();
  for await (const chunk of body as AsyncIterable<Buffer>) {
    const end = position + chunk.length;
    while (item < itemCount && (offset[item] ?? 0) < end) {
      if (slicer.sliceExpired()) await slicer.yieldNow();
      const from = offset[item] ?? 0;
      const behind = from + (length[item] ?? 0);
      begun.push(chunk.subarray(Math.max(0, from - position), Math.min(chunk.length, behind - position)));
      if (behind > end) break;
      if (!addAll(table, Buffer.concat(begun).toString('latin1'), item)) return table;
      begun = [];
      item += 1;
      skip();
    }
    position = end;
    onRead(position);
    if (item >= itemCount) break;
  }
  return table;
}

function addAll(table: AddressTable, text: string, item: number): boolean {
  const known = new Set<string>();
  for (const [, address = ''] of text.matchAll(addresses)) known.add(address.toLowerCase());
  for (const address of known) if (!table.add(address, item)) return false;
  return true;
}

import type { TypeKeys } from '../index/item-lookup';
import type { SnapshotIndex } from '../index/snapshot-index';
import { TimeSlicer } from '../index/time-slicer';
import { AddressTable } from './address-table';
import { itemTexts } from './item-texts';

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

/** What the addresses of a document are read by. */
export interface AddressSource {
  index: SnapshotIndex;
  keys: TypeKeys;
  /** The document's key, for messages. */
  name: string;
  /** Hears how many bytes of the JSON have come. */
  onRead: (bytes: number) => void;
}

/**
 * The addresses that stand in the configurations of a document's items, read out of its JSON in one pass. In slices.
 *
 * @throws what reading the document throws
 */
export async function readAddresses(
  body: AsyncIterable<Uint8Array>,
  { index, keys, name, onRead }: AddressSource,
): Promise<AddressTable> {
  const table = new AddressTable();
  const slicer = new TimeSlicer();
  const wanted = new Set(typesWithAddresses.map((type) => keys.find(type)));
  const isWanted = (item: number) => wanted.has(index.typeKey[item]);
  for await (const { itemIndex, bytes } of itemTexts(counted(body, onRead), index, name, isWanted)) {
    if (slicer.sliceExpired()) await slicer.yieldNow();
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    if (!addAll(table, text, itemIndex)) return table;
  }
  return table;
}

/** The same chunks; `onRead` hears how many bytes have come. */
async function* counted(chunks: AsyncIterable<Uint8Array>, onRead: (bytes: number) => void) {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    onRead(bytes);
    yield chunk;
  }
}

function addAll(table: AddressTable, text: string, item: number): boolean {
  const known = new Set<string>();
  for (const [, address = ''] of text.matchAll(addresses)) known.add(address.toLowerCase());
  for (const address of known) if (!table.add(address, item)) return false;
  return true;
}

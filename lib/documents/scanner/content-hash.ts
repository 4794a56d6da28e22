import { captureFields } from '../../items/compare/content';
import type { JsonValue } from '../../items/configuration-item';
import { isJsonObject } from '../../items/form/item-fields';
import type { DocumentItem } from '../../items/form/read-item';
import { normalizeType } from '../../items/resource-type';
import { JsonNumber, stringifyJson } from '../../json';
import { knownKeys } from './known-keys';
import { Key } from './numbers';

/** 64 bits in two halves. */
export type Hash = readonly [a: number, b: number];

const [c1, c2] = [0x9e3779b1, 0xc2b2ae3d];
const ofCapture: ReadonlySet<string> = new Set(captureFields);
const keys = new Map(knownKeys);

/**
 * A hash of what a resource is, by the rules of `canonicalContent` (lib/items/compare/content.ts): fields of the capture do not count, nor does
 * the order of fields, relationships, tags and sets. What is empty counts as absent. Not for defence: a collision can be made on purpose.
 */
export function contentHash(item: DocumentItem): Hash {
  const sum: [number, number] = [0, 0];
  for (const [name, value] of Object.entries(item)) {
    if (value === undefined || isEmpty(value) || ofCapture.has(name)) continue;
    if (name === 'relationships') addField(sum, name, hashRelationships(item.relationships));
    else if (name === 'resourceType') addField(sum, name, hashText(normalizeType(item.resourceType)));
    else addField(sum, name, hashValue(value, name));
  }
  return combine(1, 1, sum);
}

/** Of bytes: three multiplications for each eight of them. */
export function hashBytes(bytes: Uint8Array): Hash {
  const size = bytes.length;
  let a = (c1 ^ size) | 0;
  let b = 0x85ebca77 | 0;
  for (let at = 0; at < size; at += 8) {
    a = Math.imul(rotate(a ^ word(bytes, at), 13), c1);
    b = (Math.imul(rotate(b ^ word(bytes, at + 4), 11), c2) + a) | 0;
    a = (a + rotate(b, 7)) | 0;
  }
  a = spread((a + rotate(b, 16)) | 0);
  return [a >>> 0, spread(b ^ a) >>> 0];
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

function spread(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

function combine(keyA: number, keyB: number, [valueA, valueB]: Hash): Hash {
  const a = spread((Math.imul(rotate(keyA, 5) ^ valueA, c1) + keyB) | 0);
  const b = spread((Math.imul(rotate(keyB, 9) ^ valueB, c2) + a) | 0);
  return [a >>> 0, b >>> 0];
}

function isEmpty(value: unknown): boolean {
  if (value === null) return true;
  return typeof value === 'object' && !(value instanceof JsonNumber) && Object.keys(value).length === 0;
}

function hashText(text: string): Hash {
  const [a, b] = hashBytes(Buffer.from(text));
  return [a, (b ^ 0x5bd1e995) >>> 0];
}

function hashValue(value: unknown, name = ''): Hash {
  if (typeof value === 'string') return hashText(value);
  if (Array.isArray(value)) {
    const isSet = keys.get(name) === Key.setLike || value.every(isTag);
    return hashList(
      value.map((one) => hashValue(one)),
      value.length > 1 && isSet,
    );
  }
  if (!isJsonObject(value)) return hashBytes(Buffer.from(stringifyJson(value)));
  const sum: [number, number] = [0, 0];
  for (const [key, field] of Object.entries(value)) addField(sum, key, hashValue(field, key));
  return combine(1, 1, sum);
}

function addField(sum: [number, number], name: string, value: Hash): void {
  add(sum, combine(...hashBytes(Buffer.from(name)), value));
}

function add(sum: [number, number], [a, b]: Hash): void {
  sum[0] = (sum[0] + a) >>> 0;
  sum[1] = (sum[1] + b) >>> 0;
}

function hashList(values: readonly Hash[], anyOrder: boolean): Hash {
  if (anyOrder) {
    const sum: [number, number] = [0, 0];
    for (const value of values) add(sum, combine(3, 3, value));
    return combine(2, 2, sum);
  }
  let folded: Hash = [0, 0];
  for (const value of values) folded = combine(folded[0], folded[1], value);
  return combine(2, 2, folded);
}

function hashRelationships(relationships: DocumentItem['relationships']): Hash {
  const hashes = relationships.map((relationship) => {
    const sum: [number, number] = [0, 0];
    for (const [name, field] of Object.entries(relationship)) {
      const isType = name === 'resourceType' && typeof field === 'string';
      addField(sum, name, isType ? hashText(normalizeType(field)) : hashValue(field, name));
    }
    return combine(1, 1, sum);
  });
  return hashList(hashes, true);
}

/** As in lib/items/compare/content.ts, told by the numbers of the keys. */
function isTag(value: JsonValue): boolean {
  if (!isJsonObject(value)) return false;
  const names = Object.keys(value);
  if (names.length !== 2) return false;
  // One bit for each spelling; the last value goes with two of the keys.
  let [ofKey, ofValue] = [0, 0];
  for (const name of names) {
    const key = keys.get(name) ?? Key.other;
    const isKey = key >= Key.firstTagKey && key <= Key.lastTagKey;
    if (isKey && typeof value[name] === 'string') ofKey |= 1 << (key - Key.firstTagKey);
    else if (key === Key.lastTagValue) ofValue |= 0b11000;
    else if (key >= Key.firstTagValue && key < Key.lastTagValue) ofValue |= 1 << (key - Key.firstTagValue);
  }
  return (ofKey & ofValue) !== 0;
}

import { none } from '../index/columns';
import { lookUp, type TypeKeys } from '../index/item-lookup';
import { Slices } from '../index/slices';
import type { SnapshotIndex } from '../index/snapshot-index';
import type { TextTable } from '../index/text-table';
import { hashBytes } from '../splitter/content-hash';

export const differences = ['added', 'removed', 'changed', 'unchanged'] as const;
export type Difference = (typeof differences)[number];

/** Resources of two snapshots side by side, as columns: row n is a `Difference` by number, and its items' places; -1 where it has none. */
export interface Comparison {
  kind: Uint8Array;
  before: Int32Array;
  after: Int32Array;
  counts: Record<Difference, number>;
}

interface Side {
  index: SnapshotIndex;
  keys: TypeKeys;
}

/**
 * Two snapshots, resource by resource: by type (whatever its case) and id, then by the hash of what the resource is, in which capture
 * times and the order of sets do not count. Of items that repeat a resource the first one counts. In slices.
 */
export async function compareIndexes(before: Side, after: Side): Promise<Comparison> {
  const slices = new Slices();
  const [a, b] = [before.index, after.index];
  const keyIn = keysIn(before, after);
  const inB = { type: b.typeKey, text: b.id };
  const inA = { type: a.typeKey, text: a.id };
  const most = a.itemCount + b.itemCount;
  const found: Comparison = {
    kind: new Uint8Array(most),
    before: new Int32Array(most),
    after: new Int32Array(most),
    counts: { added: 0, removed: 0, changed: 0, unchanged: 0 },
  };
  let rows = 0;
  const add = (difference: Difference, itemBefore: number, itemAfter: number) => {
    found.kind[rows] = differences.indexOf(difference);
    found.before[rows] = itemBefore;
    found.after[rows] = itemAfter;
    found.counts[difference] += 1;
    rows += 1;
  };
  const met = new Uint8Array(b.itemCount);
  for (let item = 0; item < a.itemCount; item++) {
    if (slices.due()) await slices.pause();
    const [type, id] = [a.typeKey[item] ?? none, a.id[item] ?? none];
    if (lookUp(a.byId, inA, type, id) !== item) continue;
    const key = keyIn[type] ?? none;
    const text = key === none ? -1 : sameText(a.texts, id, b.texts);
    const other = text < 0 ? -1 : lookUp(b.byId, inB, key, text);
    if (other < 0) {
      add('removed', item, -1);
      continue;
    }
    met[other] = 1;
    const same = a.hash[2 * item] === b.hash[2 * other] && a.hash[2 * item + 1] === b.hash[2 * other + 1];
    add(same ? 'unchanged' : 'changed', item, other);
  }
  for (let item = 0; item < b.itemCount; item++) {
    if (slices.due()) await slices.pause();
    if (met[item] === 1) continue;
    if (lookUp(b.byId, inB, b.typeKey[item] ?? none, b.id[item] ?? none) === item) add('added', -1, item);
  }
  return {
    ...found,
    kind: found.kind.slice(0, rows),
    before: found.before.slice(0, rows),
    after: found.after.slice(0, rows),
  };
}

/** For each key of a type in `from`, the key of the same type in `to`. */
function keysIn(from: Side, to: Side): Uint32Array {
  const keys = new Uint32Array(from.keys.count).fill(none);
  for (const type of from.index.types) {
    keys[from.keys.of(type)] = to.keys.find(from.index.texts.text(type)) ?? none;
  }
  return keys;
}

/** The number of a text in another table, found by its bytes: making strings of a million ids would take a second. */
function sameText(from: TextTable, text: number, to: TextTable): number {
  const bytes = from.heap.subarray(from.starts[text], from.starts[text + 1]);
  const mask = to.slots.length - 1;
  let slot = hashBytes(bytes)[0] & mask;
  for (let entry = to.slots[slot] ?? 0; entry !== 0; entry = to.slots[slot] ?? 0) {
    if (isThere(to, entry - 1, bytes)) return entry - 1;
    slot = (slot + 1) & mask;
  }
  return -1;
}

function isThere({ heap, starts }: TextTable, text: number, bytes: Uint8Array): boolean {
  const start = starts[text] ?? 0;
  if ((starts[text + 1] ?? 0) - start !== bytes.length) return false;
  for (let at = 0; at < bytes.length; at++) if (heap[start + at] !== bytes[at]) return false;
  return true;
}

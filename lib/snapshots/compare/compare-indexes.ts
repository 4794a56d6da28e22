import { hashBytes } from '../../documents/scanner/content-hash';
import type { StringTable } from '../../documents/scanner/string-table';
import { none } from '../index/columns';
import { entryCount, lookUp, lookupColumns, type TypeKeys } from '../index/item-lookup';
import { Scopes } from '../index/scopes';
import type { SnapshotIndex } from '../index/snapshot-index';
import { TimeSlicer } from '../index/time-slicer';

export const differences = ['added', 'removed', 'changed', 'unchanged'] as const;
export type Difference = (typeof differences)[number];
const [added, removed, changed, unchanged] = [0, 1, 2, 3];

/** Resources of two snapshots side by side, as columns: row n is a `Difference` by number, and its items' places; -1 where it has none. */
export interface Comparison {
  kind: Uint8Array;
  before: Int32Array;
  after: Int32Array;
  counts: Record<Difference, number>;
}

export interface ComparedSide {
  index: SnapshotIndex;
  keys: TypeKeys;
  /** The numbers of its items in the document, where the index does not hold all of them. */
  numbers?: Uint32Array;
}

/**
 * Two snapshots, resource by resource: by account, Region, type (whatever its case) and id, then by the hash of what the resource is, in which capture
 * times and the order of sets do not count. Of several items of a resource the newest counts, and one that tells a deletion as none. In slices.
 */
export async function compareIndexes(before: ComparedSide, after: ComparedSide): Promise<Comparison> {
  const slicer = new TimeSlicer();
  const [a, b] = [before.index, after.index];
  const keyIn = keysIn(before, after);
  const scopeIn = await scopesIn(before, after, slicer);
  const { ids: inA } = lookupColumns(a);
  const { ids: inB } = lookupColumns(b);
  const most = a.itemCount + b.itemCount;
  const kind = new Uint8Array(most);
  const itemBefore = new Int32Array(most);
  const itemAfter = new Int32Array(most);
  const counted = new Uint32Array(differences.length);
  let rows = 0;
  const add = (difference: number, before: number, after: number) => {
    kind[rows] = difference;
    itemBefore[rows] = before;
    itemAfter[rows] = after;
    counted[difference] = (counted[difference] ?? 0) + 1;
    rows += 1;
  };
  const [allInA, allInB] = [isAllCurrent(a), isAllCurrent(b)];
  const matched = new Uint8Array(b.itemCount);
  // Of an object of many columns each look would cost as much as what is done with it.
  const { scope: scopeA, typeKey: typeA, id: idA, hash: hashA, strings: stringsA } = a;
  const { scope: scopeB, typeKey: typeB, id: idB, hash: hashB, strings: stringsB } = b;
  const isIt = (candidate: number, scope: number, key: number, id: number) =>
    typeB[candidate] === key &&
    scopeB[candidate] === scope &&
    isSameString(stringsA, id, stringsB, idB[candidate] ?? none);
  // Most snapshots of an account list the same resources in the same order: first it is looked at what follows the last one found.
  let next = 0;
  await slicer.forRows(a.itemCount, (from, end) => {
    for (let item = from; item < end; item++) {
      const ofA = scopeA[item] ?? none;
      const type = typeA[item] ?? none;
      const id = idA[item] ?? none;
      if (!allInA && lookUp(a.byId, inA, ofA, type, id) !== item) continue;
      const scope = scopeIn[ofA] ?? none;
      const key = keyIn[type] ?? none;
      let other = -1;
      if (scope !== none && key !== none) {
        if (allInB && isIt(next, scope, key, id)) other = next;
        else if (allInB && isIt(next + 1, scope, key, id)) other = next + 1;
        else {
          const text = sameString(a.strings, id, b.strings);
          if (text >= 0) other = lookUp(b.byId, inB, scope, key, text);
        }
      }
      if (other < 0) {
        add(removed, item, -1);
        continue;
      }
      next = other + 1;
      matched[other] = 1;
      const same = hashA[2 * item] === hashB[2 * other] && hashA[2 * item + 1] === hashB[2 * other + 1];
      add(same ? unchanged : changed, item, other);
    }
    return undefined;
  });
  await slicer.forRows(b.itemCount, (from, end) => {
    for (let item = from; item < end; item++) {
      if (matched[item] === 1) continue;
      const isCurrent = () =>
        lookUp(b.byId, inB, b.scope[item] ?? none, b.typeKey[item] ?? none, b.id[item] ?? none) === item;
      if (allInB || isCurrent()) add(added, -1, item);
    }
    return undefined;
  });
  const count = (difference: number) => counted[difference] ?? 0;
  return {
    kind: kind.slice(0, rows),
    before: itemBefore.slice(0, rows),
    after: itemAfter.slice(0, rows),
    counts: { added: count(added), removed: count(removed), changed: count(changed), unchanged: count(unchanged) },
  };
}

/** Whether all items are current: then each is in the table of ids. */
function isAllCurrent({ byId, itemCount }: SnapshotIndex): boolean {
  return entryCount(byId) === itemCount;
}

/** For each account and Region in `from`, their number in `to`. */
async function scopesIn(from: ComparedSide, to: ComparedSide, slicer: TimeSlicer): Promise<Uint32Array> {
  const [ofFrom, ofTo] = [new Scopes(from.index, from.index.strings), new Scopes(to.index, to.index.strings)];
  const scopes = new Uint32Array(ofFrom.count).fill(none);
  for (let scope = 0; scope < scopes.length; scope++) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    const same = ofTo.find(ofFrom.at(scope));
    if (same >= 0) scopes[scope] = same;
  }
  return scopes;
}

/** For each key of a type in `from`, the key of the same type in `to`. */
function keysIn(from: ComparedSide, to: ComparedSide): Uint32Array {
  const keys = new Uint32Array(from.keys.count).fill(none);
  for (const type of from.index.types) {
    keys[from.keys.of(type)] = to.keys.find(from.index.strings.get(type)) ?? none;
  }
  return keys;
}

/** The number of a string in another table, found by its bytes: making strings of a million ids would take a second. */
function sameString(from: StringTable, number: number, to: StringTable): number {
  const mask = to.slots.length - 1;
  let slot = hashBytes(from.heap.subarray(from.starts[number], from.starts[number + 1]))[0] & mask;
  for (let entry = to.slots[slot] ?? 0; entry !== 0; entry = to.slots[slot] ?? 0) {
    if (isSameString(from, number, to, entry - 1)) return entry - 1;
    slot = (slot + 1) & mask;
  }
  return -1;
}

function isSameString(from: StringTable, number: number, to: StringTable, numberInTo: number): boolean {
  let at = from.starts[number] ?? 0;
  let atInTo = to.starts[numberInTo] ?? 0;
  const end = from.starts[number + 1] ?? 0;
  if ((to.starts[numberInTo + 1] ?? 0) - atInTo !== end - at) return false;
  for (; at < end; at++, atInTo++) if (from.heap[at] !== to.heap[atInTo]) return false;
  return true;
}

import { ambiguous, notFound } from '../../items/resolve-reference';
import type { Scope } from '../../items/scope';
import { none } from '../index/columns';
import { lookupColumns, markNotCurrent, type TypeKeys } from '../index/item-lookup';
import type { ItemResolver } from '../index/item-resolver';
import { namedBy } from '../index/resolve-edges';
import { withoutEdgesOf } from '../index/resolve-items';
import type { SnapshotIndex } from '../index/snapshot-index';
import { TimeSlicer } from '../index/time-slicer';
import { ReferredScopes } from './referred-scopes';

/** The resources of an index as nodes: node n below `itemCount` is item n, the ones behind are resources that are only referred to. */
export interface NodeColumns {
  nodeCount: number;
  /** The node that each edge leads to; -1 where it leads nowhere, or starts from an item that is not current. */
  nodeOf: Int32Array;
  /** Type and id of node `itemCount + n` as numbers of strings, and the number in `scopes` of its account and Region. */
  referredType: Uint32Array;
  referredId: Uint32Array;
  referredScope: Uint32Array;
  /** How many items refer to it. */
  referredDegree: Uint32Array;
  scopes: ReferredScopes;
  /** 1 for items that are no nodes: another item of their resource is the current one, or the resource is gone (`findCurrent`). */
  notCurrent: Uint8Array;
  /** Items that are nodes, and the relationships that they tell. */
  currentCount: number;
  currentEdges: number;
  /** The referred resource of an account and Region, with this key of a type and text of an id; -1 where there is none. */
  findReferred: (scope: Scope, key: number, id: number) => number;
  /** The one referred resource of a type and id, whatever its account and Region; `ambiguous` where there are several. */
  findReferredAnywhere: (key: number, id: number) => number;
}

/** Numbers the resources of an index, and finds those that are only referred to. In slices. */
export async function makeNodeColumns(
  index: SnapshotIndex,
  keys: TypeKeys,
  resolver: ItemResolver,
): Promise<NodeColumns> {
  const slicer = new TimeSlicer();
  // Of an object of many columns each look would cost as much as what is done with it.
  const { itemCount, edgeCount, edgeStart, edgeTo, edgeType, scope } = index;
  const emptyText = index.strings.find('');
  const marked = await markNotCurrent(lookupColumns(index).ids, index.byId, slicer);
  const notCurrent = marked ?? new Uint8Array(itemCount);
  const scopes = new ReferredScopes(index.strings, resolver.scopes);
  const nodeOf = marked ? await withoutEdgesOf(marked, edgeTo, edgeStart, slicer) : edgeTo.slice();
  const referred = new ReferredNodes();
  let itemIndex = 0;
  await slicer.forRows(edgeCount, (from, end) => {
    for (let edge = from; edge < end; edge++) {
      if ((edgeTo[edge] ?? -1) >= 0) continue;
      while ((edgeStart[itemIndex + 1] ?? 0) <= edge) itemIndex += 1;
      if (notCurrent[itemIndex] === 1) continue;
      const { text } = namedBy(index, edge, emptyText);
      if (text === none) continue;
      const type = edgeType[edge] ?? none;
      const its = scopes.of(type, scope[itemIndex] ?? none, text);
      nodeOf[edge] = itemCount + referred.refer(itemIndex, { type, key: keys.of(type), text, scope: its });
    }
    return undefined;
  });
  let [currentCount, currentEdges] = [itemCount, edgeCount];
  await slicer.forRows(marked?.length ?? 0, (from, end) => {
    for (let item = from; item < end; item++) {
      if (notCurrent[item] !== 1) continue;
      currentCount -= 1;
      currentEdges -= (edgeStart[item + 1] ?? 0) - (edgeStart[item] ?? 0);
    }
    return undefined;
  });
  const nodeAt = (number: number) => (number < 0 ? number : itemCount + number);
  return {
    nodeCount: itemCount + referred.count,
    nodeOf,
    referredType: Uint32Array.from(referred.types),
    referredId: Uint32Array.from(referred.texts),
    referredScope: Uint32Array.from(referred.scopes),
    referredDegree: Uint32Array.from(referred.degrees),
    scopes,
    notCurrent,
    currentCount,
    currentEdges,
    findReferred: (scope, key, id) => {
      const its = scopes.find(scope);
      return its < 0 ? notFound : nodeAt(referred.find(key, id, its));
    },
    findReferredAnywhere: (key, id) => nodeAt(referred.find(key, id)),
  };
}

/** How much there is of a snapshot: its resources, relationships as their items tell them, and resources that are only referred to. */
export function totalsOf({ currentCount, currentEdges, referredId }: NodeColumns) {
  return { resources: currentCount, relationships: currentEdges, missing: referredId.length };
}

/** Resources that are only referred to, numbered as they are met. */
class ReferredNodes {
  /** Strings of types and ids, and numbers of accounts and Regions. */
  readonly types: number[] = [];
  readonly texts: number[] = [];
  readonly scopes: number[] = [];
  /** How many items refer to each. */
  readonly degrees: number[] = [];
  readonly #keys: number[] = [];
  readonly #lastFrom: number[] = [];
  /** The last one with a text, and for each the one before it with the same: mostly there is none. */
  readonly #byText = new Map<number, number>();
  readonly #before: number[] = [];

  get count(): number {
    return this.types.length;
  }

  /** The number of what an item refers to. The relationships of one item come together. */
  refer(item: number, { type, key, text, scope }: { type: number; key: number; text: number; scope: number }): number {
    const known = this.#last(key, text, scope);
    const number = known < 0 ? this.count : known;
    if (known < 0) {
      this.types.push(type);
      this.texts.push(text);
      this.scopes.push(scope);
      this.degrees.push(0);
      this.#keys.push(key);
      this.#before.push(this.#byText.get(text) ?? -1);
      this.#byText.set(text, number);
    }
    if (this.#lastFrom[number] !== item) this.degrees[number] = (this.degrees[number] ?? 0) + 1;
    this.#lastFrom[number] = item;
    return number;
  }

  /** The one of a type and id, of an account and Region or wherever it is; `notFound`, or `ambiguous` where there are several. */
  find(key: number, text: number, scope?: number): number {
    const found = this.#last(key, text, scope);
    if (found < 0) return notFound;
    const another = scope === undefined ? this.#last(key, text, scope, this.#before[found]) : -1;
    return another < 0 ? found : ambiguous;
  }

  #last(key: number, text: number, scope: number | undefined, from = this.#byText.get(text) ?? -1): number {
    let number = from;
    while (number >= 0 && (this.#keys[number] !== key || (scope !== undefined && this.scopes[number] !== scope))) {
      number = this.#before[number] ?? -1;
    }
    return number;
  }
}

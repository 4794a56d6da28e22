import { ambiguous, notFound } from '../../items/resolve-reference';
import type { Scope } from '../../items/scope';
import { none } from '../index/columns';
import { lookUp, lookupColumns, makeLookup, markRepeated, type TypeKeys } from '../index/item-lookup';
import type { ItemResolver } from '../index/item-resolver';
import { namedBy } from '../index/resolve-edges';
import type { SnapshotIndex } from '../index/snapshot-index';
import { TimeSlicer } from '../index/time-slicer';
import { ReferredScopes } from './referred-scopes';

/** The resources of an index as nodes: node n below `itemCount` is item n, the ones behind are resources that are only referred to. */
export interface NodeColumns {
  nodeCount: number;
  /** The node that each edge leads to; -1 where it leads nowhere, or starts from an item that repeats another. */
  nodeOf: Int32Array;
  /** Type and id of node `itemCount + n` as numbers of strings, and the number in `scopes` of its account and Region. */
  referredType: Uint32Array;
  referredId: Uint32Array;
  referredScope: Uint32Array;
  /** How many items refer to it. */
  referredDegree: Uint32Array;
  scopes: ReferredScopes;
  /** 1 for items that repeat a resource already seen: they are no nodes. */
  repeated: Uint8Array;
  repeatedCount: number;
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
  const marked = await markRepeated(lookupColumns(index).ids, index.byId, slicer);
  const repeated = marked ?? new Uint8Array(itemCount);
  const scopes = new ReferredScopes(index.strings, resolver.scopes);
  const nodeOf = edgeTo.slice();
  const [loose, looseScope]: [number[], number[]] = [[], []];
  const [looseType, looseText, looseFrom]: [number[], number[], number[]] = [[], [], []];
  let itemIndex = 0;
  await slicer.forRows(edgeCount, (from, end) => {
    for (let edge = from; edge < end; edge++) {
      if ((edgeTo[edge] ?? -1) >= 0) continue;
      while ((edgeStart[itemIndex + 1] ?? 0) <= edge) itemIndex += 1;
      if (repeated[itemIndex] === 1) continue;
      const { text } = namedBy(index, edge, emptyText);
      if (text === none) continue;
      const type = edgeType[edge] ?? none;
      loose.push(edge);
      looseScope.push(scopes.of(type, scope[itemIndex] ?? none, text));
      looseType.push(keys.of(type));
      looseText.push(text);
      looseFrom.push(itemIndex);
    }
    return undefined;
  });
  let repeatedCount = 0;
  for (let item = 0; marked && item < itemCount; item++) {
    if (repeated[item] !== 1) continue;
    repeatedCount += 1;
    nodeOf.fill(-1, edgeStart[item], edgeStart[item + 1]);
  }
  const referred = {
    scope: Uint32Array.from(looseScope),
    type: Uint32Array.from(looseType),
    text: Uint32Array.from(looseText),
    shared: true,
  };
  const slots = await makeLookup(referred, slicer);
  const find = (scope: number, key: number, text: number) => lookUp(slots, referred, scope, key, text);
  const number = new Int32Array(loose.length).fill(-1);
  const firsts: number[] = [];
  const [degree, lastFrom]: [number[], number[]] = [[], []];
  await slicer.forRows(loose.length, (begin, end) => {
    for (let row = begin; row < end; row++) {
      const first = find(referred.scope[row] ?? 0, referred.type[row] ?? 0, referred.text[row] ?? 0);
      if (first === row) number[row] = firsts.push(row) - 1;
      const its = number[first] ?? 0;
      nodeOf[loose[row] ?? 0] = itemCount + its;
      // The relationships of an item stand together.
      const from = looseFrom[row] ?? 0;
      if (lastFrom[its] !== from) degree[its] = (degree[its] ?? 0) + 1;
      lastFrom[its] = from;
    }
    return undefined;
  });
  const nodeCount = itemCount + firsts.length;
  return {
    nodeCount,
    nodeOf,
    referredType: Uint32Array.from(firsts, (row) => index.edgeType[loose[row] ?? 0] ?? none),
    referredId: Uint32Array.from(firsts, (row) => looseText[row] ?? none),
    referredScope: Uint32Array.from(firsts, (row) => looseScope[row] ?? 0),
    referredDegree: Uint32Array.from(degree),
    scopes,
    repeated,
    repeatedCount,
    findReferred: (scope, key, id) => {
      const its = scopes.find(scope);
      const row = its < 0 ? -1 : find(its, key, id);
      return row < 0 ? notFound : itemCount + (number[row] ?? 0);
    },
    findReferredAnywhere: (key, id) => {
      const matches = firsts.filter((row) => looseType[row] === key && looseText[row] === id);
      if (matches.length > 1) return ambiguous;
      return matches[0] === undefined ? notFound : itemCount + (number[matches[0]] ?? 0);
    },
  };
}

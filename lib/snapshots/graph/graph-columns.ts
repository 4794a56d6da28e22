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
export interface GraphColumns {
  nodeCount: number;
  /** The node that each edge leads to; -1 where it leads nowhere, or starts from an item that repeats another. */
  nodeOf: Int32Array;
  /** Type and id of node `itemCount + n` as numbers of strings, and the number in `scopes` of its account and Region. */
  referredType: Uint32Array;
  referredId: Uint32Array;
  referredScope: Uint32Array;
  scopes: ReferredScopes;
  /** 1 for items that repeat a resource already seen: they are no nodes. */
  repeated: Uint8Array;
  /** The neighbours of node n, each once: `neighbours` from `start[n]` on, `degree[n]` of them. */
  start: Uint32Array;
  neighbours: Uint32Array;
  degree: Uint32Array;
  /** The referred resource of an account and Region, with this key of a type and text of an id; -1 where there is none. */
  findReferred: (scope: Scope, key: number, id: number) => number;
  /** The one referred resource of a type and id, whatever its account and Region; `ambiguous` where there are several. */
  findReferredAnywhere: (key: number, id: number) => number;
}

/** Makes the columns for graphs, when the first one is drawn. In slices. */
export async function makeGraphColumns(
  index: SnapshotIndex,
  keys: TypeKeys,
  resolver: ItemResolver,
): Promise<GraphColumns> {
  const slicer = new TimeSlicer();
  // Of an object of many columns each look would cost as much as what is done with it.
  const { itemCount, edgeCount, edgeStart, edgeTo, edgeType, scope } = index;
  const emptyText = index.strings.find('');
  const repeated = (await markRepeated(lookupColumns(index).ids, index.byId, slicer)) ?? new Uint8Array(itemCount);
  const scopes = new ReferredScopes(index.strings, resolver.scopes);
  const nodeOf = new Int32Array(edgeCount).fill(-1);
  const [loose, looseScope]: [number[], number[]] = [[], []];
  const [looseType, looseText]: [number[], number[]] = [[], []];
  let itemIndex = 0;
  await slicer.forRows(edgeCount, (from, end) => {
    for (let edge = from; edge < end; edge++) {
      while ((edgeStart[itemIndex + 1] ?? 0) <= edge) itemIndex += 1;
      if (repeated[itemIndex] === 1) continue;
      const to = edgeTo[edge] ?? -1;
      nodeOf[edge] = to;
      if (to >= 0) continue;
      const { text } = namedBy(index, edge, emptyText);
      if (text === none) continue;
      const type = edgeType[edge] ?? none;
      loose.push(edge);
      looseScope.push(scopes.of(type, scope[itemIndex] ?? none, text));
      looseType.push(keys.of(type));
      looseText.push(text);
    }
    return undefined;
  });
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
  await slicer.forRows(loose.length, (from, end) => {
    for (let row = from; row < end; row++) {
      const first = find(referred.scope[row] ?? 0, referred.type[row] ?? 0, referred.text[row] ?? 0);
      if (first === row) number[row] = firsts.push(row) - 1;
      nodeOf[loose[row] ?? 0] = itemCount + (number[first] ?? 0);
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
    scopes,
    repeated,
    ...(await neighboursOf(index, nodeOf, nodeCount, slicer)),
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

async function neighboursOf(index: SnapshotIndex, nodeOf: Int32Array, nodeCount: number, slicer: TimeSlicer) {
  const start = new Uint32Array(nodeCount + 1);
  const { edgeStart } = index;
  let itemIndex = 0;
  await slicer.forRows(nodeOf.length, (from, end) => {
    for (let edge = from; edge < end; edge++) {
      while ((edgeStart[itemIndex + 1] ?? 0) <= edge) itemIndex += 1;
      const to = nodeOf[edge] ?? -1;
      if (to < 0 || to === itemIndex) continue;
      start[itemIndex + 1] = (start[itemIndex + 1] ?? 0) + 1;
      start[to + 1] = (start[to + 1] ?? 0) + 1;
    }
    return undefined;
  });
  for (let node = 1; node <= nodeCount; node++) start[node] = (start[node] ?? 0) + (start[node - 1] ?? 0);
  const free = start.slice();
  const neighbours = new Uint32Array(start[nodeCount] ?? 0);
  itemIndex = 0;
  await slicer.forRows(nodeOf.length, (from, end) => {
    for (let edge = from; edge < end; edge++) {
      while ((edgeStart[itemIndex + 1] ?? 0) <= edge) itemIndex += 1;
      const to = nodeOf[edge] ?? -1;
      if (to < 0 || to === itemIndex) continue;
      const place = free[itemIndex] ?? 0;
      const placeOfOther = free[to] ?? 0;
      neighbours[place] = to;
      free[itemIndex] = place + 1;
      neighbours[placeOfOther] = itemIndex;
      free[to] = placeOfOther + 1;
    }
    return undefined;
  });
  // Two resources may tell of each other, and more than once: each neighbour is to stand there once.
  const degree = new Uint32Array(nodeCount);
  const seenBy = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const from = start[node] ?? 0;
    let place = from;
    const end = start[node + 1] ?? 0;
    for (let at = from; at < end; at++) {
      if (slicer.shouldYield()) await slicer.yieldNow();
      const neighbour = neighbours[at] ?? 0;
      if (seenBy[neighbour] === node + 1) continue;
      seenBy[neighbour] = node + 1;
      neighbours[place++] = neighbour;
    }
    degree[node] = place - from;
  }
  return { start, neighbours, degree };
}

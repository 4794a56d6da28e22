import { none } from '../index/columns';
import { lookUp, makeLookup, type TypeKeys } from '../index/item-lookup';
import { edgeFrom, type SnapshotIndex } from '../index/snapshot-index';
import { TimeSlicer } from '../index/time-slicer';

/** The resources of an index as nodes: node n below `itemCount` is item n, the ones behind are resources that are only referred to. */
export interface GraphColumns {
  nodeCount: number;
  /** The node that each edge leads to; -1 where it leads nowhere, or starts from an item that repeats another. */
  nodeOf: Int32Array;
  /** Type and id of node `itemCount + n`, as numbers of strings. */
  referredType: Uint32Array;
  referredId: Uint32Array;
  /** 1 for items that repeat a resource already seen: they are no nodes. */
  repeated: Uint8Array;
  /** The neighbours of node n, each once: `neighbours` from `start[n]` on, `degree[n]` of them. */
  start: Uint32Array;
  neighbours: Uint32Array;
  degree: Uint32Array;
  /** The referred resource with this key of a type and text of an id; -1 where there is none. */
  findReferred: (key: number, id: number) => number;
}

/** Makes the columns for graphs, when the first one is drawn. In slicer. */
export async function makeGraphColumns(index: SnapshotIndex, keys: TypeKeys): Promise<GraphColumns> {
  const slicer = new TimeSlicer();
  const { itemCount, edgeCount } = index;
  const ids = { type: index.typeKey, text: index.id };
  const emptyText = index.strings.find('');
  const repeated = new Uint8Array(itemCount);
  for (let item = 0; item < itemCount; item++) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    if (lookUp(index.byId, ids, index.typeKey[item] ?? 0, index.id[item] ?? 0) !== item) repeated[item] = 1;
  }

  // A name leads to an item that is a node.
  const names = { type: index.typeKey, text: index.name };
  let byName = index.byName;
  if (repeated.includes(1)) {
    names.text = index.name.map((name, item) => (repeated[item] === 1 ? none : name));
    byName = await makeLookup(names, slicer);
  }

  const nodeOf = new Int32Array(edgeCount).fill(-1);
  const loose: { edges: number[]; type: number[]; text: number[] } = { edges: [], type: [], text: [] };
  for (let item = 0; item < itemCount; item++) {
    if (repeated[item] === 1) continue;
    for (let edge = index.edgeStart[item] ?? 0; edge < (index.edgeStart[item + 1] ?? 0); edge++) {
      if (slicer.shouldYield()) await slicer.yieldNow();
      const key = keys.of(index.edgeType[edge] ?? none);
      const id = index.edgeId[edge] ?? none;
      const name = index.edgeName[edge] ?? none;
      const text = id !== none && id !== emptyText ? id : name;
      if (text === none || text === emptyText) continue;
      let to = text === id ? (index.edgeTo[edge] ?? -1) : lookUp(byName, names, key, text);
      // A name may be the id of the other resource.
      if (to < 0) to = lookUp(index.byId, ids, key, text);
      nodeOf[edge] = to;
      if (to >= 0) continue;
      loose.edges.push(edge);
      loose.type.push(key);
      loose.text.push(text);
    }
  }
  const referred = { type: Uint32Array.from(loose.type), text: Uint32Array.from(loose.text) };
  const slots = await makeLookup(referred, slicer);
  const number = new Int32Array(loose.edges.length).fill(-1);
  const firsts: number[] = [];
  for (let row = 0; row < loose.edges.length; row++) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    const first = lookUp(slots, referred, referred.type[row] ?? 0, referred.text[row] ?? 0);
    if (first === row) number[row] = firsts.push(row) - 1;
    nodeOf[loose.edges[row] ?? 0] = itemCount + (number[first] ?? 0);
  }
  const nodeCount = itemCount + firsts.length;
  return {
    nodeCount,
    nodeOf,
    referredType: Uint32Array.from(firsts, (row) => index.edgeType[loose.edges[row] ?? 0] ?? none),
    referredId: Uint32Array.from(firsts, (row) => loose.text[row] ?? none),
    repeated,
    ...(await neighboursOf(index, nodeOf, nodeCount, slicer)),
    findReferred: (key, id) => {
      const row = lookUp(slots, referred, key, id);
      return row < 0 ? -1 : itemCount + (number[row] ?? 0);
    },
  };
}

async function neighboursOf(index: SnapshotIndex, nodeOf: Int32Array, nodeCount: number, slicer: TimeSlicer) {
  const start = new Uint32Array(nodeCount + 1);
  const eachEdge = async (take: (from: number, to: number) => void) => {
    let from = edgeFrom(index, 0);
    for (let edge = 0; edge < nodeOf.length; edge++) {
      if (slicer.shouldYield()) await slicer.yieldNow();
      while ((index.edgeStart[from + 1] ?? 0) <= edge) from += 1;
      const to = nodeOf[edge] ?? -1;
      if (to >= 0 && to !== from) take(from, to);
    }
  };
  await eachEdge((from, to) => {
    start[from + 1] = (start[from + 1] ?? 0) + 1;
    start[to + 1] = (start[to + 1] ?? 0) + 1;
  });
  for (let node = 1; node <= nodeCount; node++) start[node] = (start[node] ?? 0) + (start[node - 1] ?? 0);
  const free = start.slice();
  const neighbours = new Uint32Array(start[nodeCount] ?? 0);
  const put = (node: number, neighbour: number) => {
    const place = free[node] ?? 0;
    neighbours[place] = neighbour;
    free[node] = place + 1;
  };
  await eachEdge((from, to) => {
    put(from, to);
    put(to, from);
  });
  // Two resources may tell of each other, and more than once: each neighbour is to stand there once.
  const degree = new Uint32Array(nodeCount);
  const seenBy = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const from = start[node] ?? 0;
    let place = from;
    for (let at = from; at < (start[node + 1] ?? 0); at++) {
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

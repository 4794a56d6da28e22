import { columnBytes } from '../../../index/columns';
import { TypeKeys } from '../../../index/item-lookup';
import type { SnapshotIndex } from '../../../index/snapshot-index';
import { GraphNodes } from '../../graph-nodes';
import { findNetworkPlaces } from '../place/network-places';
import { groupNodes } from './group-nodes';
import { type MapTree, makeMapTree } from './map-tree';

/**
 * The map of a document by network. It is made with the index and kept in the same file: to go through all relationships takes longer than
 * somebody who wants to see the map should wait.
 */
export interface NetworkMap {
  /** On what each node rides; -1 for nothing. */
  owner: Int32Array;
  tree: MapTree;
}

/** Works out where the resources of an index lie. In slices. */
export async function makeNetworkMap(index: SnapshotIndex): Promise<NetworkMap> {
  const nodes = new GraphNodes(index, new TypeKeys(index.strings, index.types));
  const columns = await nodes.columns();
  const places = await findNetworkPlaces(nodes, columns);
  const grouped = await groupNodes(nodes, columns, 'network', places);
  const tree = await makeMapTree(grouped, (node) => nodes.typeKey(columns, node), nodes.keys.count);
  return { owner: places.owner, tree };
}

/** Bytes that one box takes, about. */
const bytesOfBox = 64;

/** Memory that a tree takes. */
export function bytesOfTree(tree: MapTree): number {
  return columnBytes(tree) + bytesOfBox * tree.boxes.count;
}

import type { GraphNodes } from '../../graph-nodes';
import type { NodeColumns } from '../../node-columns';
import type { NetworkPlaces } from '../place/places';
import type { MapTree } from './map-tree';

/** A snapshot's map, before anything of it is chosen to be shown. */
export interface GroupedMap {
  nodes: GraphNodes;
  columns: NodeColumns;
  places: NetworkPlaces;
  tree: MapTree;
  /** The key of the tag by whose values boxes are made. */
  tag: string;
}

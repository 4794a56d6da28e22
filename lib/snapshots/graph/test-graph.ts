import type { TypeKeys } from '../index/item-lookup';
import type { SnapshotIndex } from '../index/snapshot-index';
import { ResourceStates } from '../reading/resource-states';
import { ItemSearcher } from '../reading/search/search-items';
import { GraphNodes } from './graph-nodes';
import { IndexGraph } from './index-graph';
import { NodeMatcher } from './matching/node-matcher';

/** What draws the graph of an index. For tests. */
export function graphParts({ index, keys }: { index: SnapshotIndex; keys: TypeKeys }) {
  const nodes = new GraphNodes(index, keys);
  const matcher = new NodeMatcher(nodes, new ItemSearcher(index, keys, () => ResourceStates.make(index)));
  return { nodes, matcher, graph: new IndexGraph(nodes, matcher) };
}

import { buildGraph } from '../graph/build';
import { type GraphPart, graphViewOf } from '../graph/view';
import type { NearbyRequest } from '../inventory/neighbours/nearby';
import type { InventoryReader } from '../inventory/reader';
import { printIdentity } from '../items/identity';

/**
 * What is near a recorded resource, to be drawn: recorder and graph know nothing of each other. A neighbour without an `index` is
 * referred to and not recorded.
 */
export async function resourceGraph(
  inventory: Pick<InventoryReader, 'nearby'>,
  request: NearbyRequest,
): Promise<GraphPart> {
  const entries = await inventory.nearby(request);
  const graph = buildGraph(entries.map((entry, index) => ({ ...entry, index })));
  const [resource] = entries;
  if (!resource) return { nodes: [], edges: [], totalNodes: 0, types: [] };
  const view = { types: [], focus: [printIdentity(resource)], hops: request.hops };
  // What lies farther away is in the graph as the far end of a neighbour's relationship: it is not what was asked for.
  const within = graphViewOf(graph, { ...view, limit: graph.nodeCount }).nodes.length;
  return { ...graphViewOf(graph, { ...view, limit: request.limit }), totalNodes: within };
}

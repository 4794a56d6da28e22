import cytoscape, { type NodeSingular } from 'cytoscape';
import fcose from 'cytoscape-fcose';
import { rowsBelow, settle } from '../../everything/arrangement';
import { type ForceRequest, roomFor } from '../../everything/force-request';
import { forceOptions, isDense, withSeededRandom } from '../../everything/forces';
import type { Point } from '../../everything/placement';

/**
 * Places that forces find for a graph: what is related draws closer, all else pushes apart. What is related to nothing stands in rows below.
 * Takes seconds for thousands of nodes. Needs no page, so that it can run in a worker.
 */
export function forcePlaces({ nodes, edges, form, proportion }: ForceRequest): Map<string, Point> {
  cytoscape.use(fcose);
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    style: [{ selector: 'node', style: { width: 'data(width)', height: 'data(height)' } }],
    elements: [
      ...nodes.map(({ id, width, height }) => ({ group: 'nodes' as const, data: { id, width, height } })),
      ...edges.map(({ id, source, target }) => ({ group: 'edges' as const, data: { id, source, target } })),
    ],
  });
  const alone = cy.nodes().filter((node) => node.degree(false) === 0);
  const related = cy.elements().not(alone);
  const count = related.nodes().length;
  const room = roomFor[form];
  withSeededRandom(() => {
    if (count > 0) related.layout(forceOptions(form, count)).run();
  });
  const points = new Map(
    (related.nodes().toArray() as NodeSingular[])
      .sort((a, b) => b.degree(false) - a.degree(false))
      .map((node): [string, Point] => [node.id(), { ...node.position() }]),
  );
  // In a row captions stand side by side, and a long one is wider than a node's room elsewhere.
  const rowRoom = form === 'card' ? { x: 240, y: 84 } : { x: room.x * 1.35, y: room.y };
  const below = alone.length * rowRoom.x * rowRoom.y;
  const settled = settle(points, { room, proportion, below, dense: isDense(count), apart: true });
  const ids = alone.map((node) => node.id());
  const places = new Map([...settled, ...rowsBelow(ids, settled, rowRoom)]);
  cy.destroy();
  return places;
}

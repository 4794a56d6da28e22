import type { GraphView } from '@/lib/api/contract/graph';
import { padding, titleWidth } from '@/lib/graph/map-layout/sizes';
import { pack } from '@/lib/graph/map-layout/skyline';
import type { Picture } from '@/lib/graph/picture';
import { nodeStyleOf } from '@/lib/graph/style/node-style';
import { normalizeType } from '@/lib/items/resource-type';
import { drawnEdges, drawnNode, drawnSize } from './everything-picture';
import { roomFor } from './force-request';
import { forceFormOf } from './forces';
import type { Point } from './placement';

type Part = Pick<GraphView, 'nodes' | 'edges'>;
type Node = Part['nodes'][number];

/** The strip over a circle, for its title. */
const titleHeight = 44;
/** No names of relationships are written between cards here: they stand closer than where forces place them. */
const cardRoom = { x: 224, y: 66 };

/**
 * Everything in circles, one for each type, the largest first: in a box that names it, the best connected in its middle. What is beside each
 * other tells nothing more; the same resources stand in the same places.
 *
 * @param proportion width by height that the whole comes close to
 */
export function circlesPicture({ nodes, edges }: Part, proportion: number): Picture {
  const form = forceFormOf(nodes.length);
  const room = form === 'card' ? cardRoom : roomFor[form];
  const groups = [...groupByType(nodes)].sort(
    ([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1),
  );
  const circles = groups.map(([type, members]) => {
    const points = ringPoints(members.length).map(({ x, y }) => ({ x: x * room.x, y: y * room.y }));
    const reach = {
      x: Math.max(...points.map(({ x }) => Math.abs(x))),
      y: Math.max(...points.map(({ y }) => Math.abs(y))),
    };
    const label = nodeStyleOf(members[0]?.resourceType ?? '').title;
    const wide = Math.max(2 * reach.x + room.x, titleWidth(label) + 2 * padding);
    const size = { width: wide, height: 2 * reach.y + room.y + titleHeight };
    return { id: `type:${type}`, label, members, points, ...size };
  });
  const { places } = pack(circles, proportion);
  const picture: Picture = { boxes: [], nodes: [], edges: [] };
  for (const { id, label, members, points, width, height } of circles) {
    const { x, y } = places.get(id) ?? { x: 0, y: 0 };
    const resourceType = members[0]?.resourceType ?? '';
    const count = members.length;
    picture.boxes.push({
      ...{ id, kind: 'type', label, count, folded: false },
      ...{ types: [{ resourceType, count }], x, y, width, height },
    });
    const middle = { x: x + width / 2, y: y + titleHeight + (height - titleHeight) / 2 };
    members.forEach((node, at) => {
      const point = points[at] ?? { x: 0, y: 0 };
      picture.nodes.push({
        ...drawnNode(node, { x: middle.x + point.x, y: middle.y + point.y }, drawnSize(form)),
        parent: id,
      });
    });
  }
  return { ...picture, edges: drawnEdges(edges) };
}

function groupByType(nodes: readonly Node[]): Map<string, Node[]> {
  const groups = new Map<string, Node[]>();
  for (const node of nodes) {
    const type = normalizeType(node.resourceType);
    const group = groups.get(type);
    if (group) group.push(node);
    else groups.set(type, [node]);
  }
  for (const group of groups.values()) group.sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
  return groups;
}

/**
 * So many points in rings round a middle, the first in it. Of any two, x or y differ by at least one: rings, and the points of a ring, are as
 * far apart as the corners of a square of that size.
 */
export function ringPoints(count: number): Point[] {
  const points: Point[] = count > 0 ? [{ x: 0, y: 0 }] : [];
  for (let ring = 1; points.length < count; ring++) {
    const inRing = Math.min(Math.floor(Math.PI / Math.asin(1 / (2 * ring))), count - points.length);
    for (let at = 0; at < inRing; at++) {
      const turn = (2 * Math.PI * at) / inRing;
      points.push({ x: Math.SQRT2 * ring * Math.cos(turn), y: Math.SQRT2 * ring * Math.sin(turn) });
    }
  }
  return points;
}

import { TimeSlicer } from '../../../index/time-slicer';
import type { GraphColumns } from '../../graph-columns';
import type { MapParts, ShownMap } from './map-parts';

/** What relates two things that are shown: resources that are not shown by themselves, at one end at least. */
export interface LineBundle {
  /** Ids of boxes and cards. */
  source: string;
  target: string;
  /** Pairs of resources that are related. */
  count: number;
  /** The nodes of the first of these pairs. */
  first: [source: number, target: number];
}

/** All lines of a map. */
export interface MapLines {
  bundles: LineBundle[];
  /** Nodes that are shown by themselves, as cards or as boxes: what relates two of them is in no bundle. */
  shown: number[];
  /** Pairs of related resources in the whole snapshot. */
  total: number;
}

/** Between which things that are shown relationships lead: from the innermost thing around the one end to that around the other. In slices. */
export async function bundleLines(parts: MapParts, map: ShownMap, graph: GraphColumns): Promise<MapLines> {
  const { things, thingOf, shown } = await findThings(parts, map);
  const isShown = new Uint8Array(graph.nodeCount);
  for (const node of shown) isShown[node] = 1;
  const bundles = new Map<number, LineBundle>();
  const { start, degree, neighbours, nodeCount } = graph;
  let ends = 0;
  await new TimeSlicer().forRows(nodeCount, (from, end) => {
    for (let node = from; node < end; node++) {
      const count = degree[node] ?? 0;
      ends += count;
      const thing = thingOf[node] ?? -1;
      if (thing < 0) continue;
      const at = start[node] ?? 0;
      for (let place = at; place < at + count; place++) {
        const other = neighbours[place] ?? 0;
        const its = thingOf[other] ?? -1;
        // Each pair is met from both of its ends.
        if (other < node || its < 0 || its === thing || (isShown[node] === 1 && isShown[other] === 1)) continue;
        const name = Math.min(thing, its) * things.length + Math.max(thing, its);
        const known = bundles.get(name);
        if (known) known.count += 1;
        else {
          const [source, target] = [things[thing] ?? '', things[its] ?? ''];
          bundles.set(name, { source, target, count: 1, first: [node, other] });
        }
      }
    }
    return undefined;
  });
  return { bundles: [...bundles.values()], shown, total: ends / 2 };
}

interface Things {
  /** Ids of what is shown. */
  things: string[];
  /** Of each node the thing that shows it: itself, or the innermost box around it that is shown; -1 for none. */
  thingOf: Int32Array;
  /** Nodes that are shown by themselves. */
  shown: number[];
}

async function findThings({ tree, mask }: MapParts, { ids }: ShownMap): Promise<Things> {
  const things: string[] = [];
  const { boxes, members, groupBox, groupStart, ownBox } = tree;
  const thingOfBox = new Int32Array(boxes.count).fill(-1);
  for (let box = 0; box < boxes.count; box++) {
    const id = ids.boxes.get(box);
    thingOfBox[box] = id === undefined ? (thingOfBox[boxes.parent[box] ?? -1] ?? -1) : things.push(id) - 1;
  }
  const thingOfGroup = Int32Array.from(groupBox, (box, group) => {
    const id = ids.folds.get(group);
    return id === undefined ? (thingOfBox[box] ?? -1) : things.push(id) - 1;
  });
  const thingOf = new Int32Array(tree.boxOf.length).fill(-1);
  const shown: number[] = [];
  let group = 0;
  await new TimeSlicer().forRows(members.length, (from, end) => {
    for (let place = from; place < end; place++) {
      while ((groupStart[group + 1] ?? 0) <= place) group += 1;
      const node = members[place] ?? 0;
      if (mask !== undefined && mask[node] !== 1) continue;
      const own = ownBox[node] ?? -1;
      thingOf[node] = own >= 0 ? (thingOfBox[own] ?? -1) : (thingOfGroup[group] ?? -1);
      if (own >= 0 && ids.boxes.has(own)) shown.push(node);
    }
    return undefined;
  });
  for (const [node, id] of ids.cards) {
    thingOf[node] = things.push(id) - 1;
    shown.push(node);
  }
  return { things, thingOf, shown };
}

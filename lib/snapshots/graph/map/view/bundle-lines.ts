import { endOf } from '../../../../graph/impact/adjacency';
import { TimeSlicer } from '../../../index/time-slicer';
import type { GraphColumns } from '../../graph-columns';
import type { DerivedColumns } from '../../impact/derived-columns';
import type { MapParts, ShownMap } from './map-parts';

/** What relates two things that are shown: resources that are not shown by themselves, at one end at least. */
export interface LineBundle {
  /** Ids of boxes and cards. */
  source: string;
  target: string;
  /** Pairs of resources that are related; those of them that are by a wanted name, and by what AWS Config records. */
  count: number;
  named: number;
  recorded: number;
  /** The nodes of the first of these pairs. */
  first: [source: number, target: number];
}

/** All lines of a map. */
export interface MapLines {
  bundles: LineBundle[];
  /** Nodes that are shown by themselves, as cards or as boxes: what relates two of them is in no bundle. */
  shown: number[];
  /** Pairs of related resources in the whole snapshot, without those that are left out. */
  total: number;
}

/** What relates the resources of a map. */
export interface MapRelations {
  recorded: GraphColumns;
  derived?: DerivedColumns | undefined;
  /** What is related by a wanted name; undefined where any will do. */
  named?: GraphColumns | undefined;
  /** Whether what is not related so is left out. */
  onlyNamed: boolean;
}

/** Between which things that are shown relationships lead: from the innermost thing around the one end to that around the other. In slices. */
export async function bundleLines(parts: MapParts, map: ShownMap, relations: MapRelations): Promise<MapLines> {
  const { things, thingOf, shown } = await findThings(parts, map);
  const { recorded, onlyNamed } = relations;
  const isShown = new Uint8Array(recorded.nodeCount);
  for (const node of shown) isShown[node] = 1;
  const bundles = new Map<number, LineBundle>();
  let ends = 0;
  await eachRelated(relations, (node, other, isNamed, isRecorded) => {
    if (onlyNamed && !isNamed) return;
    ends += 1;
    const [thing, its] = [thingOf[node] ?? -1, thingOf[other] ?? -1];
    // Each pair is met from both of its ends.
    if (other < node || thing < 0 || its < 0 || its === thing || (isShown[node] === 1 && isShown[other] === 1)) return;
    const name = Math.min(thing, its) * things.length + Math.max(thing, its);
    let bundle = bundles.get(name);
    if (!bundle) {
      const [source, target] = [things[thing] ?? '', things[its] ?? ''];
      bundle = { source, target, count: 0, named: 0, recorded: 0, first: [node, other] };
      bundles.set(name, bundle);
    }
    bundle.count += 1;
    bundle.named += Number(isNamed);
    bundle.recorded += Number(isRecorded);
  });
  return { bundles: [...bundles.values()], shown, total: ends / 2 };
}

/** Visits each pair of related nodes, from both of its ends. In slices. */
async function eachRelated(
  { recorded, derived, named }: MapRelations,
  visit: (node: number, other: number, isNamed: boolean, isRecorded: boolean) => void,
): Promise<void> {
  const { start, degree, neighbours, nodeCount } = recorded;
  /** The last node that each was met at: for a name that is wanted, and as the other end of something derived. */
  const [namedAt, derivedAt] = [named, derived].map((of) => of && new Int32Array(nodeCount).fill(-1));
  await new TimeSlicer().forRows(nodeCount, (from, end) => {
    for (let node = from; node < end; node++) {
      if (named && namedAt) {
        const at = named.start[node] ?? 0;
        for (let place = at; place < at + (named.degree[node] ?? 0); place++)
          namedAt[named.neighbours[place] ?? 0] = node;
      }
      const isNamed = (other: number) => namedAt === undefined || namedAt[other] === node;
      const at = start[node] ?? 0;
      for (let place = at; place < at + (degree[node] ?? 0); place++) {
        const other = neighbours[place] ?? 0;
        visit(node, other, isNamed(other), true);
      }
      if (!derived || !derivedAt) continue;
      // Of two that tell of each other, and of what is told under two names, one is enough. Nothing recorded is derived as well.
      for (const list of [derived.outgoing, derived.incoming]) {
        for (let place = list.start[node] ?? 0; place < endOf(list, node); place++) {
          const other = list.to[place] ?? 0;
          if (derivedAt[other] === node) continue;
          derivedAt[other] = node;
          visit(node, other, isNamed(other), false);
        }
      }
    }
    return undefined;
  });
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

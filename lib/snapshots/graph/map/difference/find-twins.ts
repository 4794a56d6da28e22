import { TimeSlicer } from '../../../index/time-slicer';
import type { GroupedMap } from '../tree/grouped-map';
import type { MapCounts } from '../tree/map-counts';
import { boxesIn, resourceOf } from '../tree/map-tree';
import { boxId } from '../view/box-names';

/** Which boxes of two maps are the same, and where that leaves what was removed. */
export interface Twins {
  /** Of each box of the later map the same one of the earlier map; -1 where it is new. */
  twin: Int32Array;
  /** Boxes of the earlier map in which something was removed and that the later one has not, by the box of the later one around them (-1: none). */
  ghosts: ReadonlyMap<number, readonly number[]>;
  /** What was removed in each such box of the earlier map, and in such boxes within it; 0 of others. */
  inGhost: Uint32Array;
  /** What was removed in each box of the later map and in those within it, the boxes included that it has no more. */
  inLater: Uint32Array;
}

/**
 * Finds the boxes of one map on another: a VPC or subnet wherever it is, any other by its id in the same box. `removed` counts what was removed,
 * the nodes of `mask`. In slices.
 */
export async function findTwins(
  earlier: GroupedMap,
  later: GroupedMap,
  { removed, mask }: { removed: MapCounts; mask: Uint8Array },
): Promise<Twins> {
  const slicer = new TimeSlicer();
  const matcher = new BoxMatcher(earlier, later);
  const { boxes, boxGroup } = earlier.tree;
  const twin = new Int32Array(later.tree.boxes.count).fill(-1);
  const inGhost = new Uint32Array(boxes.count);
  const inLater = new Uint32Array(twin.length);
  const ghosts = new Map<number, number[]>();
  // Outer boxes have the smaller numbers.
  for (let box = 0; box < boxes.count; box++) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    const same = await matcher.find(box);
    if (same >= 0) twin[same] = box;
  }
  for (let box = boxes.count - 1; box >= 0; box--) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    let own = 0;
    for (let group = boxGroup[box] ?? 0; group < (boxGroup[box + 1] ?? 0); group++) {
      own += removed.resources[group] ?? 0;
    }
    const same = matcher.known(box);
    if (same >= 0) {
      inLater[same] = (inLater[same] ?? 0) + own;
      continue;
    }
    inGhost[box] = (inGhost[box] ?? 0) + own;
    if (inGhost[box] === 0 && mask[resourceOf(earlier.tree, box)] !== 1) continue;
    const around = boxes.parent[box] ?? -1;
    const itsTwin = around < 0 ? -1 : matcher.known(around);
    if (around >= 0 && itsTwin < 0) inGhost[around] = (inGhost[around] ?? 0) + (inGhost[box] ?? 0);
    else {
      const known = ghosts.get(itsTwin);
      if (known) known.push(box);
      else ghosts.set(itsTwin, [box]);
      if (itsTwin >= 0) inLater[itsTwin] = (inLater[itsTwin] ?? 0) + (inGhost[box] ?? 0);
    }
  }
  // They were found from the last one on.
  for (const boxesOfOne of ghosts.values()) boxesOfOne.reverse();
  for (let box = inLater.length - 1; box >= 0; box--) {
    const around = later.tree.boxes.parent[box] ?? -1;
    if (around >= 0) inLater[around] = (inLater[around] ?? 0) + (inLater[box] ?? 0);
  }
  return { twin, ghosts, inGhost, inLater };
}

/** Finds boxes of the earlier map on the later one; outer ones have to be asked for before inner ones. */
class BoxMatcher {
  readonly #found: Int32Array;
  readonly #ids: string[] = [];
  /** The boxes in a box of the later map by their ids. */
  readonly #inner = new Map<number, Map<string, number>>();

  readonly #earlier: GroupedMap;
  readonly #later: GroupedMap;

  constructor(earlier: GroupedMap, later: GroupedMap) {
    this.#earlier = earlier;
    this.#later = later;
    this.#found = new Int32Array(earlier.tree.boxes.count).fill(-1);
  }

  /** The box of the later map that was found; -1 where there is none. */
  known(box: number): number {
    return this.#found[box] ?? -1;
  }

  async find(box: number): Promise<number> {
    const { tree } = this.#earlier;
    const around = tree.boxes.parent[box] ?? -1;
    const id = idOf(this.#earlier, box, this.#ids[around] ?? '');
    this.#ids[box] = id;
    const kind = tree.boxes.kind[box];
    let found = -1;
    if (kind === 'vpc' || kind === 'subnet') found = await this.#resource(id);
    else if (around < 0 || this.known(around) >= 0) found = this.#innerOf(around).get(id) ?? -1;
    this.#found[box] = found;
    return found;
  }

  async #resource(id: string): Promise<number> {
    const { nodes, columns, tree } = this.#later;
    const node = await nodes.find(columns, id);
    return node < 0 || nodes.key(columns, node) !== id ? -1 : (tree.ownBox[node] ?? -1);
  }

  #innerOf(around: number): ReadonlyMap<string, number> {
    const box = around < 0 ? -1 : this.known(around);
    const known = this.#inner.get(box);
    if (known) return known;
    const aroundId = around < 0 ? '' : (this.#ids[around] ?? '');
    const inner = new Map<string, number>();
    for (const one of boxesIn(this.#later.tree, box)) inner.set(idOf(this.#later, one, aroundId), one);
    this.#inner.set(box, inner);
    return inner;
  }
}

function idOf({ nodes, columns, tree, tag }: GroupedMap, box: number, aroundId: string): string {
  return boxId(nodes, columns, tree.boxes, { box, aroundId, tag });
}

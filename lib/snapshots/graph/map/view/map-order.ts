import type { BoxKind } from '../../../../graph/picture';
import { none } from '../../../index/columns';
import { TimeSlicer } from '../../../index/time-slicer';
import type { GraphNodes } from '../../graph-nodes';
import type { NodeMask } from '../../matching/node-mask';
import type { NodeColumns } from '../../node-columns';
import { boxesIn, type MapTree } from '../tree/map-tree';
import { boxLabel } from './box-names';

/** Boxes of one kind in a box come in this order; within a kind they go by their label. */
const kindOrder: readonly BoxKind[] = ['account', 'region', 'vpc', 'zone', 'subnet', 'service', 'type', 'tag', 'stack'];

/** The first of what there is, and how many there are beyond. */
export interface FirstOf {
  first: number[];
  beyond: number;
}

/** In which order boxes and cards stand on a map: by name and id, so that it does not depend on the order in a file. */
export class MapOrder {
  readonly #nodes: GraphNodes;
  readonly #columns: NodeColumns;
  readonly #tree: MapTree;

  constructor(nodes: GraphNodes, columns: NodeColumns, tree: MapTree) {
    this.#nodes = nodes;
    this.#columns = columns;
    this.#tree = tree;
  }

  /** The boxes in a box (the outermost for -1) that `isShown` lets in, of each kind the first `most`. In slices. */
  async boxes(box: number, isShown: (box: number) => boolean, most: number): Promise<FirstOf> {
    const byKind = new Map<BoxKind, number[]>();
    for (const inner of boxesIn(this.#tree, box)) {
      const kind = this.#tree.boxes.kind[inner];
      if (kind === undefined || !isShown(inner)) continue;
      const known = byKind.get(kind);
      if (known) known.push(inner);
      else byKind.set(kind, [inner]);
    }
    const found: FirstOf = { first: [], beyond: 0 };
    for (const kind of kindOrder) {
      const all = byKind.get(kind) ?? [];
      found.first.push(...(await firstInOrder(all, most, (a, b) => this.#compareBoxes(a, b))));
      found.beyond += Math.max(0, all.length - most);
    }
    return found;
  }

  /** The groups of a box, by the names of their types. */
  groups(box: number): number[] {
    const { boxGroup, groupType } = this.#tree;
    const name = (group: number) => this.#nodes.typeName(groupType[group] ?? 0);
    const groups: number[] = [];
    for (let group = boxGroup[box] ?? 0; group < (boxGroup[box + 1] ?? 0); group++) groups.push(group);
    return groups.sort((a, b) => (name(a) < name(b) ? -1 : Number(name(a) > name(b))));
  }

  /** The first `most` nodes of a group that are looked at. In slices. */
  async cards(group: number, mask: NodeMask, most: number): Promise<FirstOf> {
    const { groupStart, members } = this.#tree;
    const all = members.subarray(groupStart[group], groupStart[group + 1]);
    const wanted = mask === undefined ? all : all.filter((node) => mask[node] === 1);
    const first = await firstInOrder(wanted, most, (a, b) => this.#compareNodes(a, b));
    return { first, beyond: wanted.length - first.length };
  }

  #compareNodes(a: number, b: number): number {
    const [nodes, columns] = [this.#nodes, this.#columns];
    const { strings } = nodes.index;
    const [labelA, labelB] = [nodes.labelString(columns, a), nodes.labelString(columns, b)];
    if (labelA !== labelB) return strings.compare(labelA, labelB);
    const byId = strings.compare(nodes.idString(columns, a), nodes.idString(columns, b));
    if (byId !== 0 || a === b) return byId;
    return nodes.key(columns, a) < nodes.key(columns, b) ? -1 : 1;
  }

  #compareBoxes(a: number, b: number): number {
    const { kind, value } = this.#tree.boxes;
    const [valueA, valueB] = [value[a] ?? none, value[b] ?? none];
    switch (kind[a]) {
      case 'vpc':
      case 'subnet':
        return this.#compareNodes(valueA, valueB);
      case 'zone':
      case 'tag':
      case 'stack':
        if (valueA === none || valueB === none) return Number(valueA === none) - Number(valueB === none);
        return this.#nodes.index.strings.compare(valueA, valueB);
      default: {
        const [labelA, labelB] = [this.#label(a), this.#label(b)];
        return labelA < labelB ? -1 : Number(labelA > labelB);
      }
    }
  }

  #label(box: number): string {
    return boxLabel(this.#nodes, this.#columns, this.#tree.boxes, box);
  }
}

/** The first `most` of some numbers in an order, without sorting many that are not among them. In slices. */
async function firstInOrder(
  numbers: Uint32Array | readonly number[],
  most: number,
  order: (a: number, b: number) => number,
): Promise<number[]> {
  const slicer = new TimeSlicer();
  let best: number[] = [];
  let last: number | undefined;
  for (const number of numbers) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    if (last !== undefined && order(last, number) < 0) continue;
    best.push(number);
    if (best.length < 2 * most + 16) continue;
    best = best.sort(order).slice(0, most);
    last = best.at(-1);
  }
  return best.sort(order).slice(0, most);
}

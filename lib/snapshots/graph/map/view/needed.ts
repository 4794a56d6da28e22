import type { GraphNodes } from '../../graph-nodes';
import type { NodeMask } from '../../matching/node-mask';
import type { NodeColumns } from '../../node-columns';
import { groupOf, type MapTree } from '../tree/map-tree';
import type { FirstOf } from './map-order';

interface NeededParts {
  nodes: GraphNodes;
  columns: NodeColumns;
  tree: MapTree;
  mask: NodeMask;
}

/** What of a map has to be seen, wherever it lies and whatever is folded. */
export class Needed {
  /** Boxes in which something has to be seen. */
  readonly #around = new Set<number>();
  /** Boxes that themselves have to be. */
  readonly #boxes = new Set<number>();
  readonly #cards = new Map<number, number[]>();
  readonly #tree: MapTree;

  /** `show` are the nodes; what a filter leaves out is not shown. `boxes` have to be open for what is not on this map. */
  constructor({ nodes, columns, tree, mask }: NeededParts, show: readonly number[], boxes: readonly number[] = []) {
    this.#tree = tree;
    for (const box of boxes) this.#open(box);
    for (const node of new Set(show)) {
      const box = tree.boxOf[node] ?? -1;
      if (box < 0 || (mask !== undefined && mask[node] !== 1)) continue;
      const own = tree.ownBox[node] ?? -1;
      if (own >= 0) this.#boxes.add(own);
      else {
        const group = groupOf(tree, box, nodes.typeKey(columns, node));
        this.#cards.set(group, [...this.cards(group), node]);
      }
      this.#open(box);
    }
  }

  /** Boxes in a box (-1: the outermost) that have to be open, or themselves have to be seen. */
  boxesIn(box: number): number[] {
    const isInner = (inner: number) => (this.#tree.boxes.parent[inner] ?? -1) === box;
    return [...new Set([...this.#around, ...this.#boxes])].filter(isInner);
  }

  /** Whether a box has to be open. */
  opens(box: number): boolean {
    return this.#around.has(box);
  }

  /** The nodes of a group that have to be seen. */
  cards(group: number): readonly number[] {
    return this.#cards.get(group) ?? [];
  }

  /** The boxes of a page of a box (-1: the outermost), and those in it that have to be seen and are not on the page. */
  completed(box: number, { first, beyond }: FirstOf): FirstOf {
    const more = this.boxesIn(box).filter((inner) => !first.includes(inner));
    return { first: [...first, ...more], beyond: beyond - more.length };
  }

  #open(box: number): void {
    for (let around = box; around >= 0; around = this.#tree.boxes.parent[around] ?? -1) this.#around.add(around);
  }
}

import type { GraphNodes } from '../../graph-nodes';
import type { NodeColumns } from '../../node-columns';
import type { MapTree } from '../tree/map-tree';
import { alikeId, boxId } from './box-names';

interface PathParts {
  nodes: GraphNodes;
  columns: NodeColumns;
  tree: MapTree;
  tag: string;
}

/** Tells where nodes are on the map, whether anything of that is shown or not. */
export class MapPaths {
  readonly #parts: PathParts;
  readonly #ofBox = new Map<number, readonly string[]>();

  constructor(parts: PathParts) {
    this.#parts = parts;
  }

  /** The ids of the boxes around a node, the outermost first, with that of the fold in which it may be, and at last its own. */
  of(node: number): string[] {
    const { nodes, columns, tree } = this.#parts;
    const box = tree.boxOf[node] ?? -1;
    const around = box < 0 ? [] : this.#box(box);
    const own = nodes.key(columns, node);
    if ((tree.ownBox[node] ?? -1) >= 0) return [...around, own];
    const type = nodes.typeName(nodes.typeKey(columns, node));
    return [...around, alikeId(around.at(-1) ?? '', type), own];
  }

  #box(box: number): readonly string[] {
    const known = this.#ofBox.get(box);
    if (known) return known;
    const { nodes, columns, tree, tag } = this.#parts;
    const outer = tree.boxes.parent[box] ?? -1;
    const around = outer < 0 ? [] : this.#box(outer);
    const path = [...around, boxId(nodes, columns, tree.boxes, { box, aroundId: around.at(-1) ?? '', tag })];
    this.#ofBox.set(box, path);
    return path;
  }
}

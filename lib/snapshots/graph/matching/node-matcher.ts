import type { ItemSearcher } from '../../reading/search/search-items';
import { ResultCache } from '../../result-cache';
import type { GraphColumns } from '../graph-columns';
import type { GraphNodes } from '../graph-nodes';
import type { DerivedColumns } from '../impact/derived-columns';
import type { NodeFilter } from './node-filter';
import { maskOf, type NodeMask } from './node-mask';
import { relatedByName } from './related-by-name';

/** Answers that are kept of one snapshot: as many bytes as so many columns of all its nodes, and at least this. */
const [keptColumns, minBytes] = [12, 2 ** 20];

/** Tells which resources of a snapshot match a filter. What takes a pass over all of them is kept. */
export class NodeMatcher {
  readonly #nodes: GraphNodes;
  readonly #items: ItemSearcher;
  readonly #masks: ResultCache<string, Uint8Array>;
  readonly #related: ResultCache<string, GraphColumns>;

  constructor(nodes: GraphNodes, items: ItemSearcher) {
    this.#nodes = nodes;
    this.#items = items;
    const maxBytes = Math.max(minBytes, keptColumns * Uint32Array.BYTES_PER_ELEMENT * nodes.index.itemCount);
    this.#masks = new ResultCache({ maxBytes, bytesOf: (mask) => mask.byteLength });
    this.#related = new ResultCache({
      maxBytes,
      bytesOf: ({ start, neighbours, degree }) => start.byteLength + neighbours.byteLength + degree.byteLength,
    });
  }

  /** 1 for each node that matches; undefined where all do. `derived` are the derived relationships, where they were read. */
  async mask(filter: NodeFilter, derived?: DerivedColumns): Promise<NodeMask> {
    const { relationships, ...ofItems } = filter;
    const related = await this.related(filter, derived);
    const columns = await this.#nodes.columns();
    if (!related) return maskOf(this.#nodes, columns, this.#items, ofItems);
    return this.#masks.getOrCompute(JSON.stringify([filter, derived !== undefined]), async () => {
      const ofAll = await maskOf(this.#nodes, columns, this.#items, ofItems);
      const mask = new Uint8Array(columns.nodeCount);
      for (let node = 0; node < mask.length; node++) {
        if ((related.degree[node] ?? 0) > 0 && (ofAll === undefined || ofAll[node] === 1)) mask[node] = 1;
      }
      return mask;
    });
  }

  /** What nodes are next to by the relationships that a filter asks for; undefined where it asks for none. */
  async related({ relationships = [] }: NodeFilter, derived?: DerivedColumns): Promise<GraphColumns | undefined> {
    if (relationships.length === 0) return undefined;
    const columns = await this.#nodes.columns();
    const name = JSON.stringify([[...relationships].sort(), derived !== undefined]);
    return this.#related.getOrCompute(name, () => relatedByName(this.#nodes.index, columns, derived, relationships));
  }
}

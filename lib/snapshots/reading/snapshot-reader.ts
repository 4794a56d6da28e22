import pLimit from 'p-limit';
import type { DerivedEdge } from '../../items/derived-edges';
import { GraphNodes } from '../graph/graph-nodes';
import type { DerivedColumns } from '../graph/impact/derived-columns';
import { type DerivedProgress, DerivedReading, type OpenText } from '../graph/impact/derived-reading';
import {
  type Impact,
  type ImpactRequest,
  IndexImpact,
  type PathRequest,
  type ResourcePaths,
} from '../graph/impact/index-impact';
import { type GraphQuery, IndexGraph } from '../graph/index-graph';
import { SnapshotMap } from '../graph/map/snapshot-map';
import { NodeMatcher } from '../graph/matching/node-matcher';
import { totalsOf } from '../graph/node-columns';
import { indexSize } from '../index/index-file';
import { TypeKeys } from '../index/item-lookup';
import { indexAt } from '../index/resolve-items';
import { TimeSlicer } from '../index/time-slicer';
import { memoize } from '../memoize';
import { ResultCache } from '../result-cache';
import { AddressSearch } from './address-search';
import { type DocumentDescription, describeDocument } from './describe-document';
import type { IndexedSnapshot } from './indexed-snapshot';
import { Moments } from './moments';
import { ResourceStates } from './resource-states';
import { ItemSearcher } from './search/search-items';

/** Bytes of what was derived from items of one document, and what one edge takes of them, about. */
const [maxDerivedBytes, bytesOfEdge] = [2 * 2 ** 20, 300];

/** Bytes of JSON that are read through in some hundred milliseconds. */
const smallJsonBytes = 64 * 2 ** 20;

/** Bytes that all earlier moments of one document may take: the one asked for last stays, however large. */
const maxMomentBytes = 64 * 2 ** 20;
/** Moments that are worked out at once. */
const limitMoments = pLimit(1);

/** An opened document with what is worked out from it when first asked for. */
export class SnapshotReader {
  readonly keys: TypeKeys;
  readonly items: ItemSearcher;
  readonly #nodes: GraphNodes;
  readonly #graph: IndexGraph;
  readonly map: SnapshotMap;
  readonly addresses: AddressSearch;
  readonly moments: Moments;
  /** Which items are of one resource. */
  readonly states: () => Promise<ResourceStates | undefined>;
  readonly #derived: ResultCache<number, readonly DerivedEdge[]>;
  readonly #atMoments = new ResultCache<number, SnapshotReader>({
    maxBytes: maxMomentBytes,
    // What a graph is made of is of the same size as the index itself.
    bytesOf: ({ document: { index } }) => indexSize(index),
  });
  readonly #description = memoize<DocumentDescription>(async () => {
    const description = await describeDocument(this.document, this.states);
    // Whoever asks what a document is will look at it, and the map is what is looked at first.
    this.map.prepare();
    return description;
  });
  readonly #reading: DerivedReading;
  readonly #impact: IndexImpact;

  /** `newest` reads the same document with all of its items: what does not depend on the moment is shared with it. */
  constructor(
    readonly document: IndexedSnapshot,
    newest?: SnapshotReader,
  ) {
    const { index } = document;
    this.keys = newest?.keys ?? new TypeKeys(index.strings, index.types);
    this.states = newest?.states ?? memoize(() => ResourceStates.make(index));
    this.moments = newest?.moments ?? new Moments(index);
    this.items = newest?.items ?? new ItemSearcher(index, this.keys, this.states);
    this.#derived = newest
      ? newest.#derived
      : new ResultCache({
          maxBytes: maxDerivedBytes,
          bytesOf: (edges) => bytesOfEdge * (1 + edges.length),
        });
    this.#nodes = new GraphNodes(index, this.keys);
    const matcher = new NodeMatcher(this.#nodes, this.items);
    this.#graph = new IndexGraph(this.#nodes, matcher);
    this.addresses = newest?.addresses ?? new AddressSearch(document, this.keys);
    this.map = new SnapshotMap({ nodes: this.#nodes, graph: this.#graph, matcher });
    this.#reading = new DerivedReading(this.#nodes, document.metadata.key);
    this.#impact = new IndexImpact({ nodes: this.#nodes, graph: this.#graph, matcher, reading: this.#reading });
  }

  /** The document as it was at a moment (ISO): only items count that were captured by then. As it is now where none is given. */
  async at(moment: string | undefined): Promise<SnapshotReader> {
    const state = moment === undefined ? undefined : await this.moments.stateAt(Date.parse(moment));
    if (state === undefined) return this;
    return this.#atMoments.getOrCompute(state, () =>
      limitMoments(async () => {
        const index = await indexAt(this.document.index, this.keys, state, new TimeSlicer());
        return new SnapshotReader({ ...this.document, index }, this);
      }),
    );
  }

  describe(): Promise<DocumentDescription> {
    return this.#description();
  }

  /** How much there is to draw. */
  async totals() {
    return totalsOf(await this.#nodes.columns());
  }

  references(limit: number) {
    return this.#graph.references(limit);
  }

  /** The item that a reference of an item leads to, with its node; undefined where it is not in the document. */
  find(reference: DerivedEdge, teller: number) {
    return this.#graph.find(reference, teller);
  }

  /** What is derived from an item, worked out once: its text must be read for that. */
  derived(itemIndex: number, derive: () => Promise<readonly DerivedEdge[]>): Promise<readonly DerivedEdge[]> {
    return this.#derived.getOrCompute(itemIndex, derive);
  }

  /**
   * What is derived from all items, where that is there: a small document is read for it, a larger one only by `impact` and `paths`. It
   * tells who names an item, too.
   */
  async derivedOfAll(openText: OpenText): Promise<DerivedColumns | undefined> {
    const isSmall = this.document.metadata.jsonSize <= smallJsonBytes;
    return isSmall ? this.#reading.columns(openText) : this.#reading.known;
  }

  /** Resources by their printed identities, with at most `most` that are next to them, and what relates all these. */
  around(printed: readonly string[], most: number, derived: DerivedColumns) {
    return this.#graph.around(printed, most, derived);
  }

  /** What depends on a resource, or what it depends on, over the whole document. Its text is read once, for what is derived. */
  impact(request: ImpactRequest, openText: OpenText): Promise<Impact> {
    return this.#impact.impact(request, openText);
  }

  /** The shortest paths between two resources. As `impact`. */
  paths(request: PathRequest, openText: OpenText): Promise<ResourcePaths> {
    return this.#impact.paths(request, openText);
  }

  /** The part of the graph that is asked for; with the ids of the nodes that are its focus, and which of all nodes match. */
  graph(query: GraphQuery) {
    return this.#graph.view(query);
  }

  /**
   * What is derived from all items, where that is there, with how far the reading is. It is begun to be read: whoever asks does not get by
   * with what is recorded.
   */
  async derivedToRead(openText: OpenText): Promise<{ columns: DerivedColumns | undefined; progress: DerivedProgress }> {
    const columns = await this.#reading.columns(openText);
    return { columns, progress: this.#reading.progress() };
  }
}

import { setTimeout } from 'node:timers/promises';
import { DomainError } from '../../../errors';
import type { GraphNodes } from '../graph-nodes';
import type { DerivedColumns } from './derived-columns';
import { readDerived } from './read-derived';

/** How far the reading of derived relationships is. */
export interface DerivedProgress {
  state: 'unread' | 'reading' | 'ready' | 'failed';
  /** Items of the document that were gone through, and all. */
  read: number;
  total: number;
  /** Once it is ready: how many there are, and how many lead to what is not in the document. */
  relationships?: number;
  unresolved?: number;
  /** There are more than are kept. */
  cut?: true;
  /** Why it failed; the question after the one that hears of it begins anew. */
  message?: string;
}

/** Gives the document as JSON, from its beginning. */
export type OpenText = () => Promise<AsyncIterable<Uint8Array>>;

/** Documents of so many items are read in less than a second or so: that need not be asked for. */
const mostUnasked = 10_000;
/** So long an answer waits for them: small documents are read by then. */
const maxWaitMs = 300;

/** The derived relationships of a document, read in the background when first asked for, and kept. */
export class DerivedReading {
  #columns: DerivedColumns | undefined;
  /** Stays after a failure until somebody was told of it. */
  #running: Promise<void> | undefined;
  #failure: string | undefined;
  #read = 0;
  readonly #nodes: GraphNodes;
  readonly #name: string;

  /** `name` is the document's key, for messages. */
  constructor(nodes: GraphNodes, name: string) {
    this.#nodes = nodes;
    this.#name = name;
  }

  /**
   * The relationships where they are there, or are within some hundred milliseconds. Begins to read them where nobody did: of a large
   * document only with `begin`.
   */
  async columns(openText: OpenText, begin = true): Promise<DerivedColumns | undefined> {
    if (this.#columns) return this.#columns;
    if (!begin && this.#running === undefined && this.#nodes.index.itemCount > mostUnasked) return undefined;
    this.#running ??= this.#start(openText);
    await Promise.race([this.#running, setTimeout(maxWaitMs, undefined, { ref: false })]);
    if (this.#failure !== undefined) this.#running = undefined;
    return this.#columns;
  }

  /** The relationships where they are there already. */
  get known(): DerivedColumns | undefined {
    return this.#columns;
  }

  progress(): DerivedProgress {
    const total = this.#nodes.index.itemCount;
    if (this.#columns) {
      const { count, unresolved, cut } = this.#columns;
      return { state: 'ready', read: total, total, relationships: count, unresolved, ...(cut && { cut }) };
    }
    if (this.#failure !== undefined) return { state: 'failed', read: this.#read, total, message: this.#failure };
    return { state: this.#running === undefined ? 'unread' : 'reading', read: this.#read, total };
  }

  async #start(openText: OpenText): Promise<void> {
    this.#failure = undefined;
    this.#read = 0;
    try {
      const onItem = (itemIndex: number) => {
        this.#read = itemIndex + 1;
      };
      this.#columns = await readDerived({ nodes: this.#nodes, text: await openText(), name: this.#name, onItem });
    } catch (error) {
      this.#failure = error instanceof DomainError ? error.message : 'The document could not be read to its end.';
    }
  }
}

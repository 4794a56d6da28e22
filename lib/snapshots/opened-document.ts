import type { GraphPart, ViewRequest } from '../graph/view';
import type { Relationship } from '../items/configuration-item';
import { type DocumentDescription, describeDocument } from './describe-document';
import { TypeKeys } from './index/item-lookup';
import { IndexGraph } from './index-graph';
import type { IndexedDocument } from './indexed-document';
import { ItemSearcher } from './search-items';

/** An opened document with what is worked out from it when first asked for. */
export class OpenedDocument {
  readonly keys: TypeKeys;
  readonly items: ItemSearcher;
  readonly #graph: IndexGraph;
  #description: Promise<DocumentDescription> | undefined;

  constructor(readonly document: IndexedDocument) {
    const { index } = document;
    this.keys = new TypeKeys(index.texts, index.types);
    this.items = new ItemSearcher(index, this.keys);
    this.#graph = new IndexGraph(index, this.keys);
  }

  describe(): Promise<DocumentDescription> {
    this.#description ??= describeDocument(this.document);
    return this.#description;
  }

  references(limit: number) {
    return this.#graph.references(limit);
  }

  /** The item that a reference leads to, with its node; undefined where it is not in the document. */
  find(reference: Relationship) {
    return this.#graph.find(reference);
  }

  graph(request: ViewRequest): Promise<GraphPart> {
    return this.#graph.view(request);
  }
}

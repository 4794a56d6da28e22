import { type ResourceKey, resourceKey } from '../items/identity';
import { normalizeType } from '../items/resource-type';
import type { GraphEntry } from './graph';

/** Collects nodes: a resource that is mentioned before its item comes is a reference until then. */
export class NodeTable {
  readonly keys: string[] = [];
  readonly nodeByKey = new Map<string, number>();
  readonly ids: string[] = [];
  readonly labels: string[] = [];
  readonly nodeType: number[] = [];
  readonly itemIndex: number[] = [];
  readonly types: string[] = [];

  readonly #typeNumbers = new Map<string, number>();
  readonly #typesOfItems = new Set<number>();
  readonly #itemByName = new Map<string, number>();

  /** The node of an item; undefined where an item of the same resource came before. */
  addItem(entry: GraphEntry): number | undefined {
    const node = this.#node(entry);
    if (this.itemIndex[node] !== -1) return undefined;
    this.itemIndex[node] = entry.index;
    this.labels[node] = entry.resourceName || entry.nameTag || entry.resourceId;
    const type = this.nodeType[node] ?? 0;
    if (!this.#typesOfItems.has(type)) {
      this.#typesOfItems.add(type);
      this.types[type] = entry.resourceType;
    }
    if (entry.resourceName) {
      const name = resourceKey({ resourceType: entry.resourceType, resourceId: entry.resourceName });
      if (!this.#itemByName.has(name)) this.#itemByName.set(name, node);
    }
    return node;
  }

  /** The node that a relationship with an id leads to. */
  refer(to: ResourceKey, resourceName: string | undefined): number {
    const node = this.#node(to);
    if (resourceName && this.itemIndex[node] === -1) this.labels[node] = resourceName;
    return node;
  }

  /**
   * The node that a relationship with a name alone leads to: the first item of that type and name, else the resource whose id
   * is that name. Call it once all items are in.
   */
  referByName(resourceType: string, resourceName: string): number {
    const identity = { resourceType, resourceId: resourceName };
    return this.#itemByName.get(resourceKey(identity)) ?? this.#node(identity);
  }

  #node(identity: ResourceKey): number {
    const key = resourceKey(identity);
    const known = this.nodeByKey.get(key);
    if (known !== undefined) return known;
    const node = this.keys.length;
    this.nodeByKey.set(key, node);
    this.keys.push(key);
    this.ids.push(identity.resourceId);
    this.labels.push(identity.resourceId);
    this.itemIndex.push(-1);
    this.nodeType.push(this.#type(identity.resourceType));
    return node;
  }

  #type(resourceType: string): number {
    const key = normalizeType(resourceType);
    const known = this.#typeNumbers.get(key);
    if (known !== undefined) return known;
    this.#typeNumbers.set(key, this.types.length);
    return this.types.push(resourceType) - 1;
  }
}

import { identityKey, type ResourceIdentity } from '../items/identity';
import { normalizeType } from '../items/resource-type';
import type { GraphEntry } from './graph';

/** Collects nodes: those of items first, then those that are only referred to. */
export class NodeTable {
  readonly keys: string[] = [];
  readonly nodeByKey = new Map<string, number>();
  readonly identities: ResourceIdentity[] = [];
  readonly labels: string[] = [];
  readonly nodeType: number[] = [];
  readonly itemIndex: number[] = [];
  readonly types: string[] = [];

  readonly #typeNumbers = new Map<string, number>();

  /** The node of an item; undefined where an item of the same resource came before. */
  addItem(entry: GraphEntry): number | undefined {
    const { accountId, region, resourceType, resourceId } = entry;
    const label = entry.resourceName || entry.nameTag || resourceId;
    const count = this.keys.length;
    const node = this.#node({ accountId, region, resourceType, resourceId }, label, entry.index, entry.key);
    return node < count ? undefined : node;
  }

  /** The node of a resource that is referred to, whether it is an item's or not. */
  refer(to: ResourceIdentity, resourceName: string | undefined, key?: string): number {
    const node = this.#node(to, to.resourceId, -1, key);
    if (resourceName && this.itemIndex[node] === -1) this.labels[node] = resourceName;
    return node;
  }

  #node(identity: ResourceIdentity, label: string, itemIndex: number, key = identityKey(identity)): number {
    const known = this.nodeByKey.get(key);
    if (known !== undefined) return known;
    const node = this.keys.length;
    this.nodeByKey.set(key, node);
    this.keys.push(key);
    this.identities.push(identity);
    this.labels.push(label);
    this.itemIndex.push(itemIndex);
    this.nodeType.push(this.#type(identity.resourceType));
    return node;
  }

  /** The first spelling counts: an item's, where there is one. */
  #type(resourceType: string): number {
    const key = normalizeType(resourceType);
    const known = this.#typeNumbers.get(key);
    if (known !== undefined) return known;
    this.#typeNumbers.set(key, this.types.length);
    return this.types.push(resourceType) - 1;
  }
}

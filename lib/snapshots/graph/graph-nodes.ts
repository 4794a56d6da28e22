import { identityKey, parseIdentity, type ResourceIdentity } from '../../items/identity';
import { notFound } from '../../items/resolve-reference';
import { none } from '../index/columns';
import type { TypeKeys } from '../index/item-lookup';
import { ItemResolver } from '../index/item-resolver';
import type { SnapshotIndex } from '../index/snapshot-index';
import { TimeSlicer } from '../index/time-slicer';
import { makeNodeColumns, type NodeColumns } from './node-columns';

/** The resources of an index as nodes, those included that are only referred to: what they are called, and their numbers. */
export class GraphNodes {
  readonly resolver: ItemResolver;
  #columns: Promise<NodeColumns> | undefined;

  constructor(
    readonly index: SnapshotIndex,
    readonly keys: TypeKeys,
  ) {
    this.resolver = new ItemResolver(index, keys);
  }

  /** Made when first asked for. */
  columns(): Promise<NodeColumns> {
    this.#columns ??= makeNodeColumns(this.index, this.keys, this.resolver);
    return this.#columns;
  }

  /** The key of a node's type. */
  typeKey(columns: NodeColumns, node: number): number {
    const { index, keys } = this;
    if (node < index.itemCount) return index.typeKey[node] ?? none;
    return keys.of(columns.referredType[node - index.itemCount] ?? none);
  }

  identity(columns: NodeColumns, node: number): ResourceIdentity {
    const { index } = this;
    if (node < index.itemCount) return this.itemIdentity(node);
    const at = node - index.itemCount;
    return {
      ...columns.scopes.at(columns.referredScope[at] ?? 0),
      resourceType: index.strings.get(columns.referredType[at] ?? 0),
      resourceId: index.strings.get(columns.referredId[at] ?? 0),
    };
  }

  itemIdentity(itemIndex: number): ResourceIdentity {
    const { index, resolver } = this;
    const { accountId, region } = resolver.scopes.at(index.scope[itemIndex] ?? none);
    const resourceType = index.strings.get(index.type[itemIndex] ?? 0);
    return { accountId, region, resourceType, resourceId: index.strings.get(index.id[itemIndex] ?? 0) };
  }

  /** The value of an item's tag `Name`. */
  nameTag(itemIndex: number): string | undefined {
    const { index } = this;
    const key = index.strings.find('Name');
    for (let at = index.tagStart[itemIndex] ?? 0; at < (index.tagStart[itemIndex + 1] ?? 0); at++) {
      if (index.tagKey[at] === key) return index.strings.get(index.tagValue[at] ?? 0);
    }
    return undefined;
  }

  /** The node of a resource by its printed identity, or by type and id as in `findNode` of lib/graph; -1 where there is none. */
  async find(columns: NodeColumns, printed: string): Promise<number> {
    const { index, keys, resolver } = this;
    const identity = parseIdentity(printed);
    if (identity) {
      const key = keys.find(identity.resourceType);
      const id = index.strings.find(identity.resourceId);
      if (key !== undefined && id >= 0) {
        const itemIndex = resolver.byId(resolver.scopes.find(identity), key, id);
        const node = itemIndex >= 0 ? itemIndex : columns.findReferred(identity, key, id);
        if (node >= 0) return node;
      }
    }
    const slash = printed.indexOf('/');
    const key = keys.find(printed.slice(0, Math.max(0, slash)));
    const id = index.strings.find(printed.slice(slash + 1));
    if (key === undefined || id < 0) return -1;
    const itemIndex = await resolver.anywhere(key, id, new TimeSlicer());
    return itemIndex === notFound ? columns.findReferredAnywhere(key, id) : itemIndex;
  }

  /** `identityKey` of a node's resource. */
  key(columns: NodeColumns, node: number): string {
    return identityKey(this.identity(columns, node));
  }
}

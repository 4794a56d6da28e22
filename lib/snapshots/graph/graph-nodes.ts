import { identityKey, parseIdentity, type ResourceIdentity } from '../../items/identity';
import { notFound } from '../../items/resolve-reference';
import { none } from '../index/columns';
import type { TypeKeys } from '../index/item-lookup';
import { ItemNames } from '../index/item-names';
import { ItemResolver } from '../index/item-resolver';
import type { SnapshotIndex } from '../index/snapshot-index';
import { TimeSlicer } from '../index/time-slicer';
import { memoize } from '../memoize';
import { type GraphColumns, makeGraphColumns } from './graph-columns';
import { makeNodeColumns, type NodeColumns } from './node-columns';
import { makeReferenceFinder, type ReferenceFinder } from './reference-finder';

/** The resources of an index as nodes, those included that are only referred to: what they are called, and their numbers. */
export class GraphNodes {
  readonly resolver: ItemResolver;
  readonly names: ItemNames;
  /** Made when first asked for, as the next two. */
  readonly columns = memoize<NodeColumns>(() => makeNodeColumns(this.index, this.keys, this.resolver));
  /** The same with what each node is next to. */
  readonly neighbours = memoize<GraphColumns>(async () => makeGraphColumns(this.index, await this.columns()));
  /** Finds items by references of others, without waiting for each. */
  readonly referenceFinder = memoize<ReferenceFinder>(() => makeReferenceFinder(this.index, this.resolver));
  #typeNames: Map<number, string> | undefined;

  constructor(
    readonly index: SnapshotIndex,
    readonly keys: TypeKeys,
  ) {
    this.resolver = new ItemResolver(index, keys);
    this.names = new ItemNames(index);
  }

  /** The key of a node's type. */
  typeKey(columns: NodeColumns, node: number): number {
    const { index, keys } = this;
    if (node < index.itemCount) return index.typeKey[node] ?? none;
    return keys.of(columns.referredType[node - index.itemCount] ?? none);
  }

  /** A type as items write it, by its key. */
  typeName(key: number): string {
    this.#typeNames ??= namesByKey(this.index, this.keys);
    return this.#typeNames.get(key) ?? '';
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
    const string = this.names.tag(itemIndex);
    return string === none ? undefined : this.index.strings.get(string);
  }

  /** The string by which a node is shown: its name, else its tag `Name`, else its id. */
  labelString(columns: NodeColumns, node: number): number {
    const { index } = this;
    if (node >= index.itemCount) return columns.referredId[node - index.itemCount] ?? 0;
    const name = this.names.shown(node);
    return name === none ? (index.id[node] ?? 0) : name;
  }

  /** The string of a node's id. */
  idString(columns: NodeColumns, node: number): number {
    const { index } = this;
    return (node < index.itemCount ? index.id[node] : columns.referredId[node - index.itemCount]) ?? 0;
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

/** Types by key; items' spellings come first among the types of an index, and those go before what only relationships write. */
function namesByKey(index: SnapshotIndex, keys: TypeKeys): Map<number, string> {
  const names = new Map<number, string>();
  for (const type of index.types) {
    const key = keys.of(type);
    if (!names.has(key)) names.set(key, index.strings.get(type));
  }
  return names;
}

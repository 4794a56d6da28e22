import { resourceKey } from '../items/resource-key';
import { sameTypeKey } from '../items/resource-type';
import type { IndexedItem } from './indexed-document';

export interface RelatedItem {
  direction: 'out' | 'in';
  /** As written; AWS ends many with a space. */
  name: string;
  resourceType: string;
  resourceId?: string;
  resourceName?: string;
  /** The other item's place in the file; absent where it is not in it. */
  index?: number;
}

/** Finds the item that a relationship means: by type and id, and by type and name where AWS gives no id. */
export class ItemLookup {
  readonly #byId = new Map<string, number>();
  readonly #byName = new Map<string, number>();
  readonly #incoming = new Map<number, { from: number; name: string }[]>();

  constructor(private readonly items: readonly IndexedItem[]) {
    items.forEach((item, index) => {
      // Of two items with the same type and id the first counts.
      const id = resourceKey(item);
      if (!this.#byId.has(id)) this.#byId.set(id, index);
      if (item.resourceName === undefined) return;
      const name = `${sameTypeKey(item.resourceType)}/${item.resourceName}`;
      if (!this.#byName.has(name)) this.#byName.set(name, index);
    });
    items.forEach((item, from) => {
      for (const relationship of item.relationships) {
        const to = this.find(relationship);
        if (to === undefined) continue;
        const known = this.#incoming.get(to);
        if (known) known.push({ from, name: relationship.name });
        else this.#incoming.set(to, [{ from, name: relationship.name }]);
      }
    });
  }

  find(target: { resourceType: string; resourceId?: string; resourceName?: string }): number | undefined {
    const type = sameTypeKey(target.resourceType);
    if (target.resourceId !== undefined) return this.#byId.get(`${type}/${target.resourceId}`);
    return target.resourceName === undefined ? undefined : this.#byName.get(`${type}/${target.resourceName}`);
  }

  /**
   * What the item names, and who names the item without being named back (AWS mostly writes both directions: the item's
   * own word is then enough). At most `limit`.
   */
  related(index: number, limit: number): RelatedItem[] {
    const item = this.items[index];
    if (!item) return [];
    const named = item.relationships.map((relationship) => {
      const { name, resourceType, resourceId, resourceName } = relationship;
      return {
        direction: 'out' as const,
        name,
        resourceType,
        resourceId,
        resourceName,
        index: this.find(relationship),
      };
    });
    const known = new Set(named.map((one) => one.index));
    const naming = (this.#incoming.get(index) ?? []).flatMap(({ from, name }) => {
      const other = this.items[from];
      if (!other || known.has(from)) return [];
      const { resourceType, resourceId, resourceName } = other;
      return [{ direction: 'in' as const, name, resourceType, resourceId, resourceName, index: from }];
    });
    return [...named, ...naming].slice(0, limit);
  }
}

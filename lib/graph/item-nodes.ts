import { identityKey, type ResourceIdentity, resourceKey } from '../items/identity';
import { ambiguous, notFound, type ReferenceLookup, resolveReference } from '../items/resolve-reference';
import type { Scope } from '../items/scope';
import type { GraphRelationship } from './graph';

/** Finds the nodes of items to which relationships lead. */
export class ItemNodes {
  readonly #byId: ReadonlyMap<string, number>;
  readonly #items: readonly (ResourceIdentity & { resourceName?: string })[];
  readonly #byName = new Map<string, number>();
  readonly #accounts: ReadonlySet<string>;
  /** Made when a reference leads out of its account and Region. */
  #farther: Map<string, number> | undefined;

  /** `items` are the nodes from 0 on, each of its own resource; `byId` has them, and may have others behind them, by `identityKey`. */
  constructor(items: readonly (ResourceIdentity & { resourceName?: string })[], byId: ReadonlyMap<string, number>) {
    this.#items = items;
    this.#byId = byId;
    this.#accounts = new Set(items.map(({ accountId }) => accountId));
    items.forEach((item, node) => {
      if (item.resourceName) put(this.#byName, identityKey({ ...item, resourceId: item.resourceName }), node);
    });
  }

  /** The node of the item that a relationship leads to; undefined where that is not among them. */
  find({ resourceType, resourceId, resourceName, arn }: GraphRelationship, teller: Scope): number | undefined {
    const text = resourceId || resourceName || '';
    const told = arn ?? (text.startsWith('arn:') ? text : undefined);
    const reference = {
      resourceType,
      text,
      isName: !resourceId,
      arn: told === undefined ? undefined : { of: told, isText: told === text },
    };
    const found = resolveReference(this.#lookup(resourceType), reference, teller);
    return found < 0 ? undefined : found;
  }

  #lookup(resourceType: string): ReferenceLookup<string> {
    const farther = (by: 'id' | 'name', among: string, text: string) => {
      this.#farther ??= this.#makeFarther();
      return this.#farther.get(fartherKey(by, among, resourceType, text)) ?? notFound;
    };
    return {
      inScope: ({ accountId, region }, by, text) => {
        const key = identityKey({ accountId, region, resourceType, resourceId: text });
        const node = (by === 'id' ? this.#byId : this.#byName).get(key) ?? notFound;
        return node < this.#items.length ? node : notFound;
      },
      inAccount: (accountId, by, text) => farther(by, `in ${accountId}`, text),
      anywhere: (by, text) => farther(by, 'anywhere', text),
      hasAccount: (accountId) => this.#accounts.has(accountId),
      textOf: (string) => string,
    };
  }

  #makeFarther(): Map<string, number> {
    const farther = new Map<string, number>();
    this.#items.forEach(({ accountId, resourceType, resourceId, resourceName }, node) => {
      for (const among of [`in ${accountId}`, 'anywhere']) {
        put(farther, fartherKey('id', among, resourceType, resourceId), node);
        if (resourceName) put(farther, fartherKey('name', among, resourceType, resourceName), node);
      }
    });
    return farther;
  }
}

function fartherKey(by: 'id' | 'name', among: string, resourceType: string, text: string): string {
  return `${by}\n${among}\n${resourceKey({ resourceType, resourceId: text })}`;
}

function put(nodes: Map<string, number>, key: string, node: number): void {
  nodes.set(key, nodes.has(key) ? ambiguous : node);
}

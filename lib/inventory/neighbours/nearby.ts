import type { Queryable } from '../../database/database';
import { type ResourceKey, resourceKey } from '../../items/identity';
import type { Scope } from '../../items/scope';
import { findRelatedEntries, type RelatedEntry } from './related-entries';
import { keyOf, withIds } from './resolve-ids';

export interface NearbyRequest extends ResourceKey {
  hops: number;
  /** The most resources to look at. */
  limit: number;
}

/**
 * A recorded resource (the first one) and those within `hops` of it, by what its own item and its neighbours' items tell of
 * relationships: AWS writes both directions, so no other item need be read; what is derived is told by one end alone. Empty where the resource is not recorded now.
 */
export async function nearbyResources(
  database: Queryable,
  scope: Scope,
  { hops, limit, ...resource }: NearbyRequest,
): Promise<RelatedEntry[]> {
  const entries = await findRelatedEntries(database, scope, [resource]);
  const known = new Set(entries.map(resourceKey));
  let ring: readonly RelatedEntry[] = entries;
  for (let hop = 0; hop < hops; hop++) {
    const wanted = (await targetsOf(database, scope, ring)).filter((target) => isNew(known, target));
    ring = await findRelatedEntries(database, scope, wanted.slice(0, Math.max(0, limit - entries.length)));
    entries.push(...ring);
  }
  return entries;
}

/** What the entries' relationships lead to, by id. */
async function targetsOf(database: Queryable, scope: Scope, entries: readonly RelatedEntry[]): Promise<ResourceKey[]> {
  const ends = entries.flatMap(({ relationships, derived }) => [...relationships, ...derived]);
  return (await withIds(database, scope, ends)).flatMap(keyOf);
}

function isNew(known: Set<string>, resource: ResourceKey): boolean {
  const key = resourceKey(resource);
  return !known.has(key) && known.add(key) !== undefined;
}

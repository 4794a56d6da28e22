import type { Queryable } from '../../database/database';
import type { Relationship } from '../../items/configuration-item';
import type { DerivedEdge } from '../../items/derived-edges';
import { resourceKey } from '../../items/identity';
import { isRecordedNow } from '../../items/item-status';
import type { Scope } from '../../items/scope';
import { findLatest } from '../current/latest';
import { keyOf, withIds } from './resolve-ids';

export interface RelatedResource {
  direction: 'out' | 'in';
  name: string;
  resourceType: string;
  resourceId?: string;
  resourceName?: string;
  /** Read out of the item's configuration; AWS Config draws no such relationship. */
  derived?: true;
  /** The field that a derived one was read from. */
  field?: string;
  /** Whether the other resource is recorded now. */
  recorded: boolean;
}

/**
 * The other ends of an item's relationships, resolved by id, by name where AWS gives no id, and by what an ARN ends in where none
 * has it for its id. AWS writes both directions of a relationship into the items, so an item's own list is all there is to show. What
 * is derived comes behind, from this item's side alone. At most 500, each once.
 */
export async function relatedResources(
  database: Queryable,
  scope: Scope,
  { relationships, derived }: { relationships: readonly Relationship[]; derived: readonly DerivedEdge[] },
): Promise<RelatedResource[]> {
  const shown = [...relationships, ...derived].slice(0, 500);
  const resolved = await withIds(database, scope, shown);
  const known = await findLatest(database, scope, resolved.flatMap(keyOf));
  const seen = new Set<string>();
  return resolved.flatMap((one) => {
    const { name, resourceType, resourceId, resourceName } = one;
    const status = keyOf(one).map((key) => known.get(resourceKey(key))?.status)[0];
    const recorded = status !== undefined && isRecordedNow(status);
    if ('ifPresent' in one && one.ifPresent && !recorded) return [];
    const end = JSON.stringify([name, resourceType, resourceId ?? [resourceName]]);
    if (seen.has(end)) return [];
    seen.add(end);
    return {
      direction: 'out' as const,
      name,
      resourceType,
      resourceId,
      resourceName,
      ...('field' in one && { derived: true as const, field: one.field }),
      recorded,
    };
  });
}

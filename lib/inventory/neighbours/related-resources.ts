import type { Queryable } from '../../database/database';
import type { Relationship } from '../../items/configuration-item';
import type { DerivedEdge } from '../../items/derived-edges';
import { resourceKey } from '../../items/identity';
import { isRecordedNow } from '../../items/item-status';
import type { Scope } from '../../items/scope';
import { findLatest } from '../current/latest';
import { findIdsByName } from '../search/search';

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
 * The other ends of an item's relationships, resolved by id, and by name where AWS gives no id. AWS writes both
 * directions of a relationship into the items, so an item's own list is all there is to show. What is derived comes behind, from this
 * item's side alone. At most 500.
 */
export async function relatedResources(
  database: Queryable,
  scope: Scope,
  { relationships, derived }: { relationships: readonly Relationship[]; derived: readonly DerivedEdge[] },
): Promise<RelatedResource[]> {
  const shown = [...relationships, ...derived].slice(0, 500);
  const unnamed = shown.flatMap(({ resourceType, resourceId, resourceName }) =>
    resourceId === undefined && resourceName !== undefined ? [{ resourceType, resourceName }] : [],
  );
  const idsByName = unnamed.length > 0 ? await findIdsByName(database, scope, unnamed) : new Map<string, string>();
  const resolved = shown.map((relationship) => ({
    ...relationship,
    resourceId:
      relationship.resourceId ??
      idsByName.get(
        resourceKey({ resourceType: relationship.resourceType, resourceId: relationship.resourceName ?? '' }),
      ),
  }));
  const known = await findLatest(
    database,
    scope,
    resolved.flatMap(({ resourceType, resourceId }) =>
      resourceId === undefined ? [] : [{ resourceType, resourceId }],
    ),
  );
  return resolved.flatMap((one) => {
    const { name, resourceType, resourceId, resourceName } = one;
    const status = resourceId === undefined ? undefined : known.get(resourceKey({ resourceType, resourceId }))?.status;
    const recorded = status !== undefined && isRecordedNow(status);
    if ('ifPresent' in one && one.ifPresent && !recorded) return [];
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

import type { Queryable } from '../../database/database';
import type { CapturedItem } from '../../inventory/current/captured-item';
import { findBodies, findKnown } from '../../inventory/current/items';
import { resourceKey } from '../../items/identity';
import { readConfigurationItem } from '../../items/read-item';
import { normalizeType } from '../../items/resource-type';
import type { CycleContext } from '../cycle/context';
import type { ObservedResource } from '../sources/port';
import { capture, type Sight, wantsSecondLook } from './capture';

/** What a batch of resources means for what is recorded. */
export interface CapturedBatch {
  /** New and changed ones. */
  captured: CapturedItem[];
  /** Unchanged ones that another source had told of so far. */
  moved: ObservedResource[];
}

/**
 * Looks at what is known of a batch of different resources, and captures what is new or changed. Writes nothing.
 *
 * @param knownTypes keys of the types of which anything may be known, where the caller knows that: others are not looked up.
 */
export async function captureBatch(
  database: Queryable,
  { scope, now }: Pick<CycleContext, 'scope' | 'now'>,
  source: string,
  batch: readonly Sight[],
  knownTypes?: ReadonlySet<string>,
): Promise<CapturedBatch> {
  const resources = batch
    .map(({ resource }) => resource)
    .filter(({ resourceType }) => knownTypes === undefined || knownTypes.has(normalizeType(resourceType)));
  const known = await findKnown(database, scope, resources);
  const doubtful = batch.filter((sight) => wantsSecondLook(sight, known.get(resourceKey(sight.resource))));
  const bodies = await findBodies(
    database,
    scope,
    doubtful.map(({ resource }) => resource),
  );
  const at = { accountId: scope.accountId, now: now() };
  const found: CapturedBatch = { captured: [], moved: [] };
  for (const sight of batch) {
    const key = resourceKey(sight.resource);
    const [before, body] = [known.get(key), bodies.get(key)];
    const newest = body === undefined ? undefined : readConfigurationItem(JSON.parse(body));
    const captured = capture(sight, before, at, newest);
    if (captured) found.captured.push(captured);
    else if (before?.source !== source) found.moved.push(sight.resource);
  }
  return found;
}

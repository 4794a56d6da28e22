import type { Queryable } from '../../database/database';
import { resourceKey } from '../../items/resource-key';
import { type CapturedItem, capture } from '../capture';
import { findKnown } from '../item-store';
import type { ObservedResource } from '../sources/port';
import type { CycleContext } from './context';

/** What a batch of resources means for what is recorded. */
export interface CapturedBatch {
  /** New and changed ones. */
  captured: CapturedItem[];
  /** Unchanged ones that another source had told of so far. */
  moved: ObservedResource[];
}

/** Looks at what is known of a batch of different resources, and captures what is new or changed. Writes nothing. */
export async function captureBatch(
  database: Queryable,
  { scope, now }: CycleContext,
  source: string,
  batch: readonly ObservedResource[],
): Promise<CapturedBatch> {
  const known = await findKnown(database, scope, batch);
  const at = { accountId: scope.accountId, now: now() };
  const found: CapturedBatch = { captured: [], moved: [] };
  for (const observed of batch) {
    const before = known.get(resourceKey(observed));
    const captured = capture(observed, before, at);
    if (captured) found.captured.push(captured);
    else if (before?.source !== source) found.moved.push(observed);
  }
  return found;
}

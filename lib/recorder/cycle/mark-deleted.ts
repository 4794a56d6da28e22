import type { ExistingFilter, ExistingResource } from '../../inventory/current/existing';
import type { InventoryTransactor } from '../../inventory/transactor';
import { normalizeType } from '../../items/resource-type';
import { captureDeletion } from '../capture/capture';
import { batchSize, type CycleContext } from './context';

type DeletionContext = Pick<CycleContext, 'now' | 'signal'>;

/** Records as deleted, or as not recorded any more, those existing resources of `filter` that `isGone` picks. */
export async function markDeleted(
  inventory: InventoryTransactor,
  { now, signal }: DeletionContext,
  source: string,
  status: 'ResourceDeleted' | 'ResourceNotRecorded',
  filter: ExistingFilter,
  isGone: (resource: ExistingResource) => boolean,
): Promise<void> {
  await inventory.lock();
  let after: ExistingResource | undefined;
  for (;;) {
    const existing = await inventory.listExisting(filter, after, batchSize);
    signal.throwIfAborted();
    const at = { accountId: inventory.scope.accountId, now: now() };
    const gone = existing.filter(isGone).map((resource) => captureDeletion(status, resource, resource, at));
    await inventory.add(source, gone);
    if (existing.length < batchSize) return;
    after = existing.at(-1);
  }
}

/**
 * Records as deleted what `source` had of the types `listed` and did not show in this cycle.
 *
 * @param shown how many resources of those types it did show: where as many are recorded, none is gone.
 * @param typeKeys the types that were listed to their end; all where it is absent.
 */
export async function markMissingDeleted(
  inventory: InventoryTransactor,
  context: CycleContext,
  source: string,
  shown: number,
  listed: (typeKey: string) => boolean,
  typeKeys?: readonly string[],
): Promise<void> {
  const filter = { source, typeKeys };
  const counts = await inventory.countExistingByType(filter);
  const recorded = [...counts].reduce((sum, [typeKey, count]) => sum + (listed(typeKey) ? count : 0), 0);
  if (recorded === shown) return;
  await markDeleted(inventory, context, source, 'ResourceDeleted', filter, (resource) =>
    listed(normalizeType(resource.resourceType)) ? !context.seen.has(resource) : false,
  );
}

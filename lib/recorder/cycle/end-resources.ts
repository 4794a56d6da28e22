import type { Queryable } from '../../database/database';
import {
  addItems,
  countLivingByType,
  type LivingFilter,
  type LivingResource,
  listLiving,
  lockRecording,
} from '../../inventory/current/items';
import { normalizeType } from '../../items/resource-type';
import { captureEnd } from '../capture/capture';
import { batchSize, type CycleContext } from './context';

type EndContext = Pick<CycleContext, 'scope' | 'now' | 'signal'>;

/** Records an end for those living resources of `filter` that `ended` picks. */
export async function endResources(
  tx: Queryable,
  { scope, now, signal }: EndContext,
  source: string,
  status: 'ResourceDeleted' | 'ResourceNotRecorded',
  filter: LivingFilter,
  ended: (resource: LivingResource) => boolean,
): Promise<void> {
  await lockRecording(tx, scope);
  let after: LivingResource | undefined;
  for (;;) {
    const living = await listLiving(tx, scope, filter, after, batchSize);
    signal.throwIfAborted();
    const at = { accountId: scope.accountId, now: now() };
    const gone = living.filter(ended).map((resource) => captureEnd(status, resource, resource, at));
    await addItems(tx, scope, source, gone);
    if (living.length < batchSize) return;
    after = living.at(-1);
  }
}

/**
 * Records as deleted what `source` had of the types `listed` and did not show in this cycle.
 *
 * @param shown how many resources of those types it did show: where as many are recorded, none is gone.
 * @param typeKeys the types that were listed whole; all where it is absent.
 */
export async function endMissing(
  tx: Queryable,
  context: CycleContext,
  source: string,
  shown: number,
  listed: (typeKey: string) => boolean,
  typeKeys?: readonly string[],
): Promise<void> {
  const filter = { source, typeKeys };
  const counts = await countLivingByType(tx, context.scope, filter);
  const recorded = [...counts].reduce((sum, [typeKey, count]) => sum + (listed(typeKey) ? count : 0), 0);
  if (recorded === shown) return;
  await endResources(tx, context, source, 'ResourceDeleted', filter, (resource) =>
    listed(normalizeType(resource.resourceType)) ? !context.seen.has(resource) : false,
  );
}

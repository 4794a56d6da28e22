import type { Database } from '../../database/database';
import { addItems, findKnown, lockRecording } from '../../inventory/current/items';
import { type ResourceKey, resourceKey } from '../../items/identity';
import { isRecordedNow } from '../../items/item-status';
import type { Scope } from '../../items/scope';
import type { ObservedResource } from '../sources/port';
import { captureEnd, sightOf } from './capture';
import { captureBatch } from './capture-batch';

/** Resources that a caller tells of, one by one: no cycle observes them, so that none takes them for deleted. */
export const sourceOfCallers = 'custom';

/** Records the state of a resource that a caller told of; an unchanged one makes no new item. */
export function putCustomResource(
  database: Database,
  scope: Scope,
  observed: ObservedResource,
  now: Date,
): Promise<void> {
  return database.transaction(async (tx) => {
    await lockRecording(tx, scope);
    const { captured } = await captureBatch(tx, { scope, now: () => now }, sourceOfCallers, [sightOf(observed)]);
    await addItems(tx, scope, sourceOfCallers, captured);
  });
}

/** Records that a resource is gone. One that is not there, or is gone already, stays as it is. */
export function deleteCustomResource(
  database: Database,
  scope: Scope,
  resource: ResourceKey,
  now: Date,
): Promise<void> {
  return database.transaction(async (tx) => {
    await lockRecording(tx, scope);
    const known = (await findKnown(tx, scope, [resource])).get(resourceKey(resource));
    if (!known || !isRecordedNow(known.status)) return;
    const last = { ...resource, awsRegion: scope.region };
    await addItems(tx, scope, sourceOfCallers, [
      captureEnd('ResourceDeleted', last, known, { accountId: scope.accountId, now }),
    ]);
  });
}

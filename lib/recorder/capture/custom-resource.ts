import type { Database } from '../../database/database';
import { InventoryTransactor } from '../../inventory/transactor';
import { type ResourceKey, resourceKey } from '../../items/identity';
import { isRecordedNow } from '../../items/item-status';
import type { Scope } from '../../items/scope';
import { callerSource } from '../own-sources';
import type { ObservedResource } from '../sources/port';
import { captureDeletion } from './capture';
import { recordResource } from './record-resource';

/** Records the state of a resource that a caller told of; an unchanged one makes no new item. */
export function putCustomResource(
  database: Database,
  scope: Scope,
  observed: ObservedResource,
  now: Date,
): Promise<void> {
  return database.transaction((tx) => recordResource(tx, scope, callerSource, observed, now));
}

/** Records that a resource is gone. One that is not there, or is gone already, stays as it is. */
export function deleteCustomResource(
  database: Database,
  scope: Scope,
  resource: ResourceKey,
  now: Date,
): Promise<void> {
  return database.transaction(async (tx) => {
    const inventory = new InventoryTransactor(tx, scope);
    await inventory.lock();
    const latest = (await inventory.latest([resource])).get(resourceKey(resource));
    if (!latest || !isRecordedNow(latest.status)) return;
    const last = { ...resource, awsRegion: scope.region };
    const at = { accountId: scope.accountId, now };
    await inventory.add(callerSource, [captureDeletion('ResourceDeleted', last, latest, at)]);
  });
}

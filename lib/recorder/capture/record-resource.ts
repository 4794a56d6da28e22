import type { Queryable } from '../../database/database';
import { InventoryTransactor } from '../../inventory/transactor';
import type { Scope } from '../../items/scope';
import type { ObservedResource } from '../sources/port';
import { observe } from './capture';
import { captureBatch } from './capture-batch';

/**
 * Records the state of one resource outside of cycles, in the order of everything that is recorded; an unchanged one makes no new item.
 *
 * @param tx a transaction, at whose end others may record again.
 */
export async function recordResource(
  tx: Queryable,
  scope: Scope,
  source: string,
  observed: ObservedResource,
  now: Date,
): Promise<void> {
  const inventory = new InventoryTransactor(tx, scope);
  await inventory.lock();
  const { captured } = await captureBatch(inventory, now, source, [observe(observed)]);
  await inventory.add(source, captured);
}

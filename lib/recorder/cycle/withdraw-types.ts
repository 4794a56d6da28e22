import { InventoryReader } from '../../inventory/reader';
import { InventoryTransactor } from '../../inventory/transactor';
import { callerSource, recorderSource } from '../own-sources';
import type { CycleContext } from './context';
import { markDeleted } from './mark-deleted';

/**
 * Records as `ResourceNotRecorded` what there is of types that the recording group leaves out now. What was recorded of them
 * stays as history ("After AWS Config stops recording a resource, it retains the configuration information that was previously
 * captured": developer guide, Stopping the recording), but a snapshot, being "a complete picture of the resources that are being
 * recorded", does not hold them any more. What callers put there themselves is theirs.
 */
export async function withdrawTypes(context: CycleContext): Promise<void> {
  const { database, scope, policy } = context;
  const counts = await new InventoryReader(database, scope).countExistingByType({ sourceOtherThan: callerSource });
  const typeKeys = [...counts.keys()].filter((typeKey) => !policy.records(typeKey));
  if (typeKeys.length === 0) return;
  await database.transaction((tx) =>
    markDeleted(
      new InventoryTransactor(tx, scope),
      context,
      recorderSource,
      'ResourceNotRecorded',
      { sourceOtherThan: callerSource, typeKeys },
      () => true,
    ),
  );
}

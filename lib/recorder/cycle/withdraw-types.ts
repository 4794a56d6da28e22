import { countLivingByType } from '../../inventory/current/items';
import { sourceOfCallers } from '../capture/custom-resource';
import type { CycleContext } from './context';
import { endResources } from './end-resources';

/**
 * Records as `ResourceNotRecorded` what there is of types that the recording group leaves out now. What was recorded of them
 * stays as history ("After AWS Config stops recording a resource, it retains the configuration information that was previously
 * captured": developer guide, Stopping the recording), but a snapshot, being "a complete picture of the resources that are being
 * recorded", does not hold them any more. What callers put there themselves is theirs.
 */
export async function withdrawTypes(context: CycleContext): Promise<void> {
  const { database, scope, policy } = context;
  const counts = await countLivingByType(database, scope, { sourceOtherThan: sourceOfCallers });
  const typeKeys = [...counts.keys()].filter((typeKey) => !policy.records(typeKey));
  if (typeKeys.length === 0) return;
  await database.transaction((tx) =>
    endResources(
      tx,
      context,
      'recorder',
      'ResourceNotRecorded',
      { sourceOtherThan: sourceOfCallers, typeKeys },
      () => true,
    ),
  );
}

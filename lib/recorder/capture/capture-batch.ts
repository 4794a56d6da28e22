import type { CapturedItem } from '../../inventory/current/captured-item';
import type { InventoryReader } from '../../inventory/reader';
import { readConfigurationItem } from '../../items/form/read-item';
import { resourceKey } from '../../items/identity';
import { normalizeType } from '../../items/resource-type';
import { parseJson } from '../../json';
import type { ObservedResource } from '../sources/port';
import { capture, needsDeepComparison, type Observation } from './capture';

/** What a batch of resources means for what is recorded. */
export interface CapturedBatch {
  /** New and changed ones. */
  captured: CapturedItem[];
  /** Unchanged ones that another source had told of so far. */
  reassigned: ObservedResource[];
}

/**
 * Looks at what is known of a batch of different resources, and captures what is new or changed. Writes nothing.
 *
 * @param knownTypes keys of the types of which anything may be known, where the caller knows that: others are not looked up.
 */
export async function captureBatch(
  inventory: InventoryReader,
  now: Date,
  source: string,
  batch: readonly Observation[],
  knownTypes?: ReadonlySet<string>,
): Promise<CapturedBatch> {
  const resources = batch
    .map(({ resource }) => resource)
    .filter(({ resourceType }) => knownTypes === undefined || knownTypes.has(normalizeType(resourceType)));
  const known = await inventory.latest(resources);
  const doubtful = batch.filter((observation) =>
    needsDeepComparison(observation, known.get(resourceKey(observation.resource))),
  );
  const bodies = await inventory.latestBodies(doubtful.map(({ resource }) => resource));
  const at = { accountId: inventory.scope.accountId, now };
  const found: CapturedBatch = { captured: [], reassigned: [] };
  for (const observation of batch) {
    const key = resourceKey(observation.resource);
    const [before, body] = [known.get(key), bodies.get(key)];
    const newest = body === undefined ? undefined : readConfigurationItem(parseJson(body));
    const captured = capture(observation, before, at, newest);
    if (captured) found.captured.push(captured);
    else if (before?.source !== source) found.reassigned.push(observation.resource);
  }
  return found;
}

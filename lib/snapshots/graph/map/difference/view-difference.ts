import type { Comparison } from '../../../compare/compare-indexes';
import type { MapPart, MapRequest } from '../map-request';
import type { SnapshotMap } from '../snapshot-map';
import { itemChanges } from './item-changes';

/** A map as `mapView` of lib/api/contract/map.ts has it, with what differs. */
export interface MapDifference extends MapPart {
  changes: Comparison['counts'];
}

/**
 * The map of the later of two snapshots with what differs from the earlier one: boxes in which something differs are open, as far as
 * about `limit` cards of what differs are legible; all others are closed. What was removed stands where it was, or where it is still
 * referred to.
 */
export async function viewDifference(
  { before, after }: { before: SnapshotMap; after: SnapshotMap },
  comparison: Comparison,
  request: MapRequest,
): Promise<MapDifference> {
  const changes = itemChanges(comparison, { earlier: before.itemCount, later: after.itemCount });
  return { ...(await after.view(request, { map: before, changes })), changes: comparison.counts };
}

import { none } from '../../../index/columns';
import type { SnapshotIndex } from '../../../index/snapshot-index';
import { TimeSlicer } from '../../../index/time-slicer';
import type { NetworkPlaces } from './places';
import { ZoneNames } from './zone-names';

/**
 * What follows from what was told: the VPC of what is in a subnet, or `reaches` into one, or `follows` another; zones; the place of what is not in
 * the document, from who names it; and on what each rides in the end. In slices.
 */
export async function settlePlaces(
  index: SnapshotIndex,
  places: NetworkPlaces,
  { reaches, follows }: { reaches: Int32Array; follows: Int32Array },
): Promise<void> {
  const { vpc, subnet, owner, zone } = places;
  const { itemCount, zone: zoneOf, strings } = index;
  const slicer = new TimeSlicer();
  const zones = new ZoneNames(strings);
  const nodeCount = vpc.length;
  await slicer.forRows(nodeCount, (from, end) => {
    for (let node = from; node < end; node++) {
      if (node < itemCount) {
        const its = zoneOf[node] ?? none;
        if (its !== none && zones.isZone(its)) zone[node] = its;
      }
      const its = subnet[node] ?? -1;
      if (its < 0) continue;
      if (vpc[its] === -1 && (vpc[node] ?? -1) >= 0) vpc[its] = vpc[node] ?? -1;
      if (its >= itemCount && zone[its] === none) zone[its] = zone[node] ?? none;
    }
    return undefined;
  });
  const waiting: number[] = [];
  await slicer.forRows(nodeCount, (from, end) => {
    for (let node = from; node < end; node++) {
      const its = subnet[node] ?? -1;
      const reached = its >= 0 ? its : (reaches[node] ?? -1);
      if (reached >= 0 && (vpc[reached] ?? -1) >= 0) vpc[node] = vpc[reached] ?? -1;
      if ((vpc[node] ?? -1) < 0 && (follows[node] ?? -1) >= 0) waiting.push(node);
    }
    return undefined;
  });
  for (const node of waiting) vpc[node] = vpc[follows[node] ?? 0] ?? -1;
  await slicer.forRows(nodeCount, (from, end) => {
    for (let node = from; node < end; node++) {
      let last = owner[node] ?? -1;
      if (last < 0) continue;
      // No type rides on itself, not even by way of others: this ends.
      while ((owner[last] ?? -1) >= 0) last = owner[last] ?? -1;
      owner[node] = last;
      if (last < itemCount || (subnet[last] ?? -1) >= 0 || (vpc[last] ?? -1) >= 0) continue;
      subnet[last] = subnet[node] ?? -1;
      vpc[last] = vpc[node] ?? -1;
    }
    return undefined;
  });
}

import { isoTime } from '../../items/time';
import { none } from '../index/columns';
import type { SnapshotIndex } from '../index/snapshot-index';

/** An item as a table shows it; `itemIndex` is its place in the file, from 0. */
export function itemRow(index: SnapshotIndex, itemIndex: number) {
  const text = (column: Uint32Array) => {
    const number = column[itemIndex] ?? none;
    return number === none ? undefined : index.strings.get(number);
  };
  return {
    index: itemIndex,
    resourceType: text(index.type) ?? '',
    resourceId: text(index.id) ?? '',
    resourceName: text(index.name),
    availabilityZone: text(index.zone),
    awsAccountId: text(index.account) || undefined,
    awsRegion: text(index.region) || undefined,
    status: text(index.status),
    captureTime: isoTime(index.captured[itemIndex] ?? Number.NaN),
  };
}

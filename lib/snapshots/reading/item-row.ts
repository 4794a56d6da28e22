import { isoTime } from '../../items/time';
import { none } from '../index/columns';
import { ItemNames } from '../index/item-names';
import type { SnapshotIndex } from '../index/snapshot-index';

/** An item as a table shows it; `itemIndex` is its place in the file, from 0. `nameTag` is its tag `Name`, where it has no name of its own. */
export function itemRow(index: SnapshotIndex, itemIndex: number, names = new ItemNames(index)) {
  const nameTag = names.instead(itemIndex);
  const text = (column: Uint32Array) => {
    const number = column[itemIndex] ?? none;
    return number === none ? undefined : index.strings.get(number);
  };
  return {
    index: itemIndex,
    resourceType: text(index.type) ?? '',
    resourceId: text(index.id) ?? '',
    resourceName: text(index.name),
    ...(nameTag !== none && { nameTag: index.strings.get(nameTag) }),
    availabilityZone: text(index.zone),
    awsAccountId: text(index.account) || undefined,
    awsRegion: text(index.region) || undefined,
    status: text(index.status),
    captureTime: isoTime(index.captured[itemIndex] ?? Number.NaN),
  };
}

import { itemList } from './item-list';

/** A snapshot file as AWS Config writes it: one line of JSON. Memory does not grow with the number of items. */
export function snapshotDocument(configSnapshotId: string, pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const id = JSON.stringify(configSnapshotId);
  return itemList(`{"fileVersion":"1.0","configSnapshotId":${id},"configurationItems":`, pieces);
}

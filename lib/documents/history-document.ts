import { itemList } from './item-list';

/**
 * A history file: the envelope of a snapshot without `configSnapshotId`, with every item of one resource type that was recorded in
 * a span of time ("Components of a configuration history file", AWS Config Developer Guide, names the same envelope). Items are put
 * in as they are.
 */
export function historyDocument(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  return itemList('{"fileVersion":"1.0","configurationItems":', pieces);
}

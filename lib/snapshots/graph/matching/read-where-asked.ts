import type { ObjectStore } from '../../../object-store/port';
import { streamText } from '../../reading/item-text';
import type { SnapshotReader } from '../../reading/snapshot-reader';
import type { NodeFilter } from './node-filter';

/**
 * What is derived from all items of a document, as far as it was read, where a filter asks for relationships: it is begun to be read for that.
 * Undefined where the filter does not.
 */
export async function readWhereAsked(store: ObjectStore, opened: SnapshotReader, { relationships = [] }: NodeFilter) {
  if (relationships.length === 0) return undefined;
  return opened.derivedToRead(() => streamText(store, opened.document));
}

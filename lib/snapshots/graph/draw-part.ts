import pLimit from 'p-limit';
import type { GraphPart, ViewRequest } from '../../graph/view';
import { derivedEdges } from '../../items/derived-edges';
import type { ObjectStore } from '../../object-store/port';
import { readText } from '../reading/item-text';
import { parseItem } from '../reading/parse-item';
import type { SnapshotReader } from '../reading/snapshot-reader';
import { withDerivedEdges } from './derived-in-graph';

/** So many items are read to derive edges for a drawing: each is one small read, of a file or over the network. */
const derivedOfCopy = 300;
const derivedOfObject = 60;
/** Items whose text is read side by side for a drawing. */
const readAtOnce = 16;

/** A part of the graph with what is derived from the configurations of drawn items, and the ids of the nodes that are its focus. */
export async function drawPart(
  store: ObjectStore,
  opened: SnapshotReader,
  view: ViewRequest,
): Promise<{ part: GraphPart; focus: string[] }> {
  const { index, metadata } = opened.document;
  const { part, focus } = await opened.graph(view);
  const limitReads = pLimit(readAtOnce);
  const drawn = await withDerivedEdges(part, {
    derive: (itemIndex) =>
      opened.derived(itemIndex, () =>
        limitReads(async () => {
          const span = { offset: index.offset[itemIndex] ?? 0, length: index.length[itemIndex] ?? 0 };
          const bytes = await readText(store, opened.document, span);
          const defaults = { configurationItemCaptureTime: '' };
          return derivedEdges(parseItem({ bytes, offset: span.offset }, metadata.key, defaults));
        }),
      ),
    find: (reference, teller) => opened.find(reference, teller),
    focus,
    limit: view.limit,
    most: metadata.source.kind === 'decompressed' ? derivedOfCopy : derivedOfObject,
  });
  return { part: drawn, focus };
}

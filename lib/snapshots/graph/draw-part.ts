import pLimit from 'p-limit';
import { dimUnmatched, edgesByName, isNamed } from '../../graph/dimming';
import type { GraphPart } from '../../graph/view';
import { derivedEdges } from '../../items/derived-edges';
import type { ObjectStore } from '../../object-store/port';
import { readText } from '../reading/item-text';
import { parseItem } from '../reading/parse-item';
import type { SnapshotReader } from '../reading/snapshot-reader';
import { withDerivedEdges } from './derived-in-graph';
import type { GraphQuery } from './index-graph';

/** So many items are read to derive edges for a drawing: each is one small read, of a file or over the network. */
const derivedOfCopy = 300;
const derivedOfObject = 60;
/** Items whose text is read side by side for a drawing. */
const readAtOnce = 16;

/**
 * A part of the graph with what is derived from the configurations of drawn items, and the ids of the nodes that are its focus. What does
 * not match is left out, or marked, the relationships that have another name included.
 */
export async function drawPart(
  store: ObjectStore,
  opened: SnapshotReader,
  query: GraphQuery,
): Promise<{ part: GraphPart; focus: string[] }> {
  const { index, metadata } = opened.document;
  const { part, focus, numbers, mask } = await opened.graph(query);
  const isDimming = query.unmatched === 'dim';
  const names = query.filter.relationships ?? [];
  const limitReads = pLimit(readAtOnce);
  const drawn = await withDerivedEdges(part, {
    derive: (itemIndex) =>
      opened.derived(itemIndex, () =>
        limitReads(async () => {
          const span = { offset: index.offset[itemIndex] ?? 0, length: index.length[itemIndex] ?? 0 };
          const bytes = await readText(store, opened.document, span);
          return derivedEdges(parseItem({ bytes, offset: span.offset }, metadata.key));
        }),
      ),
    find: (reference, teller) => opened.find(reference, teller),
    admits: ({ itemIndex }, { name }) =>
      isDimming || (isNamed({ name: name.trim() }, names) && (mask === undefined || mask[itemIndex] === 1)),
    focus,
    limit: query.limit,
    most: metadata.source.kind === 'decompressed' ? derivedOfCopy : derivedOfObject,
  });
  if (!isDimming) return { part: { ...drawn, edges: edgesByName(drawn.edges, names, 'hide') }, focus };
  // What was added for what is derived stands behind the rest, and is always an item.
  const matches = ({ index: item }: { index?: number }, at: number) =>
    mask === undefined || mask[numbers[at] ?? item ?? -1] === 1;
  return { part: { ...drawn, ...dimUnmatched(drawn, { matches, names }) }, focus };
}

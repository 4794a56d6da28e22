import { type Envelope, type ItemSpan, ItemSplitter, type SplitOptions } from './item-splitter';

/**
 * The items of a document, in its order, while it is being read: of the envelope's `configurationItems`, of a bare list, or the
 * document itself where it is one item. The generator returns the envelope. Memory is bound by the largest item and a chunk.
 *
 * Around the items the JSON is checked in full; within an item only its brackets and texts are followed, so that `parseSpan`
 * must have the last word. Throws `unreadable` with code `EmptyDocument`, `BrokenJson`, `TruncatedJson`, `TooDeep`,
 * `TooLarge` or `InvalidSnapshot`, naming the byte.
 */
export async function* splitItems(
  chunks: AsyncIterable<Uint8Array>,
  options: SplitOptions = {},
): AsyncGenerator<ItemSpan, Envelope, undefined> {
  const splitter = new ItemSplitter(options);
  for await (const chunk of chunks) yield* splitter.push(chunk);
  return splitter.end();
}

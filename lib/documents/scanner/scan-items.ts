import { DocumentScanner } from './document-scanner';
import type { ScanLimits, ScannedItem } from './scanned';

/**
 * The items of a document, in its order, while it is being read: of the envelope's `configurationItems`, of a bare list, or the document
 * itself where it is one item. An item is only good until the next one is asked for. The generator returns the envelope's other fields.
 * Memory is bound by the largest item and a chunk.
 *
 * @throws DomainError `unreadable` with code `EmptyDocument`, `BrokenJson`, `TruncatedJson`, `TooDeep`, `TooLarge` or `InvalidSnapshot`,
 * naming the byte.
 */
export async function* scanItems(
  chunks: AsyncIterable<Uint8Array>,
  limits: Omit<ScanLimits, 'storedSize' | 'itemsOnly'>,
): AsyncGenerator<ScannedItem, ReadonlyMap<string, unknown>, undefined> {
  const scanner = new DocumentScanner({ ...limits, itemsOnly: true });
  for await (const chunk of chunks) {
    scanner.write(chunk);
    for (let item = scanner.next(); item; item = scanner.next()) yield item;
  }
  return scanner.end().documents[0]?.fields ?? new Map();
}

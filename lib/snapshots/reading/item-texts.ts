import { DomainError } from '../../errors';
import type { SnapshotIndex } from '../index/snapshot-index';
import { KeptBytes } from './kept-bytes';

/** The text of an item, as it stands in the document. */
export interface ItemText {
  itemIndex: number;
  bytes: Uint8Array;
  /** Where it begins in the document. */
  offset: number;
  /** It may hold a number that JavaScript writes in another way. */
  hasRareNumber: boolean;
}

/**
 * The texts of items out of the document's, in their order: of all of them, or of those that are wanted. What comes after the last one is not
 * read: of a broken document, that is the break.
 *
 * @throws DomainError `TruncatedJson` (`unreadable`) where the text ends too early; what reading `chunks` fails with.
 */
export async function* itemTexts(
  chunks: AsyncIterable<Uint8Array>,
  { itemCount, offset, length, rareNumber }: SnapshotIndex,
  name: string,
  isWanted: (itemIndex: number) => boolean = () => true,
): AsyncGenerator<ItemText> {
  const kept = new KeptBytes();
  const nextFrom = (first: number) => {
    let item = first;
    while (item < itemCount && !isWanted(item)) item += 1;
    return item;
  };
  let item = nextFrom(0);
  if (item === itemCount) return;
  for await (const chunk of chunks) {
    kept.next(chunk);
    for (; item < itemCount; item = nextFrom(item + 1)) {
      const from = offset[item] ?? 0;
      const to = from + (length[item] ?? 0);
      if (to > kept.end) {
        if (from < kept.end) kept.from(from);
        break;
      }
      const hasRareNumber = rareNumber[item] !== 0;
      yield { itemIndex: item, bytes: kept.slice(from, to), offset: from, hasRareNumber };
      kept.drop();
    }
    if (item === itemCount) return;
    kept.leave();
  }
  if (item < itemCount) {
    const message = `The text of ${name} ended before item ${item} of ${itemCount}. Ask again: it is read anew.`;
    throw new DomainError('unreadable', 'TruncatedJson', message);
  }
}

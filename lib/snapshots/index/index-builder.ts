import { contentHash } from '../../documents/scanner/content-hash';
import { DocumentScanner } from '../../documents/scanner/document-scanner';
import type { ScannedItem } from '../../documents/scanner/scanned';
import { DomainError } from '../../errors';
import type { DocumentItem } from '../../items/form/read-item';
import { stateNumber } from '../../items/state-number';
import { none } from './columns';

export interface BuilderOptions {
  /** What messages call the document. */
  name: string;
  /** Items, relationships and (each a half) tags that may be held. */
  maxParts: number;
  /**
   * Reads what is not in the plain modern form; gives undefined for what is no item, which is passed over, and `document` for a document within a
   * list of documents, whose items it is asked about next.
   */
  read: (found: ScannedItem) => DocumentItem | 'document' | undefined;
  /** Splits the document, and keeps its items. */
  scanner: DocumentScanner;
  /** Bytes of the document as stored, where known: room is made for what is likely to be in it. */
  storedSize?: number;
}

/** Bytes of a document within a list of documents: they are read in one go. */
const pieceOfList = 4 * 2 ** 20;

/** Twice what was measured of gzip: an item for 370 bytes. */
const expectedItems = (storedSize: number) => Math.min(2_000_000, Math.ceil(storedSize / 185));

/** Puts the items of a document into the scanner's columns; `finishIndex` makes an index of them. */
export class IndexBuilder {
  readonly #options: BuilderOptions;

  constructor(options: BuilderOptions) {
    this.#options = options;
    options.scanner.keepItems(expectedItems(options.storedSize ?? 0));
  }

  get itemCount(): number {
    return this.#options.scanner.kept.items;
  }

  /**
   * Takes the next bytes in.
   * @throws DomainError of the scanner and of `read`, and `TooManyItems`
   */
  push(chunk: Uint8Array): void {
    const { scanner } = this.#options;
    scanner.push(chunk, (found) => {
      if (found.slow) this.#addRead(found);
      else scanner.keep();
    });
    const { items, tags, edges } = scanner.kept;
    if (items + edges + tags / 2 > this.#options.maxParts) throw tooMany(this.#options);
  }

  #addRead(found: ScannedItem): void {
    const item = this.#options.read(found);
    if (item === 'document') this.#addItemsOf(found);
    else if (item) this.#keep(item);
  }

  /** The items of a document within a list. It is read at once, and so may not be large. */
  #addItemsOf({ bytes, offset }: ScannedItem): void {
    const { name, read, scanner } = this.#options;
    if (bytes.length > pieceOfList) {
      const message = `${name}, at byte ${offset}, holds a document of more than ${pieceOfList} bytes within a list. Store each by itself, or one on a line.`;
      throw new DomainError('unreadable', 'TooLarge', message);
    }
    const inner = new DocumentScanner({ name, itemsOnly: true });
    // What is kept makes the memory grow in which the bytes lie.
    inner.push(bytes.slice(), (found) => {
      const item = read({ ...found, offset: offset + found.offset });
      if (item && item !== 'document') this.#keep(item, { offset: found.offset, length: found.bytes.length });
    });
    scanner.tellDocument(inner.end().documents[0]?.fields ?? new Map());
  }

  #keep(item: DocumentItem, place?: { offset: number; length: number }): void {
    const { scanner } = this.#options;
    const text = (value: string | undefined) => (value === undefined ? none : scanner.intern(value));
    const kept = {
      tags: Object.entries(item.tags).map(([key, value]) => [text(key), text(value)] as const),
      edges: item.relationships.map(
        ({ resourceType, resourceId, resourceName, name }) =>
          [text(resourceType), text(resourceId), text(resourceName), text(name)] as const,
      ),
      strings: [
        text(item.resourceType),
        text(item.resourceId),
        text(item.resourceName),
        text(item.awsRegion),
        text(item.availabilityZone),
        text(item.awsAccountId),
        text(item.configurationItemStatus),
      ],
      captured: Date.parse(item.configurationItemCaptureTime ?? ''),
      stateId: stateNumber(item.configurationStateId),
      hash: contentHash(item),
    };
    scanner.keep(kept, place);
  }
}

function tooMany({ name, maxParts }: BuilderOptions): DomainError {
  return new DomainError(
    'unreadable',
    'TooManyItems',
    `${name} holds more than ${maxParts} items and relationships, and more do not fit into the memory of this server. Open it on one with more.`,
  );
}

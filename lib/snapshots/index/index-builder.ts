import { contentHash } from '../../documents/scanner/content-hash';
import type { DocumentScanner, ScannedItem } from '../../documents/scanner/document-scanner';
import { DomainError } from '../../errors';
import type { ConfigurationItem } from '../../items/configuration-item';
import { none } from './columns';

export interface BuilderOptions {
  /** What messages call the document. */
  name: string;
  /** Items, relationships and (each a half) tags that may be held. */
  maxParts: number;
  /** Reads what is not in the plain modern form. */
  read: (found: { bytes: Uint8Array; offset: number }) => ConfigurationItem;
  /** Splits the document, and keeps its items. */
  scanner: DocumentScanner;
  /** Bytes of the document as stored, where known: room is made for what is likely to be in it. */
  storedSize?: number;
}

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

  #addRead({ bytes, offset }: ScannedItem): void {
    const { scanner, read } = this.#options;
    const item = read({ bytes, offset });
    const text = (value: string | undefined) => (value === undefined ? none : scanner.intern(value));
    scanner.keep({
      tags: Object.entries(item.tags).map(([key, value]) => [text(key), text(value)]),
      edges: item.relationships.map(({ resourceType, resourceId, resourceName, name }) => [
        text(resourceType),
        text(resourceId),
        text(resourceName),
        text(name),
      ]),
      strings: [
        text(item.resourceType),
        text(item.resourceId),
        text(item.resourceName),
        text(item.awsRegion),
        text(item.availabilityZone),
        text(item.awsAccountId),
        text(item.configurationItemStatus),
      ],
      captured: Date.parse(item.configurationItemCaptureTime),
      hash: contentHash(item),
    });
  }
}

function tooMany({ name, maxParts }: BuilderOptions): DomainError {
  return new DomainError(
    'unreadable',
    'TooManyItems',
    `${name} holds more than ${maxParts} items and relationships, and more do not fit into the memory of this server. Open it on one with more.`,
  );
}

import { DomainError } from '../../errors';
import type { ConfigurationItem } from '../../items/configuration-item';
import { contentHash } from '../splitter/content-hash';
import { entryWord, type FoundItem, recordWord } from '../splitter/wasm-splitter';
import { GrowingDoubles, GrowingNumbers, none } from './columns';

export interface BuilderOptions {
  /** What messages call the document. */
  name: string;
  /** Items, relationships and (each a half) tags that may be held. */
  maxParts: number;
  /** Reads what is not in the plain modern form. */
  read: (found: { bytes: Uint8Array; offset: number }) => ConfigurationItem;
  /** Keeps a text; gives its number. */
  intern: (text: string) => number;
  /** Bytes of the document as stored, where known: room is made for what is likely to be in it. */
  storedSize?: number;
}

/** Twice what was measured of gzip: an item for 370 bytes, and three relationships and two tags for each. */
const expectedItems = (storedSize: number) => Math.min(2_000_000, Math.ceil(storedSize / 185));

/** Puts items into columns, one after another; `finishIndex` makes an index of them. */
export class IndexBuilder {
  readonly offset: GrowingDoubles;
  readonly length: GrowingNumbers;
  readonly type: GrowingNumbers;
  readonly id: GrowingNumbers;
  readonly name: GrowingNumbers;
  readonly region: GrowingNumbers;
  readonly zone: GrowingNumbers;
  readonly account: GrowingNumbers;
  readonly status: GrowingNumbers;
  readonly captured: GrowingDoubles;
  readonly hash: GrowingNumbers;
  readonly tagStart: GrowingNumbers;
  readonly tagKey: GrowingNumbers;
  readonly tagValue: GrowingNumbers;
  readonly edgeStart: GrowingNumbers;
  readonly edgeType: GrowingNumbers;
  readonly edgeId: GrowingNumbers;
  readonly edgeName: GrowingNumbers;
  readonly edgeLabel: GrowingNumbers;
  /** Texts that are types. */
  readonly types = new Set<number>();
  readonly #options: BuilderOptions;
  #lastType = none;

  constructor(options: BuilderOptions) {
    this.#options = options;
    const items = expectedItems(options.storedSize ?? 0);
    this.offset = new GrowingDoubles(items);
    this.length = new GrowingNumbers(items);
    this.type = new GrowingNumbers(items);
    this.id = new GrowingNumbers(items);
    this.name = new GrowingNumbers(items);
    this.region = new GrowingNumbers(items);
    this.zone = new GrowingNumbers(items);
    this.account = new GrowingNumbers(items);
    this.status = new GrowingNumbers(items);
    this.captured = new GrowingDoubles(items);
    this.hash = new GrowingNumbers(2 * items);
    this.tagStart = new GrowingNumbers(items);
    this.tagKey = new GrowingNumbers(2 * items);
    this.tagValue = new GrowingNumbers(2 * items);
    this.edgeStart = new GrowingNumbers(items);
    this.edgeType = new GrowingNumbers(3 * items);
    this.edgeId = new GrowingNumbers(3 * items);
    this.edgeName = new GrowingNumbers(3 * items);
    this.edgeLabel = new GrowingNumbers(3 * items);
  }

  get itemCount(): number {
    return this.offset.length;
  }

  /** Takes one item in. Throws what `read` throws, and `TooManyItems`. */
  add(found: FoundItem): void {
    if (found.slow || hasTagTwice(found.words)) this.#addRead(found);
    else this.#addPlain(found);
    const parts = this.offset.length + this.edgeType.length + this.tagKey.length / 2;
    if (parts > this.#options.maxParts) throw tooMany(this.#options);
  }

  #addPlain({ bytes, words, offset, captured }: FoundItem): void {
    this.tagStart.push(this.tagKey.length);
    this.edgeStart.push(this.edgeType.length);
    const end = entryWord.first + (words[recordWord.count] ?? 0) * entryWord.size;
    for (let at: number = entryWord.first; at < end; at += entryWord.size) {
      if (words[at] === 1) {
        this.edgeType.push(this.#typed(words[at + 1] ?? none));
        this.edgeId.push(words[at + 2] ?? none);
        this.edgeName.push(words[at + 3] ?? none);
        this.edgeLabel.push(words[at + 4] ?? none);
      } else {
        this.tagKey.push(words[at + 1] ?? none);
        this.tagValue.push(words[at + 2] ?? none);
      }
    }
    this.offset.push(offset);
    this.length.push(bytes.length);
    this.type.push(this.#typed(words[recordWord.type] ?? none));
    this.id.push(words[recordWord.id] ?? none);
    this.name.push(words[recordWord.name] ?? none);
    this.region.push(words[recordWord.region] ?? none);
    this.zone.push(words[recordWord.zone] ?? none);
    this.account.push(words[recordWord.account] ?? none);
    this.status.push(words[recordWord.status] ?? none);
    this.captured.push(captured);
    this.hash.push(words[recordWord.hash] ?? 0);
    this.hash.push(words[recordWord.hash + 1] ?? 0);
  }

  #typed(type: number): number {
    if (type !== this.#lastType) {
      this.#lastType = type;
      this.types.add(type);
    }
    return type;
  }

  #addRead({ bytes, offset }: FoundItem): void {
    const item = this.#options.read({ bytes, offset });
    const text = (value: string | undefined) => (value === undefined ? none : this.#options.intern(value));
    this.tagStart.push(this.tagKey.length);
    for (const [key, value] of Object.entries(item.tags)) {
      this.tagKey.push(text(key));
      this.tagValue.push(text(value));
    }
    this.edgeStart.push(this.edgeType.length);
    for (const { resourceType, resourceId, resourceName, name } of item.relationships) {
      this.edgeType.push(this.#typed(text(resourceType)));
      this.edgeId.push(text(resourceId));
      this.edgeName.push(text(resourceName));
      this.edgeLabel.push(text(name));
    }
    this.offset.push(offset);
    this.length.push(bytes.length);
    this.type.push(this.#typed(text(item.resourceType)));
    this.id.push(text(item.resourceId));
    this.name.push(text(item.resourceName));
    this.region.push(text(item.awsRegion));
    this.zone.push(text(item.availabilityZone));
    this.account.push(text(item.awsAccountId));
    this.status.push(text(item.configurationItemStatus));
    this.captured.push(Date.parse(item.configurationItemCaptureTime));
    for (const half of contentHash(item)) this.hash.push(half);
  }
}

/** Of two tags of one key the last one counts, as in `JSON.parse`: such an item is for it to read. */
function hasTagTwice(words: Uint32Array): boolean {
  const end = entryWord.first + (words[recordWord.count] ?? 0) * entryWord.size;
  let tags = 0;
  for (let at: number = entryWord.first; at < end; at += entryWord.size) {
    if (words[at] !== 2) continue;
    // AWS allows 50 tags; more than that many are not compared one by one.
    if (++tags > 60) return true;
    for (let before: number = entryWord.first; before < at; before += entryWord.size) {
      if (words[before] === 2 && words[before + 1] === words[at + 1]) return true;
    }
  }
  return false;
}

function tooMany({ name, maxParts }: BuilderOptions): DomainError {
  return new DomainError(
    'unreadable',
    'TooManyItems',
    `${name} holds more than ${maxParts} items and relationships, and more do not fit into the memory of this server. Open it on one with more.`,
  );
}

import { hash, randomBytes } from 'node:crypto';
import { type ResourceKey, resourceKey } from '../../items/identity';

/**
 * Which resources a cycle has seen, and with which listing: at most 48 bytes for each, however long their names.
 *
 * A resource is known by 64 bits of the SHA-256 of its key behind a secret, so that no name can be made up to pass for another.
 */
export class SeenResources {
  readonly #secret = randomBytes(16).toString('base64');
  readonly #failed = new Set<number>();
  /** Open addressing: two halves of the hash, and the listing's number from 1; 0 is a free place. */
  #high = new Uint32Array(1024);
  #low = new Uint32Array(1024);
  #listing = new Uint32Array(1024);
  #size = 0;
  #listings = 0;

  /** The number under which a listing adds what it shows. */
  open(): number {
    this.#listings += 1;
    return this.#listings;
  }

  /** Adds a resource; false where a listing that did not fail has shown it already. */
  add(resource: ResourceKey, listing: number): boolean {
    if (this.#size * 2 >= this.#listing.length) this.#grow();
    const place = this.#placeOf(resource);
    const earlier = this.#listing[place] ?? 0;
    if (earlier !== 0 && !this.#failed.has(earlier)) return false;
    if (earlier === 0) this.#size += 1;
    this.#listing[place] = listing;
    return true;
  }

  /** What a listing said that then failed does not keep others from telling of the same resources. */
  fail(listing: number): void {
    this.#failed.add(listing);
  }

  /** Whether any listing showed the resource, be it one that failed. */
  has(resource: ResourceKey): boolean {
    return this.#listing[this.#placeOf(resource)] !== 0;
  }

  #placeOf(resource: ResourceKey): number {
    const digest = hash('sha256', this.#secret + resourceKey(resource), 'buffer');
    return this.#find(digest.readUInt32LE(0), digest.readUInt32LE(4));
  }

  /** The place of a hash, or a free one into which it is written. */
  #find(high: number, low: number): number {
    const mask = this.#listing.length - 1;
    let place = low & mask;
    while (this.#listing[place] !== 0 && (this.#high[place] !== high || this.#low[place] !== low)) {
      place = (place + 1) & mask;
    }
    this.#high[place] = high;
    this.#low[place] = low;
    return place;
  }

  #grow(): void {
    const [high, low, listing] = [this.#high, this.#low, this.#listing];
    const length = listing.length * 2;
    this.#high = new Uint32Array(length);
    this.#low = new Uint32Array(length);
    this.#listing = new Uint32Array(length);
    for (let old = 0; old < listing.length; old++) {
      if (listing[old] === 0) continue;
      this.#listing[this.#find(high[old] ?? 0, low[old] ?? 0)] = listing[old] ?? 0;
    }
  }
}

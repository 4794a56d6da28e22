import type { ListingProgress } from '../sources/port';

interface LiveListing extends ListingProgress {
  /** Milliseconds of a clock that does not jump; from when on it was listed. */
  listedFrom: number;
}

/** How far a running cycle has come, in memory: sources, and the listings of those that have some. */
export class CycleProgress {
  readonly #counts = new Map<string, number>();
  readonly #listings = new Map<string, Map<string, LiveListing>>();

  /** A source has shown one more resource. */
  count(source: string): void {
    this.#counts.set(source, this.countOf(source) + 1);
  }

  /** Resources that a source has shown; 0 before it came to its turn. */
  countOf(source: string): number {
    return this.#counts.get(source) ?? 0;
  }

  /** Whether a source has been asked in this cycle. */
  began(source: string): boolean {
    return this.#counts.has(source);
  }

  begin(source: string): void {
    this.#counts.set(source, 0);
    this.#listings.set(source, new Map());
  }

  listing(source: string, { listing, state, count }: ListingProgress): void {
    const listings = this.#listings.get(source);
    const earlier = listings?.get(listing);
    const waited = earlier === undefined || earlier.state === 'waiting';
    listings?.set(listing, { listing, state, count, listedFrom: waited ? performance.now() : earlier.listedFrom });
  }

  listingsOf(source: string): ListingProgress[] {
    return [...(this.#listings.get(source)?.values() ?? [])].map(({ listing, state, count }) => ({
      listing,
      state,
      count,
    }));
  }

  /** For how many milliseconds a listing has gone on. */
  durationOf(source: string, listing: string): number {
    const live = this.#listings.get(source)?.get(listing);
    return live ? Math.round(performance.now() - live.listedFrom) : 0;
  }
}

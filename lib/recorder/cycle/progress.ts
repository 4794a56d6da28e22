import type { ListingProgress } from '../sources/port';

interface LivePart extends ListingProgress {
  /** Milliseconds of a clock that does not jump; from when on it was listed. */
  listedFrom: number;
}

/** How far a running cycle has come, in memory: sources, and the parts of those that have some. */
export class CycleProgress {
  readonly #counts = new Map<string, number>();
  readonly #parts = new Map<string, Map<string, LivePart>>();

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
    this.#parts.set(source, new Map());
  }

  part(source: string, { part, state, count }: ListingProgress): void {
    const parts = this.#parts.get(source);
    const earlier = parts?.get(part);
    const waited = earlier === undefined || earlier.state === 'waiting';
    parts?.set(part, { part, state, count, listedFrom: waited ? performance.now() : earlier.listedFrom });
  }

  partsOf(source: string): ListingProgress[] {
    return [...(this.#parts.get(source)?.values() ?? [])].map(({ part, state, count }) => ({ part, state, count }));
  }

  /** For how many milliseconds a part has been listed. */
  durationOf(source: string, part: string): number {
    const live = this.#parts.get(source)?.get(part);
    return live ? Math.round(performance.now() - live.listedFrom) : 0;
  }
}

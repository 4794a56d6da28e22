import { setImmediate } from 'node:timers/promises';

/** Milliseconds that a long piece of work may hold the event loop. */
const maxSliceMs = 12;
/** Calls of `shouldYield` for each look at the clock. */
const callsPerLook = 512;
/** Rows of columns that are worked through in one go: about a millisecond where each takes a few looks into memory. */
const rowsAtOnce = 2 ** 12;
/** Bytes of a document that are looked through in one go: a few milliseconds. */
export const pieceSize = 1 << 19;

/** Parts long work into time slices, so that others are served meanwhile: `if (slicer.shouldYield()) await slicer.yieldNow()` in its loop. */
export class TimeSlicer {
  #since = performance.now();
  #calls = 0;
  readonly #signal: AbortSignal | undefined;

  /** With a `signal`, `yieldNow` ends the work once that is aborted. */
  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /** Whether it is time to yield, for loops of short rounds. Cheap: looks at the clock now and then. */
  shouldYield(): boolean {
    if (++this.#calls % callsPerLook !== 0) return false;
    return performance.now() - this.#since > maxSliceMs;
  }

  /** As `shouldYield`, for loops whose rounds are long themselves: looks at the clock each time. */
  sliceExpired(): boolean {
    return performance.now() - this.#since > maxSliceMs;
  }

  /**
   * Works through `count` rows: `work` gets the first of some thousand and the one behind the last of them, and ends it all by `false`.
   * Faster than a loop that asks `shouldYield` for each row: a function without `await` is compiled sooner and better.
   */
  async forRows(count: number, work: (from: number, end: number) => false | undefined): Promise<void> {
    for (let from = 0; from < count; from += rowsAtOnce) {
      if (this.sliceExpired()) await this.yieldNow();
      if (work(from, Math.min(count, from + rowsAtOnce)) === false) return;
    }
  }

  /**
   * Lets everything else go first, and begins the next slice.
   * @throws the signal's reason once it is aborted
   */
  async yieldNow(): Promise<void> {
    await setImmediate();
    this.#signal?.throwIfAborted();
    this.#since = performance.now();
  }
}

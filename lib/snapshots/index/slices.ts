import { setImmediate } from 'node:timers/promises';

/** Milliseconds that a long piece of work may hold the event loop. */
const longest = 12;
const asksEach = 512;
/** Bytes of a document that are looked through in one go: a few milliseconds. */
export const pieceSize = 1 << 19;

/** Parts long work, so that others are served meanwhile: `if (slices.due()) await slices.pause()` in its loop. */
export class Slices {
  #since = performance.now();
  #calls = 0;

  constructor(private readonly signal?: AbortSignal) {}

  /** Whether it is time for a pause. Cheap: looks at the clock now and then. */
  due(): boolean {
    if (++this.#calls % asksEach !== 0) return false;
    return performance.now() - this.#since > longest;
  }

  /** As `due`, for loops whose rounds are long themselves. */
  dueNow(): boolean {
    return performance.now() - this.#since > longest;
  }

  /** Lets everything else go first. Rejects with the signal's reason once that is aborted. */
  async pause(): Promise<void> {
    await setImmediate();
    this.signal?.throwIfAborted();
    this.#since = performance.now();
  }
}

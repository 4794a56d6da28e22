import { LRUCache } from 'lru-cache';

/**
 * Results that take a while to work out, by key. Whoever asks for one that is being worked out waits for the same; a failure is forgotten.
 * The least recently used results go when all together are larger than `maxBytes`; the one used last stays, however large.
 */
export class ResultCache<Key extends string | number, Result extends object | string> {
  readonly #results: LRUCache<Key, Result, () => Promise<Result>>;

  /** `bytesOf` estimates the memory that a result takes. */
  constructor({ maxBytes, bytesOf }: { maxBytes: number; bytesOf: (result: Result) => number }) {
    this.#results = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: (result) => Math.min(maxBytes, Math.max(1, Math.ceil(bytesOf(result)))),
      fetchMethod: (_key, _stale, { context: compute }) => compute(),
      // One that has to go while it is worked out is still given to those who wait for it.
      ignoreFetchAbort: true,
    });
  }

  /**
   * The result of a key, worked out by `compute` where it is not there.
   * @throws what `compute` rejects with
   */
  getOrCompute(key: Key, compute: () => Promise<Result>): Promise<Result> {
    // One that is there is given at once: a fetch looks after far more, and some answers ask for hundreds.
    const known = this.#results.get(key);
    return known === undefined ? this.#results.forceFetch(key, { context: compute }) : Promise.resolve(known);
  }

  /** Whether the result of a key is there and was worked out. */
  has(key: Key): boolean {
    return this.#results.has(key);
  }

  delete(key: Key): void {
    this.#results.delete(key);
  }
}

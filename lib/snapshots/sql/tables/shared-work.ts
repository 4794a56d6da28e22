/**
 * The result, unless the signal aborts before it is there. What the result is made by goes on.
 *
 * @throws the signal's reason as soon as it aborts; else what the result fails with.
 */
export async function unlessAborted<Result>(signal: AbortSignal | undefined, result: Promise<Result>): Promise<Result> {
  if (!signal) return result;
  let leave: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([result, aborted]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

interface Work<Result, Progress> {
  result: Promise<Result>;
  progress: Progress;
  abort: AbortController;
  waiting: number;
}

/** Work by name that several may wait for: done once, and ended when all who waited went away. */
export class SharedWork<Result, Progress> {
  readonly #running = new Map<string, Work<Result, Progress>>();

  /** The result of the work of this name, which is begun with `begin` unless it runs. Whoever's `signal` aborts waits no longer. */
  async join(
    name: string,
    {
      progress,
      begin,
    }: { progress: () => Progress; begin: (progress: Progress, signal: AbortSignal) => Promise<Result> },
    signal?: AbortSignal,
  ): Promise<Result> {
    signal?.throwIfAborted();
    const work = this.#running.get(name) ?? this.#start(name, progress(), begin);
    work.waiting += 1;
    try {
      return await unlessAborted(signal, work.result);
    } finally {
      work.waiting -= 1;
      if (work.waiting === 0) {
        // Whoever comes from now on begins anew.
        this.#forget(name, work);
        work.abort.abort(signal?.reason);
      }
    }
  }

  /** How far all the work is that runs. */
  progress(): Progress[] {
    return [...this.#running.values()].map(({ progress }) => progress);
  }

  #start(name: string, progress: Progress, begin: (progress: Progress, signal: AbortSignal) => Promise<Result>) {
    const abort = new AbortController();
    const work = { result: begin(progress, abort.signal), progress, abort, waiting: 0 };
    this.#running.set(name, work);
    const done = () => this.#forget(name, work);
    work.result.then(done, done);
    return work;
  }

  #forget(name: string, work: Work<Result, Progress>): void {
    if (this.#running.get(name) === work) this.#running.delete(name);
  }
}

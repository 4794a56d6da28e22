/** Lets in so many cycles at a time: each holds two connections to the database, and others need some too. */
export function createTurns(width: number) {
  let free = width;
  const waiting = new Set<() => void>();

  function leave(): void {
    const [next] = waiting;
    if (next === undefined) {
      free += 1;
      return;
    }
    waiting.delete(next);
    next();
  }

  /** Runs `work` when it is its turn; rejects with the signal's reason where that comes first. */
  return async function inTurn<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    signal.throwIfAborted();
    if (free > 0) free -= 1;
    else {
      await new Promise<void>((resolve, reject) => {
        const enter = () => {
          signal.removeEventListener('abort', refuse);
          resolve();
        };
        const refuse = () => {
          waiting.delete(enter);
          reject(signal.reason);
        };
        waiting.add(enter);
        signal.addEventListener('abort', refuse, { once: true });
      });
    }
    try {
      return await work();
    } finally {
      leave();
    }
  };
}

export type InTurn = ReturnType<typeof createTurns>;

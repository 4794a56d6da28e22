import pLimit from 'p-limit';

/**
 * Runs `work` when there is room for it.
 *
 * @throws the signal's reason where that comes first.
 */
export type LimitedRun = <Result>(signal: AbortSignal, work: () => Promise<Result>) => Promise<Result>;

/** Lets so many cycles run at a time: each holds two connections to the database, and others need some too. */
export function limitConcurrency(atOnce: number): LimitedRun {
  const limit = pLimit(atOnce);
  return (signal, work) =>
    new Promise((resolve, reject) => {
      const refuse = () => reject(signal.reason);
      if (signal.aborted) return refuse();
      signal.addEventListener('abort', refuse, { once: true });
      void limit(async () => {
        signal.removeEventListener('abort', refuse);
        // Refused while it waited: whoever comes next need not wait for it.
        if (signal.aborted) return;
        await work().then(resolve, reject);
      });
    });
}

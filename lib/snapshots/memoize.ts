/** What works a value out when it is first called, with the value once that is there. */
export interface Memoized<Value> {
  (): Promise<Value>;
  known?: Value;
}

/**
 * Makes what works a value out when it is first asked for, and keeps it: whoever asks meanwhile waits for the same. A failure, such as for
 * want of memory, is forgotten: the next one who asks begins anew.
 */
export function memoize<Value>(compute: () => Promise<Value>): Memoized<Value> {
  let begun: Promise<Value> | undefined;
  const memoized: Memoized<Value> = () => {
    if (begun) return begun;
    const running = compute();
    begun = running;
    running.then(
      (value) => {
        memoized.known = value;
      },
      () => {
        begun = undefined;
      },
    );
    return running;
  };
  return memoized;
}

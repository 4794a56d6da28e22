/**
 * Makes what works a value out when it is first asked for, and keeps it: whoever asks meanwhile waits for the same. A failure, such as for
 * want of memory, is forgotten: the next one who asks begins anew.
 */
export function memoize<Value>(compute: () => Promise<Value>): () => Promise<Value> {
  let known: Promise<Value> | undefined;
  return () => {
    if (known) return known;
    const begun = compute();
    known = begun;
    begun.catch(() => {
      known = undefined;
    });
    return begun;
  };
}

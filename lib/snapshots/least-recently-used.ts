/** A file of a cache folder, or several that come and go together. */
export interface CachedFiles {
  name: string;
  /** Bytes of all of them. */
  size: number;
  /** Epoch milliseconds. */
  usedAt: number;
}

/**
 * The names of what must go for the rest to take at most `maxBytes`, the least recently used first. What `isHeld` stays in any case, and
 * counts. The times are those of the files, so that they outlast the process, and what other processes used counts too.
 */
export function leastRecentlyUsed(
  files: readonly CachedFiles[],
  maxBytes: number,
  isHeld: (name: string) => boolean,
): string[] {
  let total = files.reduce((sum, { size }) => sum + size, 0);
  const names: string[] = [];
  for (const { name, size } of files.toSorted((a, b) => a.usedAt - b.usedAt)) {
    if (total <= maxBytes) break;
    if (isHeld(name)) continue;
    names.push(name);
    total -= size;
  }
  return names;
}

import type { RecorderView } from '@/lib/api/contract/recorder';

interface Progress {
  /** Types (or sources that are read as a whole) in the running cycle, and those of them that are at their end. */
  listings: number;
  ended: number;
  /** 0 to 100; by listings, since nobody knows how many resources there are. */
  percent: number;
  found: number;
}

/** How far a running cycle is. Listings that it does not ask for do not count. */
export function cycleProgress(sources: RecorderView['sources']): Progress {
  const steps = sources.flatMap((source) => {
    if (source.listings.length === 0) return [source.shownCount !== undefined];
    return source.listings
      .filter(({ state }) => state !== 'idle')
      .map(({ state }) => state === 'done' || state === 'failed');
  });
  const ended = steps.filter(Boolean).length;
  const found = sources.reduce((sum, source) => sum + (source.shownCount ?? 0), 0);
  return {
    listings: steps.length,
    ended,
    percent: steps.length === 0 ? 0 : Math.floor((100 * ended) / steps.length),
    found,
  };
}

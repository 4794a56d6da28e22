import { expect, test } from 'vitest';
import type { ListingView, RecorderView } from '@/lib/api/contract/recorder';
import { cycleProgress } from './cycle-progress';

const listing = (state: ListingView['state']): ListingView => ({
  listing: state,
  resourceTypes: [],
  state,
  lastStatus: 'PENDING',
  itemCount: 0,
});

function source(listings: ListingView[], shownCount?: number): RecorderView['sources'][number] {
  return {
    name: 'aws',
    description: '',
    lastStatus: 'PENDING',
    itemCount: 0,
    notes: [],
    noteCount: 0,
    listings,
    ...(shownCount !== undefined && { shownCount }),
  };
}

test('types at their end count, whether they went well or not, and those not asked for do not', () => {
  const listings = [listing('done'), listing('failed'), listing('listing'), listing('waiting'), listing('idle')];
  expect(cycleProgress([source(listings, 12)])).toEqual({ listings: 4, ended: 2, percent: 50, found: 12 });
});

test('nothing to do is no progress', () => {
  expect(cycleProgress([])).toEqual({ listings: 0, ended: 0, percent: 0, found: 0 });
});

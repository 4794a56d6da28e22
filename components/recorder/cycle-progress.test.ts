import { expect, test } from 'vitest';
import type { PartView, RecorderView } from '@/lib/api/contract/recorder';
import { cycleProgress } from './cycle-progress';

const part = (state: PartView['state']): PartView => ({
  part: state,
  resourceTypes: [],
  state,
  lastStatus: 'PENDING',
  itemCount: 0,
});

function source(parts: PartView[], shownCount?: number): RecorderView['sources'][number] {
  return {
    name: 'aws',
    description: '',
    lastStatus: 'PENDING',
    itemCount: 0,
    notes: [],
    noteCount: 0,
    parts,
    ...(shownCount !== undefined && { shownCount }),
  };
}

test('types at their end count, whether they went well or not, and those not asked for do not', () => {
  const parts = [part('done'), part('failed'), part('listing'), part('waiting'), part('idle')];
  expect(cycleProgress([source(parts, 12)])).toEqual({ parts: 4, ended: 2, percent: 50, found: 12 });
});

test('nothing to do is no progress', () => {
  expect(cycleProgress([])).toEqual({ parts: 0, ended: 0, percent: 0, found: 0 });
});

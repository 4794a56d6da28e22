import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filteredItemsRequest, itemSortColumn } from '@/lib/api/contract/snapshots';
import { itemsRequestOf, noFilter, pageSizes, readViewState, tabs, type ViewState, viewHref } from './view-state';

function read(href: string): ViewState {
  return readViewState(new URL(href, 'http://localhost').searchParams);
}

describe('the URL of a snapshot page', () => {
  test('shows the items, unsorted and unfiltered, where nothing else is said', () => {
    expect(read('/snapshots/view?bucket=b&key=k')).toEqual({
      bucket: 'b',
      key: 'k',
      tab: 'items',
      ...noFilter,
      sort: undefined,
      order: 'asc',
      page: 1,
      pageSize: 50,
      by: 'resourceType',
      item: undefined,
      itemJson: false,
      sql: '',
      language: 'sql',
    });
  });

  test('brings every state back', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
    const states = fc.record({
      bucket: text,
      key: text,
      tab: fc.constantFrom(...tabs),
      types: fc.array(text),
      search: text,
      regions: fc.array(text),
      zones: fc.array(text),
      statuses: fc.array(text),
      tags: fc.array(text, { maxLength: 10 }),
      name: text,
      changedSince: fc.constantFrom(undefined, '2026-11-22T08:00:00.000Z'),
      by: fc.constantFrom('resourceType' as const, 'awsRegion' as const, 'tag' as const, 'tag:Team' as const),
      sort: fc.constantFrom(undefined, ...itemSortColumn.options),
      order: fc.constantFrom('asc' as const, 'desc' as const),
      page: fc.integer({ min: 1, max: 1_000_000 }),
      pageSize: fc.constantFrom(...pageSizes),
      item: fc.nat(),
      itemJson: fc.boolean(),
      sql: text,
      language: fc.constantFrom('sql' as const, 'aws' as const),
    });
    fc.assert(
      fc.property(states, (state) => {
        expect(read(viewHref(state))).toEqual(state);
      }),
    );
  });

  test('asks the server only for what it accepts, whatever the URL says', () => {
    const nonsense = fc.string({ unit: fc.constantFrom('1', '9', '-', '.', 'e', 'a', ' ', '%'), maxLength: 20 });
    fc.assert(
      fc.property(nonsense, nonsense, nonsense, (page, pageSize, sort) => {
        const state = readViewState(
          new URLSearchParams({
            bucket: 'b',
            key: 'k',
            page,
            pageSize,
            sort,
            item: page,
            types: 'x'.repeat(300),
            changedSince: page,
            by: page,
          }),
        );
        expect(filteredItemsRequest.safeParse(itemsRequestOf(state)).success).toBe(true);
        expect(state.item === undefined || Number.isSafeInteger(state.item)).toBe(true);
      }),
    );
  });

  test('is short where nothing was changed', () => {
    expect(viewHref(read('/snapshots/view?bucket=b&key=k'))).toBe('/snapshots/view?bucket=b&key=k');
  });
});

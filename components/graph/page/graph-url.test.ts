import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GraphState, graphHref, layoutNames, mosts, readGraphUrl, viewNames } from './graph-url';

const read = (href: string) => readGraphUrl(new URL(href, 'http://localhost').searchParams);

describe('the URL of a graph', () => {
  test('is short where nothing was changed', () => {
    expect(graphHref(read('/snapshots/graph?bucket=b&key=k'))).toBe('/snapshots/graph?bucket=b&key=k');
  });

  test('brings every state back', () => {
    // What means something in a URL or needs escapes; to make tables of all characters takes a second.
    const letter = fc.constantFrom(...'aZ0 &=%+#?/:;"\\', '\u0000', '\u00e9', '\u2028', '\u8a9e', '\u{1f600}');
    const text = fc.string({ unit: letter, minLength: 1, maxLength: 8 });
    const texts = fc.array(text, { maxLength: 3 });
    const states: fc.Arbitrary<GraphState> = fc
      .record({
        ...{
          bucket: text,
          key: text,
          partial: fc.constantFrom(undefined, 1 as const),
          at: fc.constantFrom(undefined, '2026-03-09T01:02:03.004Z'),
          against: fc.option(text, { nil: undefined }),
          view: fc.constantFrom(...viewNames),
          layout: fc.constantFrom(undefined, ...layoutNames),
        },
        group: fc.constantFrom('network', 'service', 'type', 'stack', 'tag:Team'),
        ...{ open: texts, closed: texts, types: texts, accounts: texts, regions: texts, zones: texts, statuses: texts },
        ...{
          more: texts,
          show: texts,
          hide: texts,
          only: texts,
          pin: texts,
          tags: texts,
          relationships: texts,
          unmatched: fc.constantFrom('hide' as const, 'dim' as const),
          focus: texts,
          hops: fc.integer({ min: 1, max: 6 }),
          depth: fc.integer({ min: 1, max: 64 }),
        },
        direction: fc.constantFrom('in' as const, 'out' as const, 'both' as const),
        most: fc.constantFrom(...mosts),
        ...{ lines: fc.boolean(), derived: fc.boolean(), chosen: fc.option(text, { nil: undefined }), also: texts },
        ...{
          details: fc.boolean(),
          item: fc.option(fc.nat(), { nil: undefined }),
          itemJson: fc.boolean(),
          list: fc.boolean(),
        },
      })
      .map((state) => ({
        ...state,
        itemJson: state.itemJson && state.item !== undefined,
        also: state.chosen === undefined ? [] : state.also,
      }));
    fc.assert(
      fc.property(states, (state) => {
        expect(read(graphHref(state))).toEqual(state);
      }),
      { numRuns: 50 },
    );
  });

  test('holds only what the server accepts, whatever it says', () => {
    const state = read(
      '/snapshots/graph?bucket=b&key=k&view=x&group=tag:&at=noon&hops=7&depth=65&direction=up&item=-1&focus=&lines=1',
    );
    expect(state).toMatchObject({
      view: 'map',
      group: 'network',
      hops: 1,
      depth: 6,
      direction: 'both',
      focus: [],
      lines: false,
    });
    expect([state.item, state.at]).toEqual([undefined, undefined]);
  });
});

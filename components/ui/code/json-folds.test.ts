import { describe, expect, test } from 'vitest';
import { formatJson } from '@/lib/items/format-json';
import { jsonFolds } from './json-folds';

function folded(text: string, ranges: { from: number; to: number }[]): string {
  return [...ranges]
    .sort((one, other) => other.from - one.from)
    .reduce((shown, { from, to }) => `${shown.slice(0, from)}…${shown.slice(to)}`, text);
}

describe('jsonFolds', () => {
  const snapshot = formatJson('{"fileVersion":"1.0","configurationItems":[{"a":{"b":[1]}},{"c":"}{]["}]}');

  test('folds the items of a snapshot, not the whole of it', () => {
    expect(folded(snapshot, jsonFolds(snapshot).outline())).toBe(
      '{\n  "fileVersion": "1.0",\n  "configurationItems": [\n    {…},\n    {…}\n  ]\n}',
    );
  });

  test('folds the fields of one item', () => {
    const item = formatJson('{"tags":{"Name":"web"},"relationships":[{"name":"x"}],"resourceId":"i-1"}');
    expect(folded(item, jsonFolds(item).outline())).toBe(
      '{\n  "tags": {…},\n  "relationships": […],\n  "resourceId": "i-1"\n}',
    );
  });

  test('finds the container that opens on a line and none on the others', () => {
    const folds = jsonFolds(snapshot);
    const shown = snapshot.split('\n').map((line, number, lines) => {
      const from = lines.slice(0, number).join('\n').length + (number > 0 ? 1 : 0);
      const range = folds.startingIn(from, from + line.length);
      return range ? snapshot.slice(range.from, range.to).trim() : undefined;
    });
    expect(shown[0]).toContain('configurationItems');
    expect(shown[1]).toBeUndefined();
    expect(shown[3]).toBe('"a": {\n        "b": [\n          1\n        ]\n      }');
    expect(shown.at(-1)).toBeUndefined();
  });

  test('does not fold what fits on its line or is never closed', () => {
    expect(jsonFolds('{}').outline()).toEqual([]);
    expect(jsonFolds('[\n  1').startingIn(0, 1)).toBeUndefined();
    expect(jsonFolds('"a {').outline()).toEqual([]);
  });
});

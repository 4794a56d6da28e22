import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexOfPlain } from '../index/test-index';
import { compareIndexes, differences } from './compare-indexes';

interface Resource {
  type: string;
  id: string;
  version: number;
}

const sideOf = (resources: readonly Resource[]) =>
  indexOfPlain(
    resources.map(({ type, id, version }) => ({
      resourceType: type,
      resourceId: id,
      awsRegion: 'eu-west-1',
      awsAccountId: '123456789012',
      configurationItemStatus: 'OK',
      configurationItemCaptureTime: '2026-11-22T08:31:54.000Z',
      configuration: { version },
    })),
  );

/** Each resource once: of several items of one, all captured at one time, the last in the file. */
function lasts(resources: readonly Resource[]): Map<string, { at: number; version: number }> {
  const found = new Map<string, { at: number; version: number }>();
  for (const [at, { type, id, version }] of resources.entries()) {
    const name = `${type.toLowerCase()}/${id}`;
    found.delete(name);
    found.set(name, { at, version });
  }
  return found;
}

const resource = fc.record({
  type: fc.constantFrom('AWS::EC2::Instance', 'AWS::EC2::INSTANCE', 'AWS::S3::Bucket'),
  id: fc.constantFrom(...Array.from({ length: 12 }, (_, n) => `id-${n}`)),
  version: fc.nat({ max: 2 }),
});
/** A snapshot and a later one: out of the same resources with some left out, put in, changed and moved, or of quite others. */
const pairs = fc.oneof(
  fc.tuple(fc.array(resource), fc.array(resource)),
  fc
    .tuple(
      fc.uniqueArray(resource, { selector: ({ type, id }) => `${type.toLowerCase()}/${id}` }),
      fc.array(fc.record({ at: fc.nat({ max: 30 }), put: fc.option(resource) }), { maxLength: 4 }),
    )
    .map(([before, edits]): [Resource[], Resource[]] => {
      const after = [...before];
      for (const { at, put } of edits) after.splice(at, put ? 0 : 1, ...(put ? [put] : []));
      return [before, after];
    }),
);

test('two snapshots are compared resource by resource, in whatever order and however often each tells of one', async () => {
  await fc.assert(
    fc.asyncProperty(pairs, async ([before, after]) => {
      const found = await compareIndexes(await sideOf(before), await sideOf(after));
      const rows = [...found.kind].map((kind, row) => [differences[kind], found.before[row], found.after[row]]);
      const [a, b] = [lasts(before), lasts(after)];
      const expected = [
        ...[...a].map(([name, { at, version }]) => {
          const other = b.get(name);
          if (!other) return ['removed', at, -1];
          return [other.version === version ? 'unchanged' : 'changed', at, other.at];
        }),
        ...[...b].filter(([name]) => !a.has(name)).map(([, { at }]) => ['added', -1, at]),
      ];
      expect(rows).toEqual(expected);
      for (const kind of differences) expect(found.counts[kind]).toBe(rows.filter(([one]) => one === kind).length);
    }),
    { numRuns: 300 },
  );
});

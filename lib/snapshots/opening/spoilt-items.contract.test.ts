import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isJsonObject } from '../../items/form/item-fields';
import type { SnapshotReader } from '../reading/snapshot-reader';
import { items as itemLists } from '../test-several-scopes';
import { readBytes } from './test-read';

// Good files with one item spoilt: all that stand before and after it are read.

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spoilt-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const read = (bytes: Buffer, pieceSize?: number) => readBytes(folder, bytes, pieceSize);

const pieceSizes = fc.constantFrom(7, 64, 1 << 16);
const oddValue = fc.oneof(
  fc.constantFrom<unknown>(7, -0.5, 'x', '', null, true, [], {}, [[]], { Type: 'Notification', Message: '{' }),
  fc.record({
    resourceType: fc.constantFrom<unknown>('', 3, null, ['x']),
    resourceId: fc.constantFrom<unknown>('', {}, 'x'),
  }),
);
const oddField = fc.tuple(
  fc.constantFrom(
    ...['relationships', 'tags', 'configurationItemCaptureTime', 'configurationStateId', 'awsRegion', 'resourceName'],
    ...['configurationItemStatus', 'relatedEvents', 'configuration', 'supplementaryConfiguration', 'resourceId', 'ARN'],
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

const oddThing = fc.oneof(
  oddValue.map((value) => ({ value })),
  oddField.map(([name, value]) => ({ field: { [name]: value } })),
);

/** A good file of items, and the place of the one to be spoilt. */
const goodFile = fc
  .tuple(itemLists, fc.nat(), fc.constantFrom('snapshot', 'list', 'lines'))
  .filter(([all]) => all.length > 0)
  .map(([all, place, form]) => ({ all, spoilt: place % all.length, form }));

function fileOf(texts: readonly string[], form: string): Buffer {
  if (form === 'lines') return Buffer.from(texts.join('\n'));
  return Buffer.from(
    form === 'list' ? `[${texts.join(',')}]` : `{"fileVersion":"1.0","configurationItems":[${texts.join(',')}]}`,
  );
}

/** All items but the spoilt one, as they stand in the file that was read. */
async function untouched(
  reader: SnapshotReader,
  texts: readonly string[],
  spoilt: number,
  file: Buffer,
): Promise<void> {
  const { index } = reader.document;
  const read = Array.from({ length: index.itemCount }, (_, item) => {
    const from = index.offset[item] ?? 0;
    return file.toString('utf8', from, from + (index.length[item] ?? 0));
  });
  const before = texts.slice(0, spoilt);
  const after = texts.slice(spoilt + 1);
  expect(read.slice(0, before.length)).toEqual(before);
  expect(after.length === 0 ? [] : read.slice(-after.length)).toEqual(after);
  expect(index.itemCount - before.length - after.length).toBeLessThanOrEqual(1);
}

test('an item that is something odd hides none of those before and after it', async () => {
  await fc.assert(
    fc.asyncProperty(goodFile, oddThing, pieceSizes, async ({ all, spoilt, form }, odd, pieceSize) => {
      const texts = all.map((item) => JSON.stringify(item));
      const changed = 'field' in odd ? { ...all[spoilt], ...odd.field } : odd.value;
      // What stands on a line of its own is an object: anything else is no JSON of several documents.
      if (form === 'lines' && !isJsonObject(changed)) return;
      const file = fileOf(texts.with(spoilt, JSON.stringify(changed)), form);
      // Nothing but the odd value is in some files: those are refused, or have no item.
      const reader = await read(file, pieceSize).catch((error) => error);
      if (all.length === 1 && reader instanceof Error) return;
      await untouched(reader, texts, spoilt, file);
    }),
    { numRuns: 200 },
  );
});

test('a byte that is another one hides no item but its own, where the JSON stays whole', async () => {
  let whole = 0;
  const flips = fc.tuple(fc.nat(), fc.integer({ min: 0x20, max: 0x7e }));
  await fc.assert(
    fc.asyncProperty(
      goodFile,
      fc.array(flips, { minLength: 12, maxLength: 12 }),
      async ({ all, spoilt, form }, bytes) => {
        const texts = all.map((item) => JSON.stringify(item));
        const text = texts[spoilt] ?? '';
        for (const [at, byte] of bytes) {
          const place = at % text.length;
          const flipped = text.slice(0, place) + String.fromCharCode(byte) + text.slice(place + 1);
          if (!isJson(flipped) || flipped === text) continue;
          whole += 1;
          const file = fileOf(texts.with(spoilt, flipped), form);
          const reader = await read(file).catch((error) => error);
          if (all.length === 1 && reader instanceof Error) continue;
          await untouched(reader, texts, spoilt, file);
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(whole).toBeGreaterThan(200);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

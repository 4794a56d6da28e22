import { constants, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packBlocks, unpackBlocks } from './gzip-blocks';
import { gzipBlocks } from './write-gzip';

test('blocks come back as they were, also beyond 4 GiB', () => {
  const step = fc.record({ stored: fc.nat({ max: 2 ** 45 }), content: fc.nat({ max: 2 ** 45 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
      let at = { offset: 0, uncompressedOffset: 0 };
      const blocks = steps.map(({ stored, content }) => {
        at = { offset: at.offset + stored, uncompressedOffset: at.uncompressedOffset + content };
        return at;
      });
      expect(unpackBlocks(packBlocks({ blocks }))).toEqual(blocks);
    }),
  );
});

test('damaged bytes are refused', () => {
  for (const bytes of [[], [2], [1, 128], [1, 1], [1, ...Array(9).fill(255)]]) {
    expect(() => unpackBlocks(Uint8Array.from(bytes))).toThrow('damaged');
  }
});

test('a block can be inflated alone from its kept offset', async () => {
  const content = Buffer.from(Array.from({ length: 100_000 }, (_, n) => `item ${n};`).join(''));
  const { bytes, index } = gzipBlocks(
    (async function* () {
      yield content;
    })(),
    { blockSize: 100_000 },
  );
  const stored: Buffer[] = [];
  for await (const chunk of bytes) stored.push(chunk);
  const blocks = unpackBlocks(packBlocks(index));
  const [third, fourth] = blocks.slice(2);
  const part = Buffer.concat(stored).subarray(third?.offset, fourth?.offset);
  const inflated = inflateRawSync(part, { finishFlush: constants.Z_SYNC_FLUSH });
  expect(inflated.equals(content.subarray(200_000, 300_000))).toBe(true);
});

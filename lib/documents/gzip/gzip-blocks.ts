import { DomainError } from '../../errors';
import type { GzipBlock, GzipIndex } from './write-gzip';

const version = 1;

/**
 * The blocks of a gzip file in a few bytes each, to be kept beside the record of its delivery: a version, then for each block its
 * distance from the one before in stored bytes and in content, as base-128 numbers (low bits first, the high bit says that more
 * follow). 2.4 GB of content are 2,300 blocks and 16 KB.
 */
export function packBlocks({ blocks }: Pick<GzipIndex, 'blocks'>): Buffer {
  const bytes: number[] = [version];
  let before: GzipBlock = { offset: 0, uncompressedOffset: 0 };
  for (const block of blocks) {
    writeNumber(bytes, block.offset - before.offset);
    writeNumber(bytes, block.uncompressedOffset - before.uncompressedOffset);
    before = block;
  }
  return Buffer.from(bytes);
}

/**
 * What `packBlocks` made.
 *
 * @throws DomainError `CorruptBlocks` (`unreadable`) for anything else.
 */
export function unpackBlocks(bytes: Uint8Array): GzipBlock[] {
  if (bytes[0] !== version) throw corrupt();
  const blocks: GzipBlock[] = [];
  const at = { position: 1 };
  let before: GzipBlock = { offset: 0, uncompressedOffset: 0 };
  while (at.position < bytes.length) {
    const offset = before.offset + readNumber(bytes, at);
    before = { offset, uncompressedOffset: before.uncompressedOffset + readNumber(bytes, at) };
    blocks.push(before);
  }
  return blocks;
}

function writeNumber(bytes: number[], value: number): void {
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
}

function readNumber(bytes: Uint8Array, at: { position: number }): number {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[at.position++];
    if (byte === undefined || scale > 2 ** 49) throw corrupt();
    value += (byte % 128) * scale;
    if (byte < 128) return value;
  }
}

function corrupt(): DomainError {
  return new DomainError('unreadable', 'CorruptBlocks', 'The kept list of gzip blocks is damaged.');
}

import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { StringTable } from '../../documents/scanner/string-table';
import type { SnapshotIndex } from './snapshot-index';

/** Changes whenever the file or what the columns mean does: a file of another version is made anew. */
const magic = Buffer.from('SNAPIDX5');
/** Bytes that are written or read, and summed up, in one go: a few milliseconds. */
const pieceSize = 8 * 2 ** 20;

/** Pieces that are read side by side: a processor sums up while another copies. */
const readsAtOnce = 3;

type Column = Uint8Array | Uint32Array | Int32Array | Float64Array;

/** The columns of an index by name. The numbers of its table of strings are among them. */
type Columns = Record<string, Column>;

const kinds = { u8: Uint8Array, u32: Uint32Array, i32: Int32Array, f64: Float64Array };
type Kind = keyof typeof kinds;

/**
 * Writes an index with `metadata` about it. The file is whole or not there. It is of this machine's byte order: a cache, not for others.
 */
export async function writeIndexFile(path: string, index: SnapshotIndex, metadata: unknown): Promise<void> {
  const { strings, itemCount, edgeCount, ...columns } = index;
  const all: Columns = { ...columns, heap: strings.heap, starts: strings.starts, slots: strings.slots };
  const sections = Object.entries(all).map(([name, column]) => ({ name, kind: kindOf(column), length: column.length }));
  const text = Buffer.from(JSON.stringify({ itemCount, edgeCount, sections, metadata }));
  const header = Buffer.concat([text, Buffer.alloc((8 - (text.length % 8)) % 8, 0x20)]);
  const size = Buffer.alloc(8);
  size.writeUInt32LE(header.length, 0);
  const aside = `${path}.part`;
  const file = await open(aside, 'w');
  try {
    let sum = 0;
    const put = async (bytes: Uint8Array) => {
      for (let at = 0; at < bytes.length; at += pieceSize) {
        const piece = bytes.subarray(at, at + pieceSize);
        sum = crc32(piece, sum);
        await file.writeFile(piece);
      }
    };
    for (const part of [magic, size, header]) await put(part);
    for (const column of Object.values(all)) {
      await put(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
      await put(Buffer.alloc((8 - (column.byteLength % 8)) % 8));
    }
    const end = Buffer.alloc(4);
    end.writeUInt32LE(sum, 0);
    await file.writeFile(end);
    await file.close();
    await rename(aside, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(aside, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Reads what `writeIndexFile` wrote; undefined where there is no such file, or it is broken or of another version. */
export async function readIndexFile(path: string): Promise<{ index: SnapshotIndex; metadata: unknown } | undefined> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch {
    return undefined;
  }
  try {
    return await readSections(file);
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}

async function readSections(file: FileHandle): Promise<{ index: SnapshotIndex; metadata: unknown } | undefined> {
  const { size } = await file.stat();
  let at = 0;
  let sum = 0;
  const take = async (bytes: Uint8Array) => {
    if (at + bytes.length > size) throw new Error('The file ends too early.');
    for (let from = 0; from < bytes.length; from += pieceSize) {
      const piece = bytes.subarray(from, from + pieceSize);
      const { bytesRead } = await file.read(piece, 0, piece.length, at);
      if (bytesRead !== piece.length) throw new Error('The file ends too early.');
      sum = crc32(piece, sum);
      at += piece.length;
    }
    return bytes;
  };
  const start = Buffer.from(await take(new Uint8Array(16)));
  if (!start.subarray(0, 8).equals(magic)) return undefined;
  const headerLength = start.readUInt32LE(8);
  if (headerLength > size) return undefined;
  const header = JSON.parse(Buffer.from(await take(new Uint8Array(headerLength))).toString('utf8'));
  const columns: Columns = {};
  const pieces: { bytes: Uint8Array; from: number }[] = [];
  for (const { name, kind, length } of header.sections as { name: string; kind: Kind; length: number }[]) {
    if (length > size) return undefined;
    const column = new kinds[kind](length);
    const bytes = new Uint8Array(column.buffer);
    for (let from = 0; from < bytes.length; from += pieceSize) {
      pieces.push({ bytes: bytes.subarray(from, from + pieceSize), from: at + from });
    }
    const gap = (8 - (bytes.length % 8)) % 8;
    if (gap > 0) pieces.push({ bytes: new Uint8Array(gap), from: at + bytes.length });
    at += bytes.length + gap;
    if (at > size) return undefined;
    columns[name] = column;
  }
  for await (const bytes of readAhead(file, pieces)) sum = crc32(bytes, sum);
  const whole = sum;
  const end = Buffer.from(await take(new Uint8Array(4)));
  if (end.readUInt32LE(0) !== whole || at !== size) return undefined;
  const { heap, starts, slots, ...rest } = columns;
  const strings = new StringTable({ heap, starts, slots } as ConstructorParameters<typeof StringTable>[0]);
  const { itemCount, edgeCount, metadata } = header;
  return { index: { ...rest, itemCount, edgeCount, strings } as unknown as SnapshotIndex, metadata };
}

/** Fills pieces from the file, some at a time, and gives each in its turn. */
async function* readAhead(
  file: FileHandle,
  pieces: readonly { bytes: Uint8Array; from: number }[],
): AsyncGenerator<Uint8Array> {
  const reading: Promise<Uint8Array>[] = [];
  const fill = async ({ bytes, from }: { bytes: Uint8Array; from: number }) => {
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    if (bytesRead !== bytes.length) throw new Error('The file ends too early.');
    return bytes;
  };
  try {
    for (const piece of pieces) {
      const filled = fill(piece);
      // Awaited in its turn; where an earlier one failed, nobody asks any more.
      filled.catch(() => undefined);
      reading.push(filled);
      const oldest = reading.length > readsAtOnce ? await reading.shift() : undefined;
      if (oldest) yield oldest;
    }
    for (const filled of reading.splice(0)) yield await filled;
  } finally {
    // The file is closed next.
    await Promise.allSettled(reading);
  }
}

function kindOf(column: Column): Kind {
  if (column instanceof Float64Array) return 'f64';
  if (column instanceof Int32Array) return 'i32';
  return column instanceof Uint32Array ? 'u32' : 'u8';
}

/** Bytes of memory that an index takes. */
export function indexSize({ strings, ...index }: SnapshotIndex): number {
  const columns = [...Object.values(index), strings.heap, strings.starts, strings.slots];
  return columns.reduce<number>((sum, column) => sum + (typeof column === 'number' ? 0 : column.byteLength), 0);
}

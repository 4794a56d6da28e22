import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ObjectStore } from '../../object-store/port';
import { SnapshotReader } from '../reading/snapshot-reader';
import { openDocument } from './open-document';

let serial = 0;

/** Reads the bytes of an object as the server does, in pieces of some size. `folder` is for copies, of which none is left. For tests. */
export async function readBytes(folder: string, bytes: Buffer, pieceSize = 1 << 16): Promise<SnapshotReader> {
  const head = { key: 'k', size: bytes.length, etag: '"1"', lastModified: new Date(0) };
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceSize) }, (_, n) =>
    bytes.subarray(n * pieceSize, (n + 1) * pieceSize),
  );
  const store = { get: async () => ({ head, body: Readable.from(pieces) }) } as unknown as ObjectStore;
  serial += 1;
  const copyPath = join(folder, `copy-${serial}`);
  const document = await openDocument({
    ...{ store, bucket: 'b', key: 'k', etag: '"1"', copyPath, partial: false },
    ...{ maxBytes: 1 << 30, maxParts: 1e6, signal: new AbortController().signal },
    progress: { storedRead: 0, storedSize: 0, jsonRead: 0, items: 0, finishing: false },
  });
  await rm(copyPath, { force: true });
  const copy = {
    begin: () => undefined,
    read: () => Promise.reject(new Error('No text is asked for.')),
    whole: async () => undefined,
  };
  return new SnapshotReader({ ...document, copy });
}

import { access, open } from 'node:fs/promises';
import pLimit from 'p-limit';
import { openJsonBytes } from '../../documents/gzip/open-json-bytes';
import type { ObjectStore } from '../../object-store/port';
import { createCopyFile } from './copy-file';

/** The decompressed copy of a document whose items cannot be read from the object itself. It is written when it is first wanted. */
export interface DecompressedCopy {
  /** Has it written, in the background, where it is not there. */
  begin(): void;
  /**
   * Bytes of the document, as soon as they are there.
   *
   * @throws DomainError `CacheNotWritable`, or `unreadable`; else as the store does (`PreconditionFailed`: the object was replaced).
   */
  read(offset: number, length: number): Promise<Buffer>;
  /** The file where it is whole. */
  whole(): Promise<string | undefined>;
}

interface Writing {
  bytes: number;
  /** Called whenever more of it is there. */
  readonly waiting: Set<() => void>;
  readonly done: Promise<void>;
}

/** One at a time: each takes a processor, and readers of what is open already come first. */
const limitCopies = pLimit(1);

/** The copy of one version of an object, to lie at `path`. `onWritten` hears when a new one is whole. */
export function createDecompressedCopy(request: {
  store: ObjectStore;
  bucket: string;
  key: string;
  etag: string;
  path: string;
  maxBytes: number;
  onWritten: () => void;
}): DecompressedCopy {
  const { path, onWritten } = request;
  let writing: Writing | undefined;

  const whole = () =>
    access(path).then(
      () => path,
      () => undefined,
    );

  function start(): Writing {
    const waiting = new Set<() => void>();
    const onBytes = (bytes: number) => {
      begun.bytes = bytes;
      for (const hear of waiting) hear();
    };
    const done = limitCopies(() => write(request, onBytes)).finally(() => {
      writing = undefined;
    });
    // Who waits for it hears of a failure; the next one who wants it tries again.
    done.then(onWritten, () => undefined);
    const begun: Writing = { bytes: 0, waiting, done };
    writing = begun;
    return begun;
  }

  return {
    whole,
    begin() {
      whole().then((there) => {
        if (!there && !writing) start();
      });
    },
    async read(offset, length) {
      try {
        return await readPart(await holding(offset + length), offset, length);
      } catch (error) {
        // It was finished, and got its name, before it was opened.
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
        return readPart(await holding(offset + length), offset, length);
      }
    },
  };

  /** A file that holds at least the first `bytes`. */
  async function holding(bytes: number): Promise<string> {
    for (;;) {
      const there = await whole();
      if (there) return there;
      const current = writing ?? start();
      if (current.bytes >= bytes) return `${path}.part`;
      await new Promise<void>((resolve, reject) => {
        const hear = () => {
          if (current.bytes >= bytes) resolve();
        };
        current.waiting.add(hear);
        current.done.then(resolve, reject).finally(() => current.waiting.delete(hear));
      });
    }
  }
}

async function readPart(path: string, offset: number, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer: bytes } = await file.read(Buffer.alloc(length), 0, length, offset);
    return bytes;
  } finally {
    await file.close();
  }
}

async function write(
  { store, bucket, key, etag, path, maxBytes }: Parameters<typeof createDecompressedCopy>[0],
  onBytes: (bytes: number) => void,
): Promise<void> {
  const { body } = await store.get(bucket, key, { ifMatch: etag });
  const copy = await createCopyFile(path).catch((error) => {
    body.destroy();
    throw error;
  });
  let written = 0;
  try {
    for await (const chunk of openJsonBytes(body, { maxBytes })) {
      await copy.write(chunk);
      written += chunk.length;
      onBytes(written);
    }
    await copy.finish();
  } catch (error) {
    body.destroy();
    await copy.discard();
    throw error;
  }
}

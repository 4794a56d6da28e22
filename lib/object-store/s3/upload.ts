import { addAbortSignal, type Readable } from 'node:stream';

/** The calls that an upload is made of. Etags are without quotes. */
export interface UploadCalls {
  putWhole(bytes: Buffer, signal: AbortSignal): Promise<{ etag: string }>;
  begin(signal: AbortSignal): Promise<{ uploadId: string }>;
  putPart(uploadId: string, number: number, bytes: Buffer, signal: AbortSignal): Promise<{ etag: string }>;
  /** `size` is that of the whole object. */
  complete(uploadId: string, etags: string[], size: number): Promise<{ etag: string }>;
  abort(uploadId: string): Promise<void>;
}

// 10,000 parts of 8 MiB are 78 GiB; two under way and two being read hold 32 MiB of memory for each upload.
const partSize = 8 * 1024 ** 2;
const mostParts = 10_000;
const partsInFlight = 2;

/**
 * Uploads a body whole or not at all: in one call when it fits into a part, else in parts, and always in parts where somebody
 * must be asked before it appears, since only an upload in parts can be stopped by others until its last call. Whatever fails (a part, the body,
 * the signal) stops reading the body at once, and returns only when the parts already stored are aborted. lib-storage's
 * `Upload` is not used because it reads on to the body's end after a failed part, returns from an abort before it has
 * cleaned up, and leaves the parts behind when the last call fails.
 */
export async function uploadBody(
  body: Readable | Uint8Array,
  calls: UploadCalls,
  {
    signal,
    onProgress,
    beforeVisible,
  }: { signal?: AbortSignal; onProgress?: (bytes: number) => void; beforeVisible?: () => Promise<void> },
): Promise<{ etag: string; size: number }> {
  const stop = new AbortController();
  const stopped = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const parts = partsOf(body, stopped);
  let size = 0;
  const count = (bytes: number) => {
    size += bytes;
    onProgress?.(size);
  };
  try {
    stopped.throwIfAborted();
    const opening = (await parts.next()).value ?? Buffer.alloc(0);
    let next = await parts.next();
    if (next.done && !beforeVisible) {
      const { etag } = await calls.putWhole(opening, stopped);
      count(opening.length);
      return { etag, size };
    }
    const { uploadId } = await calls.begin(stopped);
    const running = new Set<Promise<void>>();
    const etags: string[] = [];
    let failure: unknown;
    const start = (bytes: Buffer, number: number) => {
      const part = calls
        .putPart(uploadId, number, bytes, stopped)
        .then(({ etag }) => {
          etags[number - 1] = etag;
          count(bytes.length);
        })
        .catch((error: unknown) => {
          failure ??= error;
          // Ends the wait for a body that may take its time.
          stop.abort();
        })
        .finally(() => running.delete(part));
      running.add(part);
    };
    try {
      start(opening, 1);
      for (let number = 2; !next.done; number++, next = await parts.next()) {
        if (number > mostParts) throw new RangeError(`An object has at most ${mostParts} parts of ${partSize} bytes.`);
        if (running.size >= partsInFlight) await Promise.race(running);
        stopped.throwIfAborted();
        start(next.value, number);
      }
      await Promise.all(running);
      stopped.throwIfAborted();
      await beforeVisible?.();
      stopped.throwIfAborted();
      return { etag: (await calls.complete(uploadId, etags, size)).etag, size };
    } catch (error) {
      const first = failure ?? error;
      stop.abort();
      await Promise.all(running);
      // What went wrong first is what the caller must hear of; parts that stay behind are found by discardUnfinished.
      await calls.abort(uploadId).catch(() => undefined);
      throw first;
    }
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  } finally {
    await parts.return(undefined);
    if (!(body instanceof Uint8Array)) body.destroy();
  }
}

/** The body in pieces of exactly a part's size, the last one shorter; none for an empty body. */
async function* partsOf(
  body: Readable | Uint8Array,
  signal: AbortSignal,
): AsyncGenerator<Buffer, undefined, undefined> {
  let gathered: Buffer[] = [];
  let length = 0;
  for await (const chunk of body instanceof Uint8Array ? [body] : addAbortSignal(signal, body)) {
    let bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    while (length + bytes.length >= partSize) {
      const cut = partSize - length;
      yield Buffer.concat([...gathered, bytes.subarray(0, cut)], partSize);
      bytes = bytes.subarray(cut);
      gathered = [];
      length = 0;
    }
    if (bytes.length > 0) gathered.push(bytes);
    length += bytes.length;
  }
  if (length > 0) yield Buffer.concat(gathered, length);
}

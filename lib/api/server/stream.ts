import type { Readable } from 'node:stream';

export interface FileAnswer {
  body: Readable;
  /** Bytes, where known. */
  size?: number;
  /** Null: shown in the browser, not saved. */
  fileName: string | null;
  contentType: string;
}

/**
 * Bytes as an answer, streamed. Stored content is hostile: it is never sniffed, and never run as a page. A stored gzip is sent
 * as what it is, without Content-Encoding, so that a download is the stored object byte for byte.
 */
export function respondFile({ body, size, fileName, contentType }: FileAnswer): Response {
  const headers = new Headers({
    'content-type': contentType,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  if (size !== undefined) headers.set('content-length', String(size));
  if (fileName !== null) headers.set('content-disposition', attachment(fileName));
  return new Response(webStream(body), { headers });
}

/**
 * Node's own `Readable.toWeb` (20.20) throws where nobody can catch it when a reader goes away while bytes are on their way: a
 * cancelled download would end the process.
 */
function webStream(body: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
  // A failure before the first read is heard of at the first read.
  body.on('error', () => undefined);
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await chunks.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      cancel() {
        body.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}

/** RFC 6266: an ASCII fallback, and the name itself in UTF-8. Both without anything that could end the quoted text. */
function attachment(fileName: string): string {
  const plain = fileName.replaceAll(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(fileName.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

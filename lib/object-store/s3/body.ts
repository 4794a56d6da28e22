import { PassThrough, type Readable } from 'node:stream';

/**
 * The body of an answer of S3 whose failures on the way (a connection that breaks) are told by `meaning`. Whoever destroys it
 * lets go of the connection.
 */
export function s3Body(source: Readable, meaning: (error: unknown) => unknown): Readable {
  const body = new PassThrough();
  const fail = (error: Error) => body.destroy(meaning(error) as Error);
  source.once('error', fail);
  source.once('close', () => {
    if (!source.readableEnded) fail(new Error('the connection was closed'));
  });
  body.once('close', () => source.destroy());
  // It may fail before anybody reads it: the reader hears of that when it comes, and without a listener the process would end.
  body.on('error', () => undefined);
  return source.pipe(body);
}

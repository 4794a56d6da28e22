import { serializationError, WireError } from '../errors';

/** One HTTP request, whoever received it. */
export interface WireRequest {
  method: string;
  /** The path as the client sent and signed it, percent-encoding and all: `/`, or `/wire`. */
  path: string;
  /** What follows `?`, without it; empty where there is nothing. */
  query: string;
  /** Header names in lower case; several of one name joined by a comma. */
  headers: Readonly<Record<string, string | undefined>>;
  body: AsyncIterable<Uint8Array> | null;
}

/** One HTTP answer; an empty body is an answer without output. */
export interface WireResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Bytes of the largest request body that is read. */
export const maxBodyBytes = 1024 * 1024;

/**
 * Gathers a body of at most `maxBodyBytes` bytes. One that is larger is refused as soon as that is known, unread: memory never holds more.
 *
 * @throws WireError `RequestEntityTooLargeException`, status 413; `IncompleteBody` (the word of S3) where the body breaks off.
 */
export async function readBody(request: WireRequest): Promise<Uint8Array> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > maxBodyBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBodyBytes) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof WireError) throw cause;
    // The client left, which is no fault of ours.
    throw new WireError('IncompleteBody', 'The request ended before its body did.', { cause });
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size);
}

/**
 * The body as JSON; an empty one is `{}`, as AWS takes it.
 *
 * @throws WireError `SerializationException` for bytes that are not UTF-8, text that is not JSON, or JSON that is not an object.
 */
export function parseBody(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return {};
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw serializationError('The request body is not valid JSON in UTF-8');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw serializationError('The request body is not a JSON object');
  }
  return json;
}

/** An answer with output, or an empty body where the operation has none. */
export function success(requestId: string, output: unknown): WireResponse {
  return answer(requestId, 200, output === undefined ? '' : JSON.stringify(output));
}

/** An answer that is an error, in the form that every AWS SDK reads. */
export function failure(requestId: string, error: WireError): WireResponse {
  const response = answer(requestId, error.status, JSON.stringify({ __type: error.code, message: error.message }));
  response.headers['x-amzn-errortype'] = error.code;
  // What was not read of the body must not be taken for the next request.
  if (error.status === 413) response.headers.connection = 'close';
  return response;
}

function answer(requestId: string, status: number, body: string): WireResponse {
  return {
    status,
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'content-length': String(Buffer.byteLength(body)),
      'cache-control': 'no-store',
      'x-amzn-requestid': requestId,
    },
    body,
  };
}

function tooLarge(): WireError {
  return new WireError('RequestEntityTooLargeException', `The request body is larger than ${maxBodyBytes} bytes.`, {
    status: 413,
  });
}

import { DomainError } from '../errors';
import { brokenAt } from './broken-at';

/** What stands on either side of a mistake, in a message. */
const glimpsed = 30;

/**
 * The value of a piece of JSON in UTF-8 that begins at byte `offset` of the document `name`. Where it is none, throws `unreadable` /
 * `BrokenJson`, naming the byte and showing what stands around it.
 */
export function parseSpan(bytes: Uint8Array, offset: number, name: string): unknown {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = brokenAt(bytes) ?? 0;
    const near = Buffer.from(bytes.subarray(Math.max(0, at - glimpsed), at + glimpsed)).toString('utf8');
    const what = at < bytes.length ? 'something else should stand there' : 'it ends too early';
    const message = `${name}, at byte ${offset + at}, is not valid JSON: ${what}, near ${JSON.stringify(near)} (in the value that begins at byte ${offset}).`;
    throw new DomainError('unreadable', 'BrokenJson', message, { cause: error });
  }
}

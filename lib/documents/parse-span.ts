import { DomainError } from '../errors';

/** The value of a piece of JSON in UTF-8. `subject` begins the message of the `unreadable` / `BrokenJson` thrown where it is none. */
export function parseSpan(bytes: Uint8Array, subject: string): unknown {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DomainError('unreadable', 'BrokenJson', `${subject} is not valid JSON: ${reason}`, { cause: error });
  }
}

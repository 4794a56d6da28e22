import { DomainError } from '../errors';
import { parseJson } from '../json';

/** What is shown of what is not JSON, in a message. */
const shown = 60;

/**
 * The value of a piece of JSON in UTF-8 that begins at byte `offset` of the document `name`. Numbers stay as they are written (`parseJson`);
 * who knows that there are none that JavaScript would change says so, and is quicker.
 *
 * @throws DomainError `BrokenJson` (`unreadable`) where it is none, naming the byte where it begins.
 */
export function parseSpan(bytes: Uint8Array, offset: number, name: string, hasRareNumber = true): unknown {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  try {
    return hasRareNumber ? parseJson(text) : JSON.parse(text);
  } catch (error) {
    const message = `${name}, in the value that begins at byte ${offset}, is not valid JSON: ${JSON.stringify(text.slice(0, shown))}.`;
    throw new DomainError('unreadable', 'BrokenJson', message, { cause: error });
  }
}

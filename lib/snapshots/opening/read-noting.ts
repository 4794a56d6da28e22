import { nameOfBytes, nameOfJson } from '../../documents/foreign-document';
import { parseSpan } from '../../documents/parse-span';
import type { ScannedItem } from '../../documents/scanner/scanned';
import { DomainError } from '../../errors';
import type { DocumentItem, ItemDefaults } from '../../items/form/read-item';
import { isDocument, parseValue } from '../reading/parse-item';
import type { NoteTaker, ReadingNotes } from '../reading/reading-notes';

/**
 * A value of a document that is not in the plain modern form: its item, read as far as it goes, with a note on each field that is odd;
 * `document` for a whole document; or undefined, with a note, for a message that carries no item and for what is none.
 *
 * @throws DomainError `BrokenJson` (`unreadable`)
 */
export function readNoting(
  found: ScannedItem,
  { name, defaults, itemIndex, notes }: { name: string; defaults: ItemDefaults; itemIndex: number; notes: NoteTaker },
): DocumentItem | 'document' | undefined {
  const { offset } = found;
  const odd: [field: string, problem: string][] = [];
  try {
    const value = parseValue(found, name, defaults, (...field) => odd.push(field));
    if ('item' in value) {
      for (const [field, problem] of odd) notes.field(offset, itemIndex, field, problem);
      return value.item;
    }
    notes.message(offset, value.message);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'InvalidConfigurationItem') throw error;
    const value = parseSpan(found.bytes, offset, name, found.hasRareNumber);
    if (isDocument(value)) return 'document';
    const what = nameOfJson(value);
    notes.value(offset, error.message, what);
  }
  return undefined;
}

/** @throws DomainError `NotConfigDocument` (`unreadable`) where nothing in a document is of AWS Config, saying what it is. */
export function refuseForeign(name: string, { messages, first: [note] }: ReadingNotes): void {
  if (messages.length > 0 || note?.kind !== 'value') return;
  throw foreign(name, note.what ?? 'JSON of another kind', note.what === undefined ? ` ${note.problem}` : '');
}

/** The error of a document that is no JSON from its first byte, where its first bytes tell what it is. */
export function foreignBytes(name: string, first: Uint8Array): DomainError | undefined {
  const what = nameOfBytes(first);
  return what === undefined ? undefined : foreign(name, what);
}

function foreign(name: string, what: string, why = ''): DomainError {
  const message = `This is ${what}, not an AWS Config document: ${name}.${why}`;
  return new DomainError('unreadable', 'NotConfigDocument', message);
}

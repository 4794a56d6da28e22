import { parseSpan } from '../../documents/parse-span';
import { type TopicMessage, unwrapMessage } from '../../documents/topic-message';
import { isJsonObject, type OddFieldListener } from '../../items/form/item-fields';
import { type DocumentItem, type ItemDefaults, readDocumentItem } from '../../items/form/read-item';

/** Bytes of one value of a document. */
interface Span {
  bytes: Uint8Array;
  /** Of its first byte, in the document. */
  offset: number;
  /** Whoever knows that no number is one that JavaScript writes in another way says so: that is quicker to read. */
  hasRareNumber?: boolean;
}

const notHeard: OddFieldListener = () => undefined;

/**
 * One item of a document, in any form: as `readDocumentItem`, and what a message of a topic carries (`unwrapMessage`). Odd fields are
 * told to `onOdd`. `name` is the document's, for messages.
 *
 * @throws DomainError `InvalidConfigurationItem` or `BrokenJson` (`unreadable`) where it is none
 */
export function parseItem(
  span: Span,
  name: string,
  defaults: ItemDefaults = {},
  onOdd: OddFieldListener = notHeard,
): DocumentItem {
  const found = parseValue(span, name, defaults, onOdd);
  return 'item' in found ? found.item : readDocumentItem(undefined);
}

/** One value of a document: an item, or a message of a topic that carries none. As `parseItem`; odd fields are told to `onOdd`. */
export function parseValue(
  span: Span,
  name: string,
  defaults: ItemDefaults,
  onOdd: OddFieldListener,
): { item: DocumentItem } | { message: TopicMessage } {
  const found = unwrapMessage(valueAt(span, name));
  return 'message' in found ? found : { item: readDocumentItem(found.value, defaults, onOdd) };
}

/** Whether a value is a document of its own, within a list of documents. */
export function isDocument(value: unknown): boolean {
  return isJsonObject(value) && Array.isArray(value.configurationItems);
}

/** The text of an item for people and programs: `select-resource-config` answers each as JSON in a string. */
export function itemText(text: string): string {
  return text.startsWith('"') ? String(JSON.parse(text)) : text;
}

function valueAt({ bytes, offset, hasRareNumber }: Span, name: string): unknown {
  const value = parseSpan(bytes, offset, name, hasRareNumber);
  return typeof value === 'string' && value.startsWith('{') ? parseSpan(Buffer.from(value), offset, name) : value;
}

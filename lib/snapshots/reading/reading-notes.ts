import type { TopicMessage } from '../../documents/topic-message';

/** What is not as the rest in a document that was read all the same, with the byte at which its item or value begins. */
export type ReadingNote = { byte: number } & (
  | {
      /** A field of an item that is not as it should be: it was read as far as it can be, or left out. */
      kind: 'field';
      itemIndex: number;
      field: string;
      problem: string;
    }
  | {
      /** A value in place of an item that is none. */
      kind: 'value';
      problem: string;
      /** What it is, where that is known: `a CloudTrail log`. */
      what?: string;
    }
  | ({
      /** A message of a topic that carries no item. */
      kind: 'message';
    } & TopicMessage)
);

/** The notes on a document, counted; the first of them. */
export interface ReadingNotes {
  /** Items that have odd fields. */
  items: number;
  /** Values that are no items. */
  values: number;
  /** The most frequent first. */
  messages: { messageType: string; count: number }[];
  /** In the order of the document. */
  first: ReadingNote[];
}

const [mostKept, mostOfItem, mostMessageTypes, mostLetters] = [1000, 20, 100, 300];
const otherTypes = 'others';

/** Takes notes while a document is read: counts them all, and keeps as many as a reader will look at. */
export class NoteTaker {
  #items = 0;
  #values = 0;
  readonly #messages = new Map<string, number>();
  readonly #first: ReadingNote[] = [];
  #lastItem = -1;
  #ofLastItem = 0;

  get notes(): ReadingNotes {
    const messages = [...this.#messages].map(([messageType, count]) => ({ messageType, count }));
    messages.sort((a, b) => b.count - a.count);
    return { items: this.#items, values: this.#values, messages, first: this.#first };
  }

  field(byte: number, itemIndex: number, field: string, problem: string): void {
    if (itemIndex !== this.#lastItem) {
      this.#items += 1;
      this.#ofLastItem = 0;
    }
    this.#lastItem = itemIndex;
    this.#ofLastItem += 1;
    if (this.#ofLastItem > mostOfItem) return;
    this.#keep({ kind: 'field', byte, itemIndex, field: field.slice(0, mostLetters), problem });
  }

  value(byte: number, problem: string, what?: string): void {
    this.#values += 1;
    this.#keep({
      kind: 'value',
      byte,
      problem: problem.slice(0, 2 * mostLetters),
      ...(what !== undefined && { what }),
    });
  }

  message(byte: number, message: TopicMessage): void {
    const messageType = message.messageType.slice(0, mostLetters);
    const isKnown = this.#messages.has(messageType) || this.#messages.size < mostMessageTypes;
    const counted = isKnown ? messageType : otherTypes;
    this.#messages.set(counted, (this.#messages.get(counted) ?? 0) + 1);
    this.#keep({ kind: 'message', byte, ...message, messageType });
  }

  #keep(note: ReadingNote): void {
    if (this.#first.length < mostKept) this.#first.push(note);
  }
}

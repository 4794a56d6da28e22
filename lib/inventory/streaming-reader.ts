import type { Database } from '../database/database';
import type { Scope } from '../items/scope';
import { streamCurrent } from './current/stream';
import { type HistorySpan, streamHistory } from './history/changes';
import { InventoryReader } from './reader';

/** A reader that gives out what is longer than memory: item texts joined by commas, in pieces, all of one instant. */
export class StreamingInventoryReader extends InventoryReader {
  readonly #database: Database;

  constructor(database: Database, scope: Scope) {
    super(database, scope);
    this.#database = database;
  }

  /** The current items of the resources that exist; the total travels with each piece. */
  streamCurrent(): ReturnType<Database['streamJoined']> {
    return streamCurrent(this.#database, this.scope);
  }

  /** The items of one type in a span of the journal, in the order in which they were recorded. */
  streamHistory(span: HistorySpan): ReturnType<Database['streamJoined']> {
    return streamHistory(this.#database, this.scope, span);
  }
}

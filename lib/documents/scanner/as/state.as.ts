// Where the scanner is in a document: read and set by the modules beside this one.
import { Expected, Failure, Stop } from '../numbers';
import { Input } from './input.as';
import { levelAt, Role } from './levels.as';
import { beginString } from './strings.as';

/** What is being read. */
export enum Token {
  none,
  string,
  scalar,
}

export const input: Input = changetype<Input>(memory.data(32, 16));
input.begin();

/** What stands at this point of the document. Places are relative to the input. */
export class State {
  static token: Token = Token.none;
  static tokenStart: u32 = 0;
  /** The string that is being read is a key. */
  static isKey: bool = false;
  static depth: u32 = 0;
  static maxDepth: u32 = 500;
  static takesLines: bool = true;
  static expected: Expected = Expected.document;
  static failure: Failure = Failure.none;
  /** The bytes of an item are being kept. */
  static isInItem: bool = false;
  static itemStart: u32 = 0;
  static documentIsObject: bool = false;
  static listSeen: bool = false;
  /** Of the field of the document that is being read. */
  static keyStart: u32 = 0;
  static keyEnd: u32 = 0;
  static valueStart: u32 = 0;
}

/** Whether the list of items has begun and not ended. */
@inline
export function isInList(): bool {
  return State.listSeen && State.depth >= 2 && levelAt(2).role == Role.items;
}

/** The first byte that is still wanted: of the item, the field or the token that has begun. */
export function wantedFrom(): u32 {
  if (State.isInItem) return State.itemStart;
  const from = State.token == Token.none ? input.pos : State.tokenStart;
  return State.depth >= 1 && State.documentIsObject && !isInList() ? min(State.keyStart, from) : from;
}

/** The document is broken, in this way, at `pos`. */
export function fail(how: Failure): Stop {
  State.failure = how;
  return Stop.failed;
}

/** A string or a scalar begins at `pos`. */
export function beginToken(kind: Token, key: bool): Stop {
  State.token = kind;
  State.tokenStart = input.pos;
  State.isKey = key;
  beginString();
  if (key && State.depth == 1) State.keyStart = input.pos;
  if (kind == Token.string) input.pos++;
  return Stop.more;
}

// The scanner of snapshot documents, in AssemblyScript: `node tools/make-wasm.mjs` makes scanner-bytes.ts of it and of what it imports.
//
// It reads JSON of any length piece by piece, checks all of it, and finds each configuration item with the strings that tables and graphs
// need, and a 64-bit hash of its content (content-hash.ts tells what counts). The bytes of an item lie in one piece in the input when it
// is handed out. What an item holds that is not in the plain modern form only makes it slow: then it is for TypeScript to read.
//
// One turn: `reserve`, write the bytes there, `written`, then `scan` until it gives `Stop.more`. document-scanner.ts is its one user.
import { Expected, Failure, Stop } from '../numbers';
import { keepRecord } from './columns.as';
import { takeByte } from './grammar.as';
import { isBlank, slack } from './input.as';
import { deepest } from './levels.as';
import { record } from './record.as';
import { beginToken, fail, input, State, Token, wantedFrom } from './state.as';
import { readShortString, readString, StringEnd } from './strings.as';
import { takeKey, takeScalar, takeString } from './values.as';

export { columnAt, getEdges, getItems, getTags, keepItems } from './columns.as';
export { addKnownKey } from './keys.as';
export { getItemLength, getItemStart, hasRareNumber, isItemSlow, retell, tellEntry, tellString } from './record.as';
export {
  expectStrings,
  getHeap,
  getHeapLength,
  getSlotCount,
  getSlots,
  getStarts,
  getStrings,
  internScratch,
  scratchFor,
} from './string-table.as';
export { setInterning } from './strings.as';

/** Where the input lies. It moves when room is made. */
export function inputAt(): usize {
  return input.at;
}

/** Bytes of the document before the input. */
export function getBase(): f64 {
  return input.base;
}

/** The next byte to look at, by its place in the input; after `Stop.failed` the one that cannot stand there. */
export function getPos(): u32 {
  return input.pos;
}

/** Bytes of the input. */
export function getLength(): u32 {
  return input.length;
}

/** How the document is broken: `Failure`. */
export function getFailure(): u32 {
  return State.failure;
}

/** What may come next: `Expected`. */
export function getExpected(): u32 {
  return State.expected;
}

/** Where the key of the document's field begins that was read last, with its quotes. */
export function getKeyStart(): u32 {
  return State.keyStart;
}

/** Where it ends. */
export function getKeyEnd(): u32 {
  return State.keyEnd;
}

/** Where its value begins; it ends at `getPos`. */
export function getValueStart(): u32 {
  return State.valueStart;
}

/** Whether the document has a list of items; without one, it is an item itself. */
export function isListSeen(): bool {
  return State.listSeen;
}

/** Whether a string or a scalar has begun and not ended. */
export function isInToken(): bool {
  return State.token != Token.none;
}

/** How deep the JSON of an item may be nested, the item itself being 1; 990 at most. */
export function setMaxDepth(most: u32): void {
  State.maxDepth = min(most, deepest - 10);
}

/** Whether items line after line are a document, too. */
export function setTakesLines(on: bool): void {
  State.takesLines = on;
}

/** Bytes that are still wanted: of the item, the field or the token that has begun. */
export function getKept(): u32 {
  return input.length - wantedFrom();
}

/** Where to write the next `size` bytes. All places in the input are other ones then. */
export function reserve(size: u32): usize {
  const gone = input.makeRoom(size, slack, wantedFrom());
  State.tokenStart -= gone;
  State.itemStart -= gone;
  State.keyStart -= gone;
  State.keyEnd -= gone;
  State.valueStart -= gone;
  return input.at + input.length;
}

/** That many were written there. */
export function written(size: u32): void {
  input.length += size;
}

/** Tells where the item lies within the value that was handed out. */
export function tellPlace(from: u32, length: u32): void {
  record.start = State.itemStart + from;
  record.length = length;
}

/** Takes the item that was handed out into the columns. */
export function keep(): void {
  keepRecord(input.base);
}

/** Goes on until there is something to tell: `Stop`. */
export function scan(): u32 {
  while (true) {
    if (State.token == Token.string) {
      if (!readShortString(input, State.tokenStart, State.isKey)) {
        const end = readString(input, State.tokenStart, State.isKey);
        if (end == StringEnd.more) return Stop.more;
        if (end == StringEnd.broken) return fail(Failure.badString);
      }
      const stop = State.isKey ? takeKey() : takeString();
      if (stop) return stop;
      if (State.token != Token.none) continue;
    } else if (State.token == Token.scalar) {
      const length = input.length;
      let pos = input.pos;
      while (pos < length && !endsScalar(load<u8>(input.at + pos))) pos++;
      input.pos = pos;
      if (pos == length) return Stop.more;
      const stop = takeScalar();
      if (stop) return stop;
    }
    let pos = input.pos;
    // The usual: a comma, and the next key.
    if (State.expected == Expected.nextInObject && pos + 1 < input.length && load<u16>(input.at + pos) == 0x222c) {
      input.pos = pos + 1;
      beginToken(Token.string, true);
      continue;
    }
    while (pos < input.length && isBlank(load<u8>(input.at + pos))) pos++;
    input.pos = pos;
    if (pos == input.length) return Stop.more;
    const stop = takeByte(load<u8>(input.at + pos));
    if (stop) return stop;
  }
}

@inline
function endsScalar(byte: u32): bool {
  return isBlank(byte) || byte == 0x2c || byte == 0x5d || byte == 0x7d;
}

// The scanner of snapshot documents, in AssemblyScript: `node tools/make-wasm.mjs` makes scanner-bytes.ts of it and of what it imports.
//
// It reads JSON of any length piece by piece, checks all of it, and finds each configuration item with the strings that tables and graphs
// need, and a 64-bit hash of its content (content-hash.ts tells what counts). The bytes of an item lie in one piece in the input when it
// is handed out. What an item holds that is not in the plain modern form only makes it slow: then it is for TypeScript to read.
//
// One turn: `reserve`, write the bytes there, `written`, then `scan` until it gives `Stop.more`. document-scanner.ts is its one user.
import { EntryKind, Expected, Failure, Key, Stop } from '../numbers';
import { keepRecord, mostKept } from './columns.as';
import { combine, hashA, hashB, hashBytes, setHash, stringSalt } from './hash.as';
import { Input, isBlank, slack } from './input.as';
import { tellsOfCapture } from './keys.as';
import { deepest, Kind, Level, levelAt, openLevel, Role } from './levels.as';
import { addEntry, beginRecord, lastEntry, mayHaveTagTwice, none, record, setSlow, setString } from './record.as';
import { isScalar, mayBeRewritten, readTime, time } from './scalars.as';
import { foldIntoScratch, scratch } from './scratch.as';
import {
  beginString,
  decodedSize,
  escaped,
  internRead,
  keyNumber,
  readShortString,
  readString,
  StringEnd,
} from './strings.as';

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

/** What is being read. */
enum Token {
  none,
  string,
  scalar,
}

/** What a value is, when it is complete. */
enum Value {
  string,
  scalar,
  /** null, or a container without anything in it. */
  nothing,
  container,
}

const input: Input = changetype<Input>(memory.data(32, 16));
input.begin();

let token: Token = Token.none;
let tokenStart: u32 = 0;
/** The string that is being read is a key. */
let isKey: bool = false;
let depth: u32 = 0;
let maxDepth: u32 = 500;
let takesLines: bool = true;
let expected: Expected = Expected.document;
let failure: Failure = Failure.none;
/** The bytes of an item are being kept. */
let isInItem: bool = false;
let itemStart: u32 = 0;
let documentIsObject: bool = false;
let listSeen: bool = false;
/** Of the field of the document that is being read. */
let keyStart: u32 = 0;
let keyEnd: u32 = 0;
let valueStart: u32 = 0;

// Of types by their number, plus one: the hash of the type in small letters. There are few types, and each is met often.
const foldedTypes: usize = memory.data(256 * 12, 16);

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
  return failure;
}

/** What may come next: `Expected`. */
export function getExpected(): u32 {
  return expected;
}

/** Where the key of the document's field begins that was read last, with its quotes. */
export function getKeyStart(): u32 {
  return keyStart;
}

/** Where it ends. */
export function getKeyEnd(): u32 {
  return keyEnd;
}

/** Where its value begins; it ends at `getPos`. */
export function getValueStart(): u32 {
  return valueStart;
}

/** Whether the document has a list of items; without one, it is an item itself. */
export function isListSeen(): bool {
  return listSeen;
}

/** Whether a string or a scalar has begun and not ended. */
export function isInToken(): bool {
  return token != Token.none;
}

/** How deep the JSON of an item may be nested, the item itself being 1; 990 at most. */
export function setMaxDepth(most: u32): void {
  maxDepth = min(most, deepest - 10);
}

/** Whether items line after line are a document, too. */
export function setTakesLines(on: bool): void {
  takesLines = on;
}

/** Bytes that are still wanted: of the item, the field or the token that has begun. */
export function getKept(): u32 {
  return input.length - wantedFrom();
}

function wantedFrom(): u32 {
  if (isInItem) return itemStart;
  const from = token == Token.none ? input.pos : tokenStart;
  return depth >= 1 && documentIsObject && !isInList() ? min(keyStart, from) : from;
}

@inline
function isInList(): bool {
  return listSeen && depth >= 2 && levelAt(2).role == Role.items;
}

/** Where to write the next `size` bytes. All places in the input are other ones then. */
export function reserve(size: u32): usize {
  const gone = input.makeRoom(size, slack, wantedFrom());
  tokenStart -= gone;
  itemStart -= gone;
  keyStart -= gone;
  keyEnd -= gone;
  valueStart -= gone;
  return input.at + input.length;
}

/** That many were written there. */
export function written(size: u32): void {
  input.length += size;
}

/** Takes the item that was handed out into the columns. */
export function keep(): void {
  keepRecord(input.base);
}

/** Goes on until there is something to tell: `Stop`. */
export function scan(): u32 {
  while (true) {
    if (token == Token.string) {
      if (!readShortString(input, tokenStart, isKey)) {
        const end = readString(input, tokenStart, isKey);
        if (end == StringEnd.more) return Stop.more;
        if (end == StringEnd.broken) return fail(Failure.badString);
      }
      const stop = isKey ? takeKey() : takeString();
      if (stop) return stop;
      if (token != Token.none) continue;
    } else if (token == Token.scalar) {
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
    if (expected == Expected.nextInObject && pos + 1 < input.length && load<u16>(input.at + pos) == 0x222c) {
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

function fail(how: Failure): Stop {
  failure = how;
  return Stop.failed;
}

@inline
function endsScalar(byte: u32): bool {
  return isBlank(byte) || byte == 0x2c || byte == 0x5d || byte == 0x7d;
}

/** One byte of what stands around strings and scalars. */
function takeByte(byte: u32): Stop {
  switch (expected) {
    case Expected.value:
      return beginValue(byte);
    case Expected.valueOrEnd:
      return byte == 0x5d ? close() : beginValue(byte);
    case Expected.keyOrEnd:
      if (byte == 0x7d) return close();
    // falls through
    case Expected.key:
      return byte == 0x22 ? beginToken(Token.string, true) : fail(Failure.unexpected);
    case Expected.colon:
      if (byte != 0x3a) return fail(Failure.unexpected);
      return pass(depth == 1 && documentIsObject && levelAt(1).field == Key.items ? Expected.list : Expected.value);
    case Expected.nextInObject:
      if (byte == 0x7d) return close();
      return byte == 0x2c ? pass(Expected.key) : fail(Failure.unexpected);
    case Expected.nextInList:
      if (byte == 0x5d) return close();
      return byte == 0x2c ? pass(Expected.value) : fail(Failure.unexpected);
    case Expected.list:
      if (byte == 0x5b) return beginValue(byte);
      return fail(startsValue(byte) ? Failure.notAList : Failure.unexpected);
    case Expected.document:
      if (isByteOrderMark(byte)) return pass(Expected.document);
      if (byte != 0x7b && byte != 0x5b) return fail(Failure.unexpected);
      documentIsObject = byte == 0x7b;
      return beginValue(byte);
    default:
      if (byte == 0x7b && takesLines && documentIsObject && !listSeen) return beginValue(byte);
      return fail(Failure.unexpected);
  }
}

/** Passes over one byte. */
@inline
function pass(next: Expected): Stop {
  expected = next;
  input.pos++;
  return Stop.more;
}

function isByteOrderMark(byte: u32): bool {
  const at = input.base + f64(input.pos);
  return byte == 0xef ? at == 0 : byte == 0xbb ? at == 1 : byte == 0xbf && at == 2;
}

function startsValue(byte: u32): bool {
  return (
    byte == 0x22 ||
    byte == 0x7b ||
    byte == 0x5b ||
    byte == 0x2d ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte == 0x74 ||
    byte == 0x66 ||
    byte == 0x6e
  );
}

function beginToken(kind: Token, key: bool): Stop {
  token = kind;
  tokenStart = input.pos;
  isKey = key;
  beginString();
  if (key && depth == 1) keyStart = input.pos;
  if (kind == Token.string) input.pos++;
  return Stop.more;
}

function beginValue(byte: u32): Stop {
  if (!startsValue(byte)) return fail(Failure.unexpected);
  const parent = levelAt(depth);
  if (depth == 1) valueStart = input.pos;
  if (depth == 0 || parent.role == Role.items) {
    isInItem = true;
    itemStart = input.pos;
    beginRecord(itemStart);
  }
  if (byte == 0x22) return beginToken(Token.string, false);
  if (byte != 0x7b && byte != 0x5b) return beginToken(Token.scalar, false);
  if (depth > maxDepth && depth >= maxDepth + (isInList() ? 2 : 1)) return fail(Failure.tooDeep);
  const kind: Kind = byte == 0x7b ? Kind.object : Kind.list;
  const role = roleOf(parent, kind);
  openLevel(++depth, kind, role);
  if (role == Role.items) {
    isInItem = false;
    if (depth == 2) {
      listSeen = true;
      levelAt(1).role = Role.envelope;
    }
  }
  expected = kind == Kind.object ? Expected.keyOrEnd : Expected.valueOrEnd;
  const pos = ++input.pos;
  if (kind == Kind.object && pos < input.length && load<u8>(input.at + pos) == 0x22)
    return beginToken(Token.string, true);
  return Stop.more;
}

/** What a container is to its parent. Whatever is not in the plain form makes the item slow. */
function roleOf(parent: Level, kind: Kind): Role {
  if (depth == 0) return kind == Kind.object ? Role.item : Role.items;
  const role = parent.role;
  const field = parent.field;
  if (role == Role.plain) return Role.plain;
  if (depth == 1 && documentIsObject && field == Key.items) return Role.items;
  if (role == Role.items) {
    if (kind == Kind.object) return Role.item;
    setSlow();
  } else if (role == Role.item) {
    if (field == Key.relationships && kind == Kind.list) return Role.relationships;
    if (field == Key.tags && kind == Kind.object) return Role.tags;
    if (field == Key.relatedEvents) {
      if (kind != Kind.list) setSlow();
    } else if (field == Key.supplementaryConfiguration) {
      if (kind != Kind.object) setSlow();
    } else if (field >= Key.type && field <= Key.stateId) setSlow();
  } else if (role == Role.relationships) {
    if (kind == Kind.object) {
      addEntry(EntryKind.relationship);
      return Role.relationship;
    }
    setSlow();
  } else if (role == Role.relationship) {
    if (isEndField(field)) setSlow();
  } else if (role == Role.tags) setSlow();
  return Role.plain;
}

/** Whether the field of a relationship goes into its entry. */
@inline
function isEndField(field: Key): bool {
  return (field >= Key.type && field <= Key.name) || field == Key.relationshipName;
}

function takeKey(): Stop {
  const level = levelAt(depth);
  const field = keyNumber;
  level.keyA = hashA;
  level.keyB = hashB;
  level.field = field;
  const role = level.role;
  if (role == Role.item || role == Role.relationship) {
    if (field == Key.older || (field != Key.other && escaped)) setSlow();
    // Of fields that are there twice the last one counts, as in JSON.parse.
    if (role == Role.item && (field == Key.relationships || field == Key.tags)) {
      const bit: u32 = field == Key.tags ? 1 << 17 : 1 << 18;
      if (level.bits & bit) setSlow();
      level.bits |= bit;
    }
  } else if (role == Role.tags) {
    addEntry(EntryKind.tag);
    lastEntry().first = internRead(input.at + tokenStart + 1);
  }
  const pos = ++input.pos;
  token = Token.none;
  expected = Expected.colon;
  if (depth == 1) {
    keyEnd = pos;
    if (field == Key.items && documentIsObject && listSeen) {
      input.pos = tokenStart;
      return fail(Failure.secondList);
    }
  } else if (pos + 2 < input.length && load<u8>(input.at + pos) == 0x3a) {
    // The usual: a colon, and a string.
    expected = Expected.value;
    input.pos = pos + 1;
    if (load<u8>(input.at + pos + 1) == 0x22) return beginToken(Token.string, false);
  }
  return Stop.more;
}

function takeString(): Stop {
  const at = input.at + tokenStart + 1;
  const level = levelAt(depth);
  const role = level.role;
  const field = level.field;
  // What follows may hash other strings.
  let a = hashA;
  let b = hashB;
  if (role != Role.plain && isInItem) {
    if (role == Role.item) takeItemString(at, field);
    else if (role == Role.relationship) {
      if (isEndField(field)) {
        const number = internRead(at);
        const entry = lastEntry();
        if (field == Key.type) entry.first = number;
        else if (field == Key.id) entry.second = number;
        else if (field == Key.name) entry.third = number;
        else entry.fourth = number;
        if (decodedSize == 0 && field == Key.type) setSlow();
      }
    } else if (role == Role.tags) lastEntry().second = internRead(at);
    else setSlow();
    if (field == Key.type && (role == Role.item || role == Role.relationship)) {
      hashType(at, role == Role.item ? record.type : lastEntry().first);
      a = hashA;
      b = hashB;
    }
  }
  input.pos++;
  token = Token.none;
  return complete(a, b ^ stringSalt, Value.string, false);
}

@inline
function takeItemString(at: usize, field: Key): void {
  if (field >= Key.type && field <= Key.status) {
    setString(field, internRead(at));
    // Names and zones may be empty.
    if (decodedSize == 0 && field != Key.name && field != Key.zone) setSlow();
  } else if (field == Key.captureTime || field == Key.creationTime) {
    if (!readTime(at, input.pos - tokenStart - 1)) setSlow();
    else if (field == Key.captureTime) {
      record.captured = time;
      record.isTimeMissing = 0;
    }
  } else if (field >= Key.relationships && field <= Key.supplementaryConfiguration) setSlow();
}

/** Types compare without regard to case. `number` is the type's in the string table. */
function hashType(at: usize, number: u32): void {
  const known = foldedTypes + usize(number & 255) * 12;
  if (load<u32>(known) != number + 1) {
    foldIntoScratch(escaped ? scratch : at, decodedSize);
    hashBytes(scratch, decodedSize);
    store<u32>(known, number + 1);
    store<u32>(known, hashA, 4);
    store<u32>(known, hashB, 8);
  } else setHash(load<u32>(known, 4), load<u32>(known, 8));
}

function takeScalar(): Stop {
  const at = input.at + tokenStart;
  const size = input.pos - tokenStart;
  if (!isScalar(at, size)) {
    input.pos = tokenStart;
    return fail(Failure.badScalar);
  }
  const first: u32 = load<u8>(at);
  token = Token.none;
  const level = levelAt(depth);
  const role = level.role;
  const field = level.field;
  if (role == Role.item) {
    if (field >= Key.type && field < Key.stateId) setSlow();
    else if (field == Key.stateId && first != 0x2d && first > 0x39) setSlow();
  } else if (role == Role.relationship) {
    if (isEndField(field)) setSlow();
  } else if (role != Role.plain) setSlow();
  if (mayBeRewritten(at, size)) record.hasRareNumber = 1;
  hashBytes(at, size);
  return complete(hashA, hashB, first == 0x6e ? Value.nothing : Value.scalar, false);
}

/** `}` or `]` at `pos`. */
function close(): Stop {
  const level = levelAt(depth);
  const role = level.role;
  const count = level.count;
  input.pos++;
  let isTag = false;
  if (level.kind == Kind.object) {
    isTag = level.isTag();
    combine(1, 1, level.sumA, level.sumB);
  } else {
    const isUnordered = (level.bits & 1) != 0 || levelAt(depth - 1).field == Key.setLike;
    if (role == Role.relationships || (count > 1 && isUnordered)) combine(2, 2, level.sumA, level.sumB);
    else combine(2, 2, level.foldA, level.foldB);
  }
  depth--;
  if (role == Role.items) {
    expected = depth == 0 ? Expected.end : Expected.nextInObject;
    keyStart = input.pos;
    return Stop.more;
  }
  if (role == Role.relationship) {
    const entry = lastEntry();
    if (entry.first == none || entry.fourth == none) setSlow();
  }
  if (depth > 0 && count > 0) {
    const parent = levelAt(depth);
    if (parent.role == Role.item && parent.field == Key.relatedEvents) setSlow();
  }
  return complete(hashA, hashB, count == 0 ? Value.nothing : Value.container, isTag);
}

/** A value of this hash has ended just before `pos`. */
function complete(a: u32, b: u32, what: Value, isTag: bool): Stop {
  if (depth == 0) {
    expected = Expected.end;
    return listSeen ? Stop.more : handOut(a, b);
  }
  const level = levelAt(depth);
  level.count++;
  if (level.kind == Kind.list) {
    expected = Expected.nextInList;
    if (level.role == Role.items) return handOut(a, b);
    level.addElement(a, b);
    if (!isTag) level.bits = 0;
    return Stop.more;
  }
  expected = Expected.nextInObject;
  level.noteTagField(what == Value.string);
  if (level.role != Role.item || (what != Value.nothing && !tellsOfCapture(level.field))) level.addField(a, b);
  return depth == 1 && documentIsObject ? Stop.fieldFound : Stop.more;
}

function handOut(a: u32, b: u32): Stop {
  const missing = max(record.type, max(record.id, max(record.region, max(record.account, record.status))));
  if (missing == none || record.isTimeMissing || mayHaveTagTwice()) setSlow();
  record.start = itemStart;
  record.length = input.pos - itemStart;
  record.hashA = a;
  record.hashB = b;
  isInItem = false;
  // Without a list, what looked like fields of the document may be the item's: TypeScript forgets them.
  if (record.isSlow || (documentIsObject && !listSeen) || record.length > mostKept) return Stop.itemFound;
  keep();
  return Stop.more;
}

// What a key, a string, a scalar or a container is to the item that it belongs to, once it is complete.
import { EntryKind, Expected, Failure, Key, Stop } from '../numbers';
import { keepRecord, mostKept } from './columns.as';
import { combine, hashA, hashB, hashBytes, setHash, stringSalt } from './hash.as';
import { tellsOfCapture } from './keys.as';
import { Kind, levelAt, Role } from './levels.as';
import { addEntry, lastEntry, mayHaveTagTwice, none, record, setSlow, setString } from './record.as';
import { isScalar, mayBeRewritten, readDigits, readTime, time } from './scalars.as';
import { foldIntoScratch, scratch } from './scratch.as';
import { beginToken, fail, input, State, Token } from './state.as';
import { decodedSize, escaped, internRead, keyNumber } from './strings.as';

/** What a value is, when it is complete. */
enum Value {
  string,
  scalar,
  /** null, or a container without anything in it. */
  nothing,
  container,
}

// Of types by their number, plus one: the hash of the type in small letters. There are few types, and each is met often.
const foldedTypes: usize = memory.data(256 * 12, 16);

/** Whether the field of a relationship goes into its entry. */
@inline
export function isEndField(field: Key): bool {
  return (field >= Key.type && field <= Key.name) || field == Key.relationshipName;
}

/** A key has been read: `keyNumber`. */
export function takeKey(): Stop {
  const level = levelAt(State.depth);
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
    lastEntry().first = internRead(input.at + State.tokenStart + 1);
  }
  const pos = ++input.pos;
  State.token = Token.none;
  State.expected = Expected.colon;
  if (State.depth == 1) {
    State.keyEnd = pos;
    if (field == Key.items && State.documentIsObject && State.listSeen) {
      input.pos = State.tokenStart;
      return fail(Failure.secondList);
    }
  } else if (pos + 2 < input.length && load<u8>(input.at + pos) == 0x3a) {
    // The usual: a colon, and a string.
    State.expected = Expected.value;
    input.pos = pos + 1;
    if (load<u8>(input.at + pos + 1) == 0x22) return beginToken(Token.string, false);
  }
  return Stop.more;
}

/** A string that is a value has been read. */
export function takeString(): Stop {
  const at = input.at + State.tokenStart + 1;
  const level = levelAt(State.depth);
  const role = level.role;
  const field = level.field;
  // What follows may hash other strings.
  let a = hashA;
  let b = hashB;
  if (role != Role.plain && State.isInItem) {
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
  State.token = Token.none;
  return complete(a, b ^ stringSalt, Value.string, false);
}

@inline
function takeItemString(at: usize, field: Key): void {
  if (field >= Key.type && field <= Key.status) {
    setString(field, internRead(at));
    // Names and zones may be empty.
    if (decodedSize == 0 && field != Key.name && field != Key.zone) setSlow();
  } else if (field == Key.captureTime || field == Key.creationTime) {
    if (!readTime(at, input.pos - State.tokenStart - 1)) setSlow();
    else if (field == Key.captureTime) {
      record.captured = time;
      record.isTimeMissing = 0;
    }
  } else if (field == Key.stateId) {
    if (escaped) setSlow();
    record.stateId = readDigits(at, input.pos - State.tokenStart - 1);
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

/** A number, true, false or null has been read. */
export function takeScalar(): Stop {
  const at = input.at + State.tokenStart;
  const size = input.pos - State.tokenStart;
  if (!isScalar(at, size)) {
    input.pos = State.tokenStart;
    return fail(Failure.badScalar);
  }
  const first: u32 = load<u8>(at);
  State.token = Token.none;
  const level = levelAt(State.depth);
  const role = level.role;
  const field = level.field;
  if (role == Role.item) {
    if (field >= Key.type && field < Key.stateId) setSlow();
    else if (field == Key.stateId) {
      if (first != 0x2d && first > 0x39) setSlow();
      record.stateId = readDigits(at, size);
    }
  } else if (role == Role.relationship) {
    if (isEndField(field)) setSlow();
  } else if (role != Role.plain) setSlow();
  if (mayBeRewritten(at, size)) record.hasRareNumber = 1;
  hashBytes(at, size);
  return complete(hashA, hashB, first == 0x6e ? Value.nothing : Value.scalar, false);
}

/** `}` or `]` at `pos`. */
export function close(): Stop {
  const level = levelAt(State.depth);
  const role = level.role;
  const count = level.count;
  input.pos++;
  let isTag = false;
  if (level.kind == Kind.object) {
    isTag = level.isTag();
    combine(1, 1, level.sumA, level.sumB);
  } else {
    const isUnordered = (level.bits & 1) != 0 || levelAt(State.depth - 1).field == Key.setLike;
    if (role == Role.relationships || (count > 1 && isUnordered)) combine(2, 2, level.sumA, level.sumB);
    else combine(2, 2, level.foldA, level.foldB);
  }
  State.depth--;
  if (role == Role.items) {
    State.expected = State.depth == 0 ? Expected.end : Expected.nextInObject;
    State.keyStart = input.pos;
    return Stop.more;
  }
  if (role == Role.relationship) {
    const entry = lastEntry();
    if (entry.first == none || entry.fourth == none) setSlow();
  }
  if (State.depth > 0 && count > 0) {
    const parent = levelAt(State.depth);
    if (parent.role == Role.item && parent.field == Key.relatedEvents) setSlow();
  }
  return complete(hashA, hashB, count == 0 ? Value.nothing : Value.container, isTag);
}

/** A value of this hash has ended just before `pos`. */
function complete(a: u32, b: u32, what: Value, isTag: bool): Stop {
  if (State.depth == 0) {
    State.expected = Expected.end;
    return State.listSeen ? Stop.more : handOut(a, b);
  }
  const level = levelAt(State.depth);
  level.count++;
  if (level.kind == Kind.list) {
    State.expected = Expected.nextInList;
    if (level.role == Role.items) return handOut(a, b);
    level.addElement(a, b);
    if (!isTag) level.bits = 0;
    return Stop.more;
  }
  State.expected = Expected.nextInObject;
  level.noteTagField(what == Value.string);
  if (level.role != Role.item || (what != Value.nothing && !tellsOfCapture(level.field))) level.addField(a, b);
  return State.depth == 1 && State.documentIsObject ? Stop.fieldFound : Stop.more;
}

/** The item that ends just before `pos` goes into the columns, or to TypeScript. */
function handOut(a: u32, b: u32): Stop {
  const missing = max(record.type, max(record.id, max(record.region, max(record.account, record.status))));
  if (missing == none || record.isTimeMissing || mayHaveTagTwice()) setSlow();
  record.start = State.itemStart;
  record.length = input.pos - State.itemStart;
  record.hashA = a;
  record.hashB = b;
  State.isInItem = false;
  // Without a list, what looked like fields of the document may be the item's: TypeScript forgets them.
  if (record.isSlow || (State.documentIsObject && !State.listSeen) || record.length > mostKept) return Stop.itemFound;
  keepRecord(input.base);
  return Stop.more;
}

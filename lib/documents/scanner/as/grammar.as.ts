// What may stand where in a document, and what begins there.
import { EntryKind, Expected, Failure, Key, Stop } from '../numbers';
import { Kind, Level, levelAt, openLevel, Role } from './levels.as';
import { addEntry, beginRecord, setSlow } from './record.as';
import { beginToken, fail, input, isInList, State, Token } from './state.as';
import { close, isEndField } from './values.as';

/** One byte of what stands around strings and scalars. */
export function takeByte(byte: u32): Stop {
  switch (State.expected) {
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
      return pass(isAtItems() ? Expected.list : Expected.value);
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
      State.documentIsObject = byte == 0x7b;
      return beginValue(byte);
    default:
      if (byte != 0x7b || !State.takesLines || !State.documentIsObject) return fail(Failure.unexpected);
      if (!State.listSeen) return beginValue(byte);
      // The next document: its fields are its own.
      State.listSeen = false;
      return Stop.documentEnded;
  }
}

/** Whether the key just read is the document's `configurationItems`. */
@inline
function isAtItems(): bool {
  return State.depth == 1 && State.documentIsObject && levelAt(1).field == Key.items;
}

/** Passes over one byte. */
@inline
function pass(next: Expected): Stop {
  State.expected = next;
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

function beginValue(byte: u32): Stop {
  if (!startsValue(byte)) return fail(Failure.unexpected);
  const parent = levelAt(State.depth);
  if (State.depth == 1) State.valueStart = input.pos;
  if (State.depth == 0 || parent.role == Role.items) {
    State.isInItem = true;
    State.itemStart = input.pos;
    beginRecord(State.itemStart);
  }
  if (byte == 0x22) return beginToken(Token.string, false);
  if (byte != 0x7b && byte != 0x5b) return beginToken(Token.scalar, false);
  if (State.depth > State.maxDepth && State.depth >= State.maxDepth + (isInList() ? 2 : 1)) return fail(Failure.tooDeep);
  const kind: Kind = byte == 0x7b ? Kind.object : Kind.list;
  const role = roleOf(parent, kind);
  openLevel(++State.depth, kind, role);
  if (role == Role.items) {
    State.isInItem = false;
    if (State.depth == 2) {
      State.listSeen = true;
      levelAt(1).role = Role.envelope;
    }
  }
  State.expected = kind == Kind.object ? Expected.keyOrEnd : Expected.valueOrEnd;
  const pos = ++input.pos;
  if (kind == Kind.object && pos < input.length && load<u8>(input.at + pos) == 0x22)
    return beginToken(Token.string, true);
  return Stop.more;
}

/** What a container is to its parent. Whatever is not in the plain form makes the item slow. */
function roleOf(parent: Level, kind: Kind): Role {
  if (State.depth == 0) return kind == Kind.object ? Role.item : Role.items;
  const role = parent.role;
  const field = parent.field;
  if (role == Role.plain) return Role.plain;
  if (State.depth == 1 && State.documentIsObject && field == Key.items) return Role.items;
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

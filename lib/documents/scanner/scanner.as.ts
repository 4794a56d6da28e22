// The scanner of snapshot documents, in AssemblyScript: `node tools/make-wasm.mjs` makes scanner-bytes.ts of it.
//
// It reads JSON of any length piece by piece, checks all of it, and finds each configuration item with the spans of what tables and graphs
// need, and a 64-bit hash of its content (content-hash.ts tells what counts). The bytes of an item lie in one piece in `input` when it
// is handed out. What an item holds that is not in the plain modern form only sets `slow`: then it is for JSON.parse to read.

// What scan() stops at.
const MORE: u32 = 0, ITEM_FOUND: u32 = 1, MEMBER_FOUND: u32 = 2, FAILED: u32 = 3;

// What may come next; the same numbers in document-scanner.ts.
const DOCUMENT: u32 = 0, VALUE: u32 = 1, VALUE_OR_END: u32 = 2, KEY: u32 = 3, KEY_OR_END: u32 = 4, COLON: u32 = 5, NEXT_IN_OBJECT: u32 = 6, NEXT_IN_LIST: u32 = 7, LIST: u32 = 8, END: u32 = 9;
// What is wrong.
const BROKEN: u32 = 1, TOO_DEEP: u32 = 2, NOT_A_LIST: u32 = 3, SECOND_LIST: u32 = 4, BAD_TEXT: u32 = 5, BAD_SCALAR: u32 = 6;

// What a level is.
const OBJECT: u32 = 1, ARRAY: u32 = 2;
const PLAIN: u32 = 0, ITEM: u32 = 1, RELATIONSHIPS: u32 = 2, RELATIONSHIP: u32 = 3, TAGS: u32 = 4, ITEMS: u32 = 5, ENVELOPE: u32 = 6;

// Keys: the numbers of known-keys.ts.
const TYPE: u32 = 1, LAST_STORED: u32 = 7, CAPTURE: u32 = 8, CREATION: u32 = 9, RELATIONSHIPS_KEY: u32 = 10, TAGS_KEY: u32 = 11, EVENTS_KEY: u32 = 12, SUPPLEMENT_KEY: u32 = 13, LAST_TEXT: u32 = 16, STATE_ID: u32 = 17;
const OLDER: u32 = 20, NAME: u32 = 30, ITEMS_KEY: u32 = 40, SET_LIKE: u32 = 70;

// What a value is, when it is complete.
const TEXT: u32 = 1, SCALAR: u32 = 2, NOTHING: u32 = 3, CONTAINER: u32 = 4;

const C1: u32 = 0x9e3779b1, C2: u32 = 0xc2b2ae3d;

// One level of nesting: twelve words.
const LEVEL: usize = 48;
const deepest: u32 = 1000;
const levels: usize = memory.data(48 * 1004, 16);
const KIND: usize = 0, ROLE: usize = 4, COUNT: usize = 8, TAG_BITS: usize = 12, SUM_A: usize = 16, SUM_B: usize = 20;
const FOLD_A: usize = 24, FOLD_B: usize = 28, KEY_A: usize = 32, KEY_B: usize = 36, FIELD: usize = 40;

// Known keys: 512 slots of hash, hash, length, number; JavaScript fills them.
const known: usize = memory.data(512 * 16, 16);
export function knownKeys(): usize { return known; }

// The record of an item: start, length, slow, hash, hash, count of entries, seven texts, nothing, capture time (64 bits), then entries:
// kind, then the texts of a relationship (type, id, name, its own name) or of a tag (key, value). Texts are numbers of the table below.
const HEAD: u32 = 16, ENTRY: u32 = 5;
const CAPTURED: usize = 56;
const none: u32 = 0xffffffff;
let record: usize = heap.alloc(65536);
let recordCapacity: u32 = 65536;
export function recordAt(): usize { return record; }

// Items are kept in columns, in the order of `column` in document-scanner.ts: 32 bits for each item up to EDGE_START, then 64 bits for each
// item, 32 for each tag, and 32 for each relationship. JavaScript is only asked about items that are not plain.
const LENGTH: u32 = 0, FIRST_TEXT: u32 = 1, TAG_START: u32 = 8, EDGE_START: u32 = 9, HASH: u32 = 10, OFFSET: u32 = 11, TIME: u32 = 12, TAG_KEY: u32 = 13, TAG_VALUE: u32 = 14, EDGE: u32 = 15, COLUMNS: u32 = 19;
const columns: usize = memory.data(19 * 4, 16);
let keeping: bool = false;
let maxItem: u32 = 0;
let items: u32 = 0, itemRoom: u32 = 0, tags: u32 = 0, tagRoom: u32 = 0, edges: u32 = 0, edgeRoom: u32 = 0;
export function columnAt(column: u32): usize { return load<usize>(columns + (column << 2)); }
export function getItems(): u32 { return items; }
export function getTags(): u32 { return tags; }
export function getEdges(): u32 { return edges; }

/** Keeps plain items of up to `most` bytes from now on, with room for `expected` of them: growing later copies them all. */
export function keepItems(most: u32, expected: u32): void {
  keeping = true;
  maxItem = most;
  growItems(expected + 1024);
  growTags(2 * expected + 1024);
  growEdges(3 * expected + 1024);
  closeStarts();
}

function grow(column: u32, size: usize): void {
  const before = columnAt(column);
  store<usize>(columns + (column << 2), before ? heap.realloc(before, size) : heap.alloc(size));
}

function growItems(room: u32): void {
  itemRoom = room;
  for (let column: u32 = LENGTH; column < HASH; column++) grow(column, usize(room) << 2);
  for (let column: u32 = HASH; column < TAG_KEY; column++) grow(column, usize(room) << 3);
}

function growTags(room: u32): void {
  tagRoom = room;
  for (let column: u32 = TAG_KEY; column < EDGE; column++) grow(column, usize(room) << 2);
}

function growEdges(room: u32): void {
  edgeRoom = room;
  for (let column: u32 = EDGE; column < COLUMNS; column++) grow(column, usize(room) << 2);
}

/** Takes the record into the columns. */
export function keep(): void {
  const count = load<u32>(record, 20);
  // The starts have one more, for the end.
  if (items + 2 > itemRoom) growItems(itemRoom + (itemRoom >> 1) + 2);
  if (tags + count > tagRoom) growTags(tagRoom + (tagRoom >> 1) + count);
  if (edges + count > edgeRoom) growEdges(edgeRoom + (edgeRoom >> 1) + count);
  const at = usize(items) << 2;
  const long = usize(items) << 3;
  store<u32>(columnAt(LENGTH) + at, load<u32>(record, 4));
  for (let text: u32 = 0; text < 7; text++) store<u32>(columnAt(FIRST_TEXT + text) + at, load<u32>(record + (text << 2), 24));
  store<u64>(columnAt(HASH) + long, load<u64>(record, 12));
  store<f64>(columnAt(OFFSET) + long, base + f64(load<u32>(record)));
  store<f64>(columnAt(TIME) + long, load<f64>(record, CAPTURED));
  const end = entryAt(count);
  for (let entry = entryAt(0); entry < end; entry += ENTRY << 2) {
    if (load<u32>(entry) == 1) {
      const to = usize(edges++) << 2;
      for (let text: u32 = 0; text < 4; text++) store<u32>(columnAt(EDGE + text) + to, load<u32>(entry + (text << 2), 4));
    } else {
      const to = usize(tags++) << 2;
      store<u32>(columnAt(TAG_KEY) + to, load<u32>(entry, 4));
      store<u32>(columnAt(TAG_VALUE) + to, load<u32>(entry, 8));
    }
  }
  items++;
  closeStarts();
}

/** Where the tags and relationships of the next item begin, which is where those of the last one end. */
function closeStarts(): void {
  store<u32>(columnAt(TAG_START) + (usize(items) << 2), tags);
  store<u32>(columnAt(EDGE_START) + (usize(items) << 2), edges);
}

// For an item that JavaScript has read: it begins its record anew, fills it, and has it kept.
export function forgetRecord(): void { store<u32>(record, 0, 20); }
export function addToRecord(kind: u32, a: u32, b: u32, c: u32, d: u32): void {
  addEntry(kind);
  const entry = entryAt(load<u32>(record, 20) - 1);
  store<u32>(entry, a, 4);
  store<u32>(entry, b, 8);
  store<u32>(entry, c, 12);
  store<u32>(entry, d, 16);
}

/** Of two tags of one key the last one counts, as in JSON.parse. AWS allows 50; more than that many are not compared one by one. */
function mayHaveTagTwice(): bool {
  const end = entryAt(load<u32>(record, 20));
  let met: u32 = 0;
  for (let entry = entryAt(0); entry < end; entry += ENTRY << 2) {
    if (load<u32>(entry) != 2) continue;
    if (++met > 60) return true;
    for (let before = entryAt(0); before < entry; before += ENTRY << 2) {
      if (load<u32>(before) == 2 && load<u32>(before, 4) == load<u32>(entry, 4)) return true;
    }
  }
  return false;
}

let input: usize = heap.alloc(1 << 21);
let capacity: u32 = 1 << 21;
let length: u32 = 0;
let pos: u32 = 0;
let base: f64 = 0;
let scratch: usize = heap.alloc(4096);
let scratchCapacity: u32 = 4096;

// Every text that goes into the index, once: text n lies in `heapAt` from starts[n] to starts[n + 1]; `slots` is a hash table of n + 1.
let heapAt: usize = heap.alloc(1 << 16);
let heapCapacity: u32 = 1 << 16;
let heapLength: u32 = 0;
let starts: usize = heap.alloc(1 << 14);
let startsCapacity: u32 = 1 << 12;
let slots: usize = heap.alloc(1 << 15);
let slotMask: u32 = (1 << 13) - 1;
let texts: u32 = 0;
memory.fill(slots, 0, 1 << 15);
store<u32>(starts, 0);
export function getHeap(): usize { return heapAt; }
export function getHeapLength(): u32 { return heapLength; }
export function getStarts(): usize { return starts; }
export function getTexts(): u32 { return texts; }
export function getSlots(): usize { return slots; }
export function getSlotCount(): u32 { return slotMask + 1; }
/**
 * Makes room before the first text, for a table of `count` slots (a power of two) and so many bytes: making it later, when there are many,
 * takes long and leaves holes. Memory that is never written to costs nothing.
 */
export function expectTexts(count: u32, bytes: u32): void {
  heap.free(slots);
  slotMask = count - 1;
  slots = heap.alloc(count << 2);
  memory.fill(slots, 0, count << 2);
  if (bytes > heapCapacity) {
    heap.free(heapAt);
    heapCapacity = bytes;
    heapAt = heap.alloc(bytes);
  }
  if (count > startsCapacity) {
    heap.free(starts);
    startsCapacity = count;
    starts = heap.alloc(count << 2);
    store<u32>(starts, 0);
  }
}
/** Where to write a text for internScratch(). */
export function scratchFor(size: u32): usize {
  needScratch(size);
  return scratch;
}
export function internScratch(size: u32): u32 {
  hashBytes(scratch, size);
  return intern(scratch, size, hashA);
}

/** The number of a text of this hash; FULL where there is no room for it. */
function intern(at: usize, size: u32, hash: u32): u32 {
  let slot = hash & slotMask;
  let entry = load<u32>(slots + (slot << 2));
  while (entry != 0) {
    const known = starts + ((entry - 1) << 2);
    const from = load<u32>(known);
    if (load<u32>(known, 4) - from == size && same(heapAt + from, at, size)) return entry - 1;
    slot = (slot + 1) & slotMask;
    entry = load<u32>(slots + (slot << 2));
  }
  const number = texts++;
  if (heapLength + size + 16 > heapCapacity) {
    heapCapacity = heapCapacity + (heapCapacity >> 1) + size + 16;
    heapAt = heap.realloc(heapAt, heapCapacity);
  }
  // In steps of sixteen: both lie in memory that goes on for as much.
  for (let done: u32 = 0; done < size; done += 16) v128.store(heapAt + heapLength + done, v128.load(at + done));
  heapLength += size;
  if (texts + 1 > startsCapacity) {
    startsCapacity += startsCapacity >> 1;
    starts = heap.realloc(starts, startsCapacity << 2);
  }
  store<u32>(starts + (texts << 2), heapLength);
  store<u32>(slots + (slot << 2), number + 1);
  if (texts + (texts >> 1) > slotMask) rehash();
  return number;
}

function same(a: usize, b: usize, size: u32): bool {
  const end = a + size;
  while (a + 8 <= end) {
    if (load<u64>(a) != load<u64>(b)) return false;
    a += 8;
    b += 8;
  }
  // Both lie in memory that goes on for sixteen bytes.
  const rest = u32(end - a);
  return rest == 0 || (load<u64>(a) ^ load<u64>(b)) << (64 - 8 * rest) == 0;
}

function rehash(): void {
  heap.free(slots);
  slotMask = 2 * slotMask + 1;
  slots = heap.alloc((slotMask + 1) << 2);
  memory.fill(slots, 0, (slotMask + 1) << 2);
  for (let number: u32 = 0; number < texts; number++) {
    const from = load<u32>(starts + (number << 2));
    hashBytes(heapAt + from, load<u32>(starts + (number << 2), 4) - from);
    let slot = hashA & slotMask;
    while (load<u32>(slots + (slot << 2)) != 0) slot = (slot + 1) & slotMask;
    store<u32>(slots + (slot << 2), number + 1);
  }
}

let token: u32 = 0; // 0: between tokens, 1: in a text, 2: in a number or word
let tokenStart: u32 = 0;
let escaped: bool = false;
let isKey: bool = false;
let depth: u32 = 0;
let maxDepth: u32 = 500;
let expected: u32 = DOCUMENT;
let active: bool = false; // an item's bytes are being kept
let itemStart: u32 = 0;
let documentIsObject: bool = false;
let listSeen: bool = false;
let keyStart: u32 = 0;
let keyEnd: u32 = 0;
let valueStart: u32 = 0;
let failure: u32 = 0;
// The number of the key just read.
let keyNumber: u32 = 0;
let hashA: u32 = 0;
let hashB: u32 = 0;

export function inputAt(): usize { return input; }
export function getBase(): f64 { return base; }
export function getPos(): u32 { return pos; }
export function getLength(): u32 { return length; }
export function getFailure(): u32 { return failure; }
export function getExpected(): u32 { return expected; }
export function getKeyStart(): u32 { return keyStart; }
export function getKeyEnd(): u32 { return keyEnd; }
export function getValueStart(): u32 { return valueStart; }
export function isListSeen(): bool { return listSeen; }
export function isInToken(): bool { return token != 0; }
export function setMaxDepth(most: u32): void { maxDepth = min(most, deepest - 4); }

/** The first byte that is still wanted. */
function wantedFrom(): u32 {
  if (active) return itemStart;
  if (depth >= 1 && documentIsObject && !(listSeen && isIn(ITEMS))) return min(keyStart, token ? tokenStart : pos);
  return token ? tokenStart : pos;
}

export function getKept(): u32 { return length - wantedFrom(); }

@inline function isIn(role: u32): bool { return depth >= 2 && load<u32>(levels + 2 * LEVEL, ROLE) == role; }

/** Where to write the next `size` bytes. */
export function reserve(size: u32): usize {
  if (length + size + 16 > capacity) {
    const from = wantedFrom();
    memory.copy(input, input + from, length - from);
    length -= from;
    pos -= from;
    tokenStart -= from;
    itemStart -= from;
    keyStart -= from;
    keyEnd -= from;
    valueStart -= from;
    base += f64(from);
    if (length + size + 16 > capacity / 2) {
      capacity = 2 * (length + size + 16);
      input = heap.realloc(input, capacity);
    }
  }
  return input + length;
}

export function written(size: u32): void { length += size; }

/** Goes on until there is something to tell. */
export function scan(): u32 {
  while (true) {
    if (token == 1) {
      let decoded: u32 = 0;
      if (!readShortText()) {
        const ended = readText();
        if (ended == 0) return MORE;
        if (ended < 0) return fail(BAD_TEXT);
        decoded = hashText(input + tokenStart + 1, pos - tokenStart - 1);
        if (isKey) keyNumber = numberOfKey(hashA, hashB, decoded);
      } else decoded = pos - tokenStart - 1;
      const event = isKey ? takeKey(decoded) : takeText(decoded);
      if (event) return event;
      if (token) continue;
    } else if (token == 2) {
      while (pos < length && !endsScalar(load<u8>(input + pos))) pos++;
      if (pos == length) return MORE;
      const event = takeScalar();
      if (event) return event;
    }
    // The usual: a comma, and the next key.
    if (expected == NEXT_IN_OBJECT && pos + 1 < length && load<u16>(input + pos) == 0x222c) {
      pos++;
      beginToken(1, true);
      continue;
    }
    while (pos < length && isBlank(load<u8>(input + pos))) pos++;
    if (pos == length) return MORE;
    const event = takeByte(load<u8>(input + pos));
    if (event) return event;
  }
}

function fail(code: u32): u32 {
  failure = code;
  return FAILED;
}

@inline function isBlank(byte: u32): bool { return byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09; }

@inline function endsScalar(byte: u32): bool { return isBlank(byte) || byte == 0x2c || byte == 0x5d || byte == 0x7d; }

/** One byte of what stands around texts and scalars. */
function takeByte(byte: u32): u32 {
  switch (expected) {
    case VALUE:
      return beginValue(byte);
    case VALUE_OR_END:
      if (byte == 0x5d) return close();
      return beginValue(byte);
    case KEY_OR_END:
      if (byte == 0x7d) return close();
    // falls through
    case KEY:
      if (byte != 0x22) return fail(BROKEN);
      return beginToken(1, true);
    case COLON:
      if (byte != 0x3a) return fail(BROKEN);
      expected = depth == 1 && documentIsObject && load<u32>(levels + LEVEL, FIELD) == ITEMS_KEY ? LIST : VALUE;
      pos++;
      return MORE;
    case NEXT_IN_OBJECT:
      if (byte == 0x7d) return close();
      if (byte != 0x2c) return fail(BROKEN);
      expected = KEY;
      pos++;
      return MORE;
    case NEXT_IN_LIST:
      if (byte == 0x5d) return close();
      if (byte != 0x2c) return fail(BROKEN);
      expected = VALUE;
      pos++;
      return MORE;
    case LIST:
      if (byte == 0x5b) return beginValue(byte);
      return fail(startsValue(byte) ? NOT_A_LIST : BROKEN);
    case DOCUMENT:
      if (byte == 0xef || byte == 0xbb || byte == 0xbf) {
        if (base + f64(pos) < 3 && byte == (base + f64(pos) == 0 ? 0xef : base + f64(pos) == 1 ? 0xbb : 0xbf)) {
          pos++;
          return MORE;
        }
      }
      if (byte != 0x7b && byte != 0x5b) return fail(BROKEN);
      documentIsObject = byte == 0x7b;
      return beginValue(byte);
    default:
      // Line after line of items.
      if (byte == 0x7b && documentIsObject && !listSeen) return beginValue(byte);
      return fail(BROKEN);
  }
}

function startsValue(byte: u32): bool {
  return byte == 0x22 || byte == 0x7b || byte == 0x5b || byte == 0x2d || (byte >= 0x30 && byte <= 0x39) || byte == 0x74 || byte == 0x66 || byte == 0x6e;
}

function beginToken(kind: u32, key: bool): u32 {
  token = kind;
  tokenStart = pos;
  isKey = key;
  escaped = false;
  if (key && depth == 1) keyStart = pos;
  if (kind == 1) pos++;
  return MORE;
}

function beginValue(byte: u32): u32 {
  if (!startsValue(byte)) return fail(BROKEN);
  const parent = levels + usize(depth) * LEVEL;
  if (depth == 1) valueStart = pos;
  if (depth == 0 || load<u32>(parent, ROLE) == ITEMS) beginItem();
  if (byte == 0x22) return beginToken(1, false);
  if (byte != 0x7b && byte != 0x5b) return beginToken(2, false);
  if (depth >= maxDepth + 2) return fail(TOO_DEEP);
  const kind: u32 = byte == 0x7b ? OBJECT : ARRAY;
  const role = roleOf(parent, kind);
  depth++;
  const level = levels + usize(depth) * LEVEL;
  clear(level, 0, LEVEL);
  store<u32>(level, kind, KIND);
  store<u32>(level, role, ROLE);
  store<u32>(level, kind == ARRAY ? 1 : 0, TAG_BITS);
  if (role == ITEMS) {
    active = false;
    if (depth == 2) {
      listSeen = true;
      store<u32>(levels + LEVEL, ENVELOPE, ROLE);
    }
  }
  expected = kind == OBJECT ? KEY_OR_END : VALUE_OR_END;
  pos++;
  if (kind == OBJECT && pos < length && load<u8>(input + pos) == 0x22) return beginToken(1, true);
  return MORE;
}

function beginItem(): void {
  active = true;
  itemStart = pos;
  clear(record, 0, HEAD * 4);
  clear(record + 24, 0xff, 32);
}

@inline function setSlow(): void { store<u32>(record, 1, 8); }

/** What a container is to its parent. Whatever is not in the plain form makes the item slow. */
function roleOf(parent: usize, kind: u32): u32 {
  if (depth == 0) return kind == OBJECT ? ITEM : ITEMS;
  const role = load<u32>(parent, ROLE);
  const field = load<u32>(parent, FIELD);
  if (role == PLAIN) return PLAIN;
  if (depth == 1 && documentIsObject && field == ITEMS_KEY) return ITEMS;
  if (role == ITEMS) {
    if (kind == OBJECT) return ITEM;
    setSlow();
  } else if (role == ITEM) {
    if (field == RELATIONSHIPS_KEY && kind == ARRAY) return RELATIONSHIPS;
    if (field == TAGS_KEY && kind == OBJECT) return TAGS;
    if (field == EVENTS_KEY ? kind != ARRAY : field == SUPPLEMENT_KEY ? kind != OBJECT : field >= TYPE && field <= STATE_ID) setSlow();
  } else if (role == RELATIONSHIPS) {
    if (kind == OBJECT) {
      addEntry(1);
      return RELATIONSHIP;
    }
    setSlow();
  } else if (role == RELATIONSHIP) {
    if ((field >= TYPE && field <= 3) || field == NAME) setSlow();
  } else if (role == TAGS) setSlow();
  return PLAIN;
}

@inline function entryAt(number: u32): usize { return record + ((HEAD + number * ENTRY) << 2); }

function addEntry(kind: u32): void {
  const count = load<u32>(record, 20);
  const size = (HEAD + (count + 1) * ENTRY) << 2;
  if (size > recordCapacity) {
    recordCapacity = size * 2;
    record = heap.realloc(record, recordCapacity);
  }
  const entry = entryAt(count);
  clear(entry, 0xff, 16);
  store<u32>(entry, none, 16);
  store<u32>(entry, kind);
  store<u32>(record, count + 1, 20);
}

// Masks that keep the first n bytes of sixteen.
const masks: usize = memory.data(16 * 16, 16);
for (let n: u32 = 0; n < 16; n++) for (let at: u32 = 0; at < 16; at++) store<u8>(masks + (n << 4) + at, at < n ? 0xff : 0);
// Keys of up to 15 bytes that were met, by their bytes: the bytes, both halves of the hash, the number, the length. Most keys come again.
const met: usize = memory.data(512 * 32, 16);
memory.fill(met, 0xff, 512 * 32);

/** A text that has just begun, has less than 16 bytes and no escapes, which most are: hashed, with `pos` at its closing quote. */
@inline function readShortText(): bool {
  if (pos != tokenStart + 1 || pos + 16 > length) return false;
  const bytes = v128.load(input + pos);
  const found = i8x16.bitmask(
    v128.or(v128.or(i8x16.eq(bytes, i8x16.splat(0x22)), i8x16.eq(bytes, i8x16.splat(0x5c))), i8x16.lt_u(bytes, i8x16.splat(0x20))),
  );
  if (!found) return false;
  const size: u32 = ctz(found);
  if (load<u8>(input + pos + size) != 0x22) return false;
  const text = v128.and(bytes, v128.load(masks + (size << 4)));
  pos += size;
  const low = i64x2.extract_lane(text, 0);
  const high = i64x2.extract_lane(text, 1);
  if (!isKey) {
    hashShort(low, high, size);
    return true;
  }
  const entry = met + ((((u32(low) ^ (u32(low >> 32) * C1) ^ (u32(high) * C2) ^ (size << 3)) * C1) >> 23) << 5);
  if (v128.any_true(v128.xor(v128.load(entry), text)) || load<u32>(entry, 28) != size) {
    hashShort(low, high, size);
    v128.store(entry, text);
    store<u32>(entry, hashA, 16);
    store<u32>(entry, hashB, 20);
    store<u32>(entry, numberOfKey(hashA, hashB, size), 24);
    store<u32>(entry, size, 28);
  } else {
    hashA = load<u32>(entry, 16);
    hashB = load<u32>(entry, 20);
  }
  keyNumber = load<u32>(entry, 24);
  return true;
}

/** As `hashBytes`, of up to 15 bytes in two words. */
@inline function hashShort(low: u64, high: u64, size: u32): void {
  let a: u32 = C1 ^ size;
  let b: u32 = 0x85ebca77;
  if (size) {
    a = rotl<u32>(a ^ u32(low), 13) * C1;
    b = rotl<u32>(b ^ u32(low >> 32), 11) * C2 + a;
    a += rotl<u32>(b, 7);
    if (size > 8) {
      a = rotl<u32>(a ^ u32(high), 13) * C1;
      b = rotl<u32>(b ^ u32(high >> 32), 11) * C2 + a;
      a += rotl<u32>(b, 7);
    }
  }
  hashA = spread(a + rotl<u32>(b, 16));
  hashB = spread(b ^ hashA);
}

/** Sets `size` bytes, sixteen at a time: for so few, memory.fill() takes longer to begin than to do. */
@inline function clear(at: usize, value: u8, size: usize): void {
  for (let done: usize = 0; done < size; done += 16) v128.store(at + done, i8x16.splat(value));
}

/** 1: `pos` is at the closing quote. 0: it goes on in the next piece. -1: broken at `pos`. */
function readText(): i32 {
  let at = input + pos;
  const end = input + length;
  while (true) {
    while (at + 16 <= end) {
      const bytes = v128.load(at);
      const found = i8x16.bitmask(
        v128.or(v128.or(i8x16.eq(bytes, i8x16.splat(0x22)), i8x16.eq(bytes, i8x16.splat(0x5c))), i8x16.lt_u(bytes, i8x16.splat(0x20))),
      );
      if (found) {
        at += ctz(found);
        break;
      }
      at += 16;
    }
    let byte: u32 = 0;
    while (at < end) {
      byte = load<u8>(at);
      if (byte == 0x22 || byte == 0x5c || byte < 0x20) break;
      at++;
    }
    pos = u32(at - input);
    if (at == end) return 0;
    if (byte == 0x22) return 1;
    if (byte < 0x20) return -1;
    escaped = true;
    if (at + 1 == end) return 0;
    const sign: u32 = load<u8>(at, 1);
    if (sign == 0x75) {
      for (let digit: usize = 2; digit < 6; digit++) {
        if (at + digit >= end) return 0;
        if (hexOf(load<u8>(at + digit)) < 0) return -1;
      }
      at += 6;
    } else {
      if (unescaped(sign) == 0) return -1;
      at += 2;
    }
  }
  return 0;
}

function hexOf(byte: u32): i32 {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** What stands behind a backslash means; 0: nothing. */
function unescaped(sign: u32): u32 {
  if (sign == 0x22 || sign == 0x5c || sign == 0x2f) return sign;
  if (sign == 0x6e) return 0x0a;
  if (sign == 0x74) return 0x09;
  if (sign == 0x72) return 0x0d;
  if (sign == 0x62) return 0x08;
  return sign == 0x66 ? 0x0c : 0;
}

function hex4(at: usize): u32 {
  return (hexOf(load<u8>(at)) << 12) | (hexOf(load<u8>(at, 1)) << 8) | (hexOf(load<u8>(at, 2)) << 4) | hexOf(load<u8>(at, 3));
}

function needScratch(size: u32): void {
  if (size + 16 <= scratchCapacity) return;
  scratchCapacity = 2 * size + 16;
  scratch = heap.realloc(scratch, scratchCapacity);
}

/** Puts a text without its escapes into `scratch`, as UTF-8; lone surrogates become U+FFFD. Gives its length. */
function decode(from: usize, size: u32): u32 {
  needScratch(size);
  let to = scratch;
  const end = from + size;
  while (from < end) {
    const byte: u32 = load<u8>(from);
    if (byte != 0x5c) {
      store<u8>(to++, byte);
      from++;
      continue;
    }
    const sign: u32 = load<u8>(from, 1);
    if (sign != 0x75) {
      store<u8>(to++, unescaped(sign));
      from += 2;
      continue;
    }
    let code = hex4(from + 2);
    from += 6;
    if (code >= 0xd800 && code < 0xe000) {
      let low: u32 = 0;
      if (code < 0xdc00 && from + 6 <= end && load<u16>(from) == 0x755c) low = hex4(from + 2);
      if (low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        from += 6;
      } else code = 0xfffd;
    }
    if (code < 0x80) store<u8>(to++, code);
    else {
      if (code < 0x800) store<u8>(to++, 0xc0 | (code >> 6));
      else {
        if (code < 0x10000) store<u8>(to++, 0xe0 | (code >> 12));
        else {
          store<u8>(to++, 0xf0 | (code >> 18));
          store<u8>(to++, 0x80 | ((code >> 12) & 63));
        }
        store<u8>(to++, 0x80 | ((code >> 6) & 63));
      }
      store<u8>(to++, 0x80 | (code & 63));
    }
  }
  return u32(to - scratch);
}

// The next four are content-hash.ts in other words.
function hashBytes(at: usize, size: u32): void {
  let a: u32 = C1 ^ size;
  let b: u32 = 0x85ebca77;
  const whole = at + (size & ~7);
  while (at < whole) {
    a = rotl<u32>(a ^ load<u32>(at), 13) * C1;
    b = rotl<u32>(b ^ load<u32>(at, 4), 11) * C2 + a;
    a += rotl<u32>(b, 7);
    at += 8;
  }
  const rest = size & 7;
  if (rest) {
    // Memory goes on behind it: reserve() and needScratch() see to that.
    const last = load<u64>(at) & ((<u64>1 << (8 * rest)) - 1);
    a = rotl<u32>(a ^ u32(last), 13) * C1;
    b = rotl<u32>(b ^ u32(last >> 32), 11) * C2 + a;
    a += rotl<u32>(b, 7);
  }
  hashA = spread(a + rotl<u32>(b, 16));
  hashB = spread(b ^ hashA);
}

@inline function spread(value: u32): u32 {
  value ^= value >> 16;
  value *= 0x85ebca6b;
  value ^= value >> 13;
  value *= 0xc2b2ae35;
  return value ^ (value >> 16);
}

@inline function combine(keyA: u32, keyB: u32, a: u32, b: u32): void {
  hashA = spread((rotl<u32>(keyA, 5) ^ a) * C1 + keyB);
  hashB = spread((rotl<u32>(keyB, 9) ^ b) * C2 + hashA);
}

/** Of the bytes of a text, its escapes resolved. */
@inline function hashText(at: usize, size: u32): u32 {
  if (!escaped) {
    hashBytes(at, size);
    return size;
  }
  const decoded = decode(at, size);
  hashBytes(scratch, decoded);
  return decoded;
}

@inline function numberOfKey(a: u32, b: u32, size: u32): u32 {
  for (let slot = a & 511; ; slot = (slot + 1) & 511) {
    const entry = known + (slot << 4);
    const number = load<u32>(entry, 12);
    if (number == 0) return 0;
    if (load<u32>(entry) == a && load<u32>(entry, 4) == b && load<u32>(entry, 8) == size) return number;
  }
  return 0;
}

function takeKey(decoded: u32): u32 {
  const start = tokenStart + 1;
  const level = levels + usize(depth) * LEVEL;
  const field = keyNumber;
  store<u32>(level, hashA, KEY_A);
  store<u32>(level, hashB, KEY_B);
  store<u32>(level, field, FIELD);
  const role = load<u32>(level, ROLE);
  if (role == ITEM || role == RELATIONSHIP) {
    if (field == OLDER || (field != 0 && escaped)) setSlow();
    // Of members that are there twice the last one counts, as in JSON.parse.
    if (role == ITEM && (field == RELATIONSHIPS_KEY || field == TAGS_KEY)) {
      const bit: u32 = field == TAGS_KEY ? 2 : 4;
      const seen = load<u32>(level, TAG_BITS);
      if (seen & (bit << 16)) setSlow();
      store<u32>(level, seen | (bit << 16), TAG_BITS);
    }
  } else if (role == TAGS) {
    addEntry(2);
    const number = internText(input + start, decoded);
    store<u32>(entryAt(load<u32>(record, 20) - 1), number, 4);
  }
  pos++;
  token = 0;
  expected = COLON;
  if (depth > 1) {
    // The usual: a colon, and a text.
    if (pos + 2 < length && load<u8>(input + pos) == 0x3a) {
      expected = VALUE;
      pos++;
      if (load<u8>(input + pos) == 0x22) return beginToken(1, false);
    }
    return MORE;
  }
  if (depth == 1) {
    keyEnd = pos;
    if (field == ITEMS_KEY && documentIsObject && listSeen) return fail(SECOND_LIST);
  }
  return MORE;
}

// Of types by their number, plus one: the hash of the type in small letters.
const lowered: usize = memory.data(256 * 12, 16);

function takeText(decoded: u32): u32 {
  const start = tokenStart + 1;
  const size = pos - start;
  const level = levels + usize(depth) * LEVEL;
  const role = load<u32>(level, ROLE);
  const field = load<u32>(level, FIELD);
  // What follows may hash other texts.
  let a = hashA;
  let b = hashB;
  if (role != PLAIN && active) {
    let number: u32 = none;
    if (role == ITEM) {
      if (field >= TYPE && field <= LAST_STORED) {
        number = internText(input + start, decoded);
        store<u32>(record + 24 + ((field - 1) << 2), number);
        // Names and zones may be empty.
        if (size == 0 && field != 3 && field != 5) setSlow();
      } else if (field == CAPTURE || field == CREATION) takeTime(input + start, size, field);
      else if (field >= RELATIONSHIPS_KEY && field <= SUPPLEMENT_KEY) setSlow();
    } else if (role == RELATIONSHIP) {
      const place: u32 = field >= TYPE && field <= 3 ? field : field == NAME ? 4 : 0;
      if (place) {
        number = internText(input + start, decoded);
        store<u32>(entryAt(load<u32>(record, 20) - 1) + (place << 2), number);
        if (size == 0 && field == TYPE) setSlow();
      }
    } else if (role == TAGS) {
      store<u32>(entryAt(load<u32>(record, 20) - 1), internText(input + start, decoded), 8);
    } else setSlow();
    if (field == TYPE && (role == ITEM || role == RELATIONSHIP)) {
      // There are few types, and each is met often.
      const known = lowered + usize(number & 255) * 12;
      if (load<u32>(known) != number + 1) {
        hashLowerCase(input + start, size);
        store<u32>(known, number + 1);
        store<u32>(known, hashA, 4);
        store<u32>(known, hashB, 8);
      }
      a = load<u32>(known, 4);
      b = load<u32>(known, 8);
    }
  }
  pos++;
  token = 0;
  return complete(a, b ^ 0x5bd1e995, TEXT, false);
}

/** The text just hashed. */
function internText(at: usize, decoded: u32): u32 {
  return intern(escaped ? scratch : at, decoded, hashA);
}

@inline function pair(at: usize): i32 { return i32(load<u8>(at)) * 10 + i32(load<u8>(at, 1)) - 528; }

@inline function bothDigits(at: usize): bool {
  const first: u32 = load<u8>(at), second: u32 = load<u8>(at, 1);
  return first >= 0x30 && first <= 0x39 && second >= 0x30 && second <= 0x39;
}

/** A time in the form `2026-11-22T08:31:54.000Z`; in any other the item is slow. */
function takeTime(at: usize, size: u32, field: u32): void {
  const formed =
    size == 24 && bothDigits(at) && bothDigits(at + 2) && load<u8>(at, 4) == 0x2d && bothDigits(at + 5) && load<u8>(at, 7) == 0x2d &&
    bothDigits(at + 8) && load<u8>(at, 10) == 0x54 && bothDigits(at + 11) && load<u8>(at, 13) == 0x3a && bothDigits(at + 14) &&
    load<u8>(at, 16) == 0x3a && bothDigits(at + 17) && load<u8>(at, 19) == 0x2e && bothDigits(at + 20) && bothDigits(at + 21) &&
    load<u8>(at, 23) == 0x5a;
  if (!formed) return setSlow();
  const year = pair(at) * 100 + pair(at + 2), month = pair(at + 5), day = pair(at + 8);
  const hour = pair(at + 11), minute = pair(at + 14), second = pair(at + 17);
  const milliseconds = pair(at + 20) * 10 + i32(load<u8>(at, 22)) - 48;
  // What is near an edge of the calendar is for JavaScript to judge.
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > 28 + (month == 2 ? 0 : 2) || hour > 23 || minute > 59 || second > 59) {
    if (!(day == 31 && (month == 1 || month == 3 || month == 5 || month == 7 || month == 8 || month == 10 || month == 12) && hour < 24 && minute < 60 && second < 60 && year >= 1000)) return setSlow();
  }
  if (field == CREATION) return;
  // Days from the civil calendar, counted from March.
  const y = month <= 2 ? year - 1 : year;
  const era = y / 400;
  const ofEra = y - era * 400;
  const ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const days = era * 146097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719468;
  store<f64>(record, f64(days) * 86400000 + f64(((hour * 60 + minute) * 60 + second) * 1000 + milliseconds), CAPTURED);
  store<u32>(record, 0, 52);
}

/** Types compare without regard to case. */
function hashLowerCase(at: usize, size: u32): void {
  const plain = escaped ? decode(at, size) : size;
  if (!escaped) {
    needScratch(size);
    memory.copy(scratch, at, size);
  }
  for (let n: u32 = 0; n < plain; n++) {
    const byte: u32 = load<u8>(scratch + n);
    if (byte >= 0x41 && byte <= 0x5a) store<u8>(scratch + n, byte | 0x20);
  }
  hashBytes(scratch, plain);
}

function takeScalar(): u32 {
  const at = input + tokenStart;
  const size = pos - tokenStart;
  const first: u32 = load<u8>(at);
  if (first == 0x74 ? !isWord(at, size, 4, 0x65757274) : first == 0x6e ? !isWord(at, size, 4, 0x6c6c756e) : first == 0x66 ? !(size == 5 && load<u32>(at, 1) == 0x65736c61) : !isNumber(at, size)) {
    pos = tokenStart;
    return fail(BAD_SCALAR);
  }
  token = 0;
  const level = levels + usize(depth) * LEVEL;
  const role = load<u32>(level, ROLE);
  const field = load<u32>(level, FIELD);
  if (role == ITEM) {
    if (field >= TYPE && field <= LAST_TEXT) setSlow();
    else if (field == STATE_ID && first != 0x2d && first > 0x39) setSlow();
  } else if (role == RELATIONSHIP) {
    if ((field >= TYPE && field <= 3) || field == NAME) setSlow();
  } else if (role != PLAIN) setSlow();
  hashBytes(at, size);
  return complete(hashA, hashB, first == 0x6e ? NOTHING : SCALAR, false);
}

function isWord(at: usize, size: u32, wanted: u32, word: u32): bool { return size == wanted && load<u32>(at) == word; }

function digits(at: usize, end: usize): usize {
  while (at < end && load<u8>(at) >= 0x30 && load<u8>(at) <= 0x39) at++;
  return at;
}

function isNumber(at: usize, size: u32): bool {
  const end = at + size;
  if (load<u8>(at) == 0x2d) at++;
  if (at == end) return false;
  const first = load<u8>(at);
  let next = digits(at, end);
  if (next == at || (first == 0x30 && next > at + 1)) return false;
  if (next < end && load<u8>(next) == 0x2e) {
    at = next + 1;
    next = digits(at, end);
    if (next == at) return false;
  }
  if (next < end && (load<u8>(next) | 0x20) == 0x65) {
    at = next + 1;
    if (at < end && (load<u8>(at) == 0x2b || load<u8>(at) == 0x2d)) at++;
    next = digits(at, end);
    if (next == at) return false;
  }
  return next == end;
}

/** `}` or `]` at `pos`. */
function close(): u32 {
  const level = levels + usize(depth) * LEVEL;
  const role = load<u32>(level, ROLE);
  const count = load<u32>(level, COUNT);
  const bits = load<u32>(level, TAG_BITS);
  pos++;
  let tag = false;
  let a = load<u32>(level, SUM_A);
  let b = load<u32>(level, SUM_B);
  if (load<u32>(level, KIND) == OBJECT) {
    // The bits of key and value of one spelling: known-keys.ts.
    tag = count == 2 && ((bits & 31) & (bits >> 5)) != 0;
    combine(1, 1, a, b);
  } else {
    const anyOrder = bits & 1 || load<u32>(level - LEVEL, FIELD) == SET_LIKE;
    if (role != RELATIONSHIPS && !(count > 1 && anyOrder)) {
      a = load<u32>(level, FOLD_A);
      b = load<u32>(level, FOLD_B);
    }
    combine(2, 2, a, b);
  }
  depth--;
  if (role == ITEMS) {
    expected = depth == 0 ? END : NEXT_IN_OBJECT;
    keyStart = pos;
    return MORE;
  }
  if (role == RELATIONSHIP) {
    const entry = entryAt(load<u32>(record, 20) - 1);
    if (load<u32>(entry, 4) == none || load<u32>(entry, 16) == none) setSlow();
  }
  const parent = levels + usize(depth) * LEVEL;
  if (depth > 0 && count > 0 && load<u32>(parent, ROLE) == ITEM && load<u32>(parent, FIELD) == EVENTS_KEY) setSlow();
  return complete(hashA, hashB, count == 0 ? NOTHING : CONTAINER, tag);
}

/** A value has ended just before `pos`. */
function complete(a: u32, b: u32, what: u32, tag: bool): u32 {
  if (depth == 0) {
    expected = END;
    return listSeen ? MORE : emit(a, b);
  }
  const level = levels + usize(depth) * LEVEL;
  const role = load<u32>(level, ROLE);
  store<u32>(level, load<u32>(level, COUNT) + 1, COUNT);
  if (load<u32>(level, KIND) == ARRAY) {
    expected = NEXT_IN_LIST;
    if (role == ITEMS) return emit(a, b);
    combine(3, 3, a, b);
    store<u32>(level, load<u32>(level, SUM_A) + hashA, SUM_A);
    store<u32>(level, load<u32>(level, SUM_B) + hashB, SUM_B);
    combine(load<u32>(level, FOLD_A), load<u32>(level, FOLD_B), a, b);
    store<u32>(level, hashA, FOLD_A);
    store<u32>(level, hashB, FOLD_B);
    if (!tag) store<u32>(level, 0, TAG_BITS);
    return MORE;
  }
  expected = NEXT_IN_OBJECT;
  const field = load<u32>(level, FIELD);
  // known-keys.ts: keys of tags from 50 on, values from 60 on.
  if (field >= 51 && field <= 55 && what == TEXT) setBits(level, 1 << (field - 51));
  else if (field >= 61 && field <= 64) setBits(level, field == 64 ? 0x300 : 32 << (field - 61));
  if (role != ITEM || (what != NOTHING && !tellsOfCapture(field))) {
    combine(load<u32>(level, KEY_A), load<u32>(level, KEY_B), a, b);
    store<u32>(level, load<u32>(level, SUM_A) + hashA, SUM_A);
    store<u32>(level, load<u32>(level, SUM_B) + hashB, SUM_B);
  }
  return depth == 1 && documentIsObject ? MEMBER_FOUND : MORE;
}

@inline function setBits(level: usize, bits: u32): void { store<u32>(level, load<u32>(level, TAG_BITS) | bits, TAG_BITS); }

@inline function tellsOfCapture(field: u32): bool {
  return field == 6 || field == 7 || field == 8 || field == 12 || field == 14 || field == 16 || field == 17;
}

function emit(a: u32, b: u32): u32 {
  const missing = max(load<u32>(record, 24), max(load<u32>(record, 28), max(load<u32>(record, 36), max(load<u32>(record, 44), load<u32>(record, 48)))));
  if (missing == none || load<u32>(record, 52) == none || mayHaveTagTwice()) setSlow();
  store<u32>(record, itemStart);
  store<u32>(record, pos - itemStart, 4);
  store<u32>(record, a, 12);
  store<u32>(record, b, 16);
  active = false;
  // Without a list, what looked like members of the document may be the item's: JavaScript forgets them.
  if (!keeping || load<u32>(record, 8) || (documentIsObject && !listSeen) || pos - itemStart > maxItem) return ITEM_FOUND;
  keep();
  return MORE;
}

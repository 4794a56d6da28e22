// Items in columns (`Column`), which TypeScript reads where they lie. It is only asked about items that are not plain.
import { Column, EntryKind, Key } from '../numbers';
import { entryAt, ItemRecord, record } from './record.as';

// Where each column lies.
const columns: usize = memory.data(32 * 4, 16);

let items: u32 = 0;
let itemRoom: u32 = 0;
let tags: u32 = 0;
let tagRoom: u32 = 0;
let edges: u32 = 0;
let edgeRoom: u32 = 0;

/** Bytes that a plain item may have to be kept without asking; none are while it is 0. */
export let mostKept: u32 = 0;

/** Where a column lies. */
export function columnAt(column: Column): usize {
  return load<usize>(columns + (usize(column) << 2));
}

/** How many items are kept. */
export function getItems(): u32 {
  return items;
}

/** How many tags they have in all. */
export function getTags(): u32 {
  return tags;
}

/** How many relationships they have in all. */
export function getEdges(): u32 {
  return edges;
}

/** Keeps plain items of up to `most` bytes from now on, with room for `expected` of them: growing later copies them all. */
export function keepItems(most: u32, expected: u32): void {
  mostKept = most;
  growItems(expected + 1024);
  growTags(2 * expected + 1024);
  growEdges(3 * expected + 1024);
  closeStarts();
}

/** Takes the record into the columns, of an item of the document that begins at `base`. */
export function keepRecord(base: f64): void {
  const count = record.entries;
  // The starts have one more, for the end.
  if (items + 2 > itemRoom) growItems(itemRoom + (itemRoom >> 1) + 2);
  if (tags + count > tagRoom) growTags(tagRoom + (tagRoom >> 1) + count);
  if (edges + count > edgeRoom) growEdges(edgeRoom + (edgeRoom >> 1) + count);
  const at = usize(items) << 2;
  const long = usize(items) << 3;
  store<u32>(columnAt(Column.length) + at, record.length);
  const strings = changetype<usize>(record) + offsetof<ItemRecord>('type');
  for (let n = 0; n <= Key.status - Key.type; n++) {
    store<u32>(columnAt(Column.type + n) + at, load<u32>(strings + (usize(n) << 2)));
  }
  store<u32>(columnAt(Column.rareNumber) + at, record.hasRareNumber);
  store<u32>(columnAt(Column.hash) + long, record.hashA);
  store<u32>(columnAt(Column.hash) + long, record.hashB, 4);
  store<f64>(columnAt(Column.offset) + long, base + f64(record.start));
  store<f64>(columnAt(Column.captured) + long, record.captured);
  store<f64>(columnAt(Column.stateId) + long, record.stateId);
  for (let n: u32 = 0; n < count; n++) keepEntry(n);
  items++;
  closeStarts();
}

@inline
function keepEntry(number: u32): void {
  const entry = entryAt(number);
  if (entry.kind == EntryKind.relationship) {
    const to = usize(edges++) << 2;
    store<u32>(columnAt(Column.edgeType) + to, entry.first);
    store<u32>(columnAt(Column.edgeId) + to, entry.second);
    store<u32>(columnAt(Column.edgeName) + to, entry.third);
    store<u32>(columnAt(Column.edgeLabel) + to, entry.fourth);
  } else {
    const to = usize(tags++) << 2;
    store<u32>(columnAt(Column.tagKey) + to, entry.first);
    store<u32>(columnAt(Column.tagValue) + to, entry.second);
  }
}

/** Where the tags and relationships of the next item begin, which is where those of the last one end. */
function closeStarts(): void {
  store<u32>(columnAt(Column.tagStart) + (usize(items) << 2), tags);
  store<u32>(columnAt(Column.edgeStart) + (usize(items) << 2), edges);
}

function growItems(room: u32): void {
  itemRoom = room;
  for (let column: i32 = Column.length; column < Column.hash; column++) grow(column, usize(room) << 2);
  for (let column: i32 = Column.hash; column < Column.tagKey; column++) grow(column, usize(room) << 3);
}

function growTags(room: u32): void {
  tagRoom = room;
  for (let column: i32 = Column.tagKey; column < Column.edgeType; column++) grow(column, usize(room) << 2);
}

function growEdges(room: u32): void {
  edgeRoom = room;
  for (let column: i32 = Column.edgeType; column < Column.count; column++) grow(column, usize(room) << 2);
}

function grow(column: Column, size: usize): void {
  const before = columnAt(column);
  store<usize>(columns + (usize(column) << 2), before ? heap.realloc(before, size) : heap.alloc(size));
}

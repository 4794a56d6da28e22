// The levels of nesting that are open, the document being the first one.
import { Key } from '../numbers';
import { combine, hashA, hashB } from './hash.as';
import { clear } from './record.as';

/** What a level is in JSON. */
export enum Kind {
  object = 1,
  list = 2,
}

/** What it is to the item. */
export enum Role {
  /** Nothing but a part of the content. */
  plain,
  item,
  relationships,
  relationship,
  tags,
  /** The list of items. */
  items,
  /** The document around the list. */
  envelope,
}

/** One level. */
@unmanaged
export class Level {
  kind: Kind;
  role: Role;
  /** How many values it has so far. */
  count: u32;
  /**
   * Of an object: which spellings of a tag's key (bits 0 to 4) and value (5 to 9) it has, and of an item whether it has tags (17) and
   * relationships (18). Of a list: whether all its values are tags (0).
   */
  bits: u32;
  /** Hash of the values without regard to their order, and in their order. */
  sumA: u32;
  sumB: u32;
  foldA: u32;
  foldB: u32;
  /** The hash and the number of the key whose value is being read. */
  keyA: u32;
  keyB: u32;
  field: Key;
  unused: u32;

  /** Adds the last hash, without regard to the order. */
  @inline
  add(): void {
    this.sumA += hashA;
    this.sumB += hashB;
  }

  /** Adds the hash of a value of an object, under its key. */
  @inline
  addField(a: u32, b: u32): void {
    combine(this.keyA, this.keyB, a, b);
    this.add();
  }

  /** Adds the hash of a value of a list. */
  @inline
  addElement(a: u32, b: u32): void {
    combine(3, 3, a, b);
    this.add();
    combine(this.foldA, this.foldB, a, b);
    this.foldA = hashA;
    this.foldB = hashB;
  }

  /** Notes that the field that is being read is a tag's key or value. */
  @inline
  noteTagField(isString: bool): void {
    const field = this.field;
    if (field >= Key.firstTagKey && field <= Key.lastTagKey) {
      if (isString) this.bits |= 1 << (field - Key.firstTagKey);
    } else if (field == Key.lastTagValue) this.bits |= 0b11 << 8;
    else if (field >= Key.firstTagValue && field < Key.lastTagValue) this.bits |= 1 << (5 + field - Key.firstTagValue);
  }

  /** Whether an object is a tag: it has nothing but a key and a value of one spelling. */
  @inline
  isTag(): bool {
    return this.count == 2 && (this.bits & 31 & (this.bits >> 5)) != 0;
  }
}

const levelSize: usize = 48;

/** How deep JSON may be nested at most. */
export const deepest: u32 = 1000;

const levels: usize = memory.data(48 * 1004, 16);

@inline
export function levelAt(depth: u32): Level {
  return changetype<Level>(levels + usize(depth) * levelSize);
}

/** Makes a level anew. */
@inline
export function openLevel(depth: u32, kind: Kind, role: Role): void {
  const level = levelAt(depth);
  clear(changetype<usize>(level), 0, levelSize);
  level.kind = kind;
  level.role = role;
  level.bits = kind == Kind.list ? 1 : 0;
}

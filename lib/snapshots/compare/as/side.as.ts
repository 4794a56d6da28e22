// The two sides of a comparison, each a piece of memory that the modules beside this one read and set.
import { Input, isBlank } from '../../../documents/scanner/as/input.as';

// One side: an `Input`, then where the item begins that is being read, the state, and whether no more will come.
export const LENGTH: usize = offsetof<Input>('length'), POS: usize = offsetof<Input>('pos'), START: usize = 24, STATE: usize = 28, WHOLE: usize = 32;
// Of the item that is being read: levels of nesting, whether an escape or a string goes on; and by their distance from its beginning, the
// four texts of its identity, the last text of its own fields (and whether that is a value for sure), and the last backslash.
export const DEPTH: usize = 36, ESCAPED: usize = 40, TEXT: usize = 48, PENDING: usize = 56, FIELDS: usize = 60, TEXT_AT: usize = 92, IS_VALUE: usize = 96, BACKSLASH: usize = 100;
const SIDE: usize = 112;
const sides: usize = memory.data(2 * 112, 16);
export const A: usize = sides, B: usize = sides + SIDE;

// STATE: before the first item, between items, in one, behind the last, and behind a comma.
export const FIRST: u32 = 0, BETWEEN: u32 = 1, IN_ITEM: u32 = 2, BEHIND: u32 = 3, AFTER_COMMA: u32 = 4;
// The texts of an identity, by number: each is two words at FIELDS, where it begins and where it ends.
export const TYPE_FIELD: u32 = 1, ID_FIELD: u32 = 2, ACCOUNT_FIELD: u32 = 3, REGION_FIELD: u32 = 4;
// PENDING: the key of the field of this number was read, or (more by IN_VALUE) its value has begun; or one of them is written as we do not
// read it.
export const NONE: u32 = 0, IN_VALUE: u32 = 4, UNREADABLE: u32 = 9;

for (let side = A; side <= B; side += SIDE) {
  memory.fill(side, 0, SIDE);
  inputOf(side).begin();
}

@inline
export function inputOf(side: usize): Input { return changetype<Input>(side); }

@inline
export function sideOf(number: u32): usize { return number ? B : A; }

@inline
export function fieldAt(side: usize, field: u32): usize { return side + FIELDS + (usize(field - 1) << 3); }

/** To the next item, or behind the last one: gives the new state, or BETWEEN where more is needed, or FIRST where it is no such list. */
export function toItem(side: usize): u32 {
  const input = inputOf(side).at;
  const length = load<u32>(side, LENGTH);
  let pos = load<u32>(side, POS);
  let state = load<u32>(side, STATE);
  for (; pos < length; pos++) {
    const byte: u32 = load<u8>(input + pos);
    if (isBlank(byte)) continue;
    if (byte == 0x2c && state == BETWEEN) {
      state = AFTER_COMMA;
    } else if (byte == 0x5d && state != AFTER_COMMA) {
      store<u32>(side, pos + 1, POS);
      store<u32>(side, BEHIND, STATE);
      return BEHIND;
    } else if (byte == 0x7b && state != BETWEEN) {
      store<u32>(side, pos, POS);
      store<u32>(side, pos, START);
      store<u32>(side, IN_ITEM, STATE);
      memory.fill(side + DEPTH, 0, SIDE - DEPTH);
      return IN_ITEM;
    } else return FIRST;
  }
  store<u32>(side, pos, POS);
  store<u32>(side, state, STATE);
  return load<u32>(side, WHOLE) ? FIRST : BETWEEN;
}

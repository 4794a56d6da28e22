// The identity of an item as a number: of account, Region, type and id.
import { fieldAt, inputOf, NONE, PENDING, REGION_FIELD, START, TYPE_FIELD } from './side.as';

// Another one for each comparison, so that nobody can write items that all fall into one slot.
let secret: u64 = 0;

export function setSecret(low: u32, high: u32): void {
  secret = (u64(high) << 32) | low;
}

/** Of account, Region, type, whatever its case, and id; 0 where it has not all of them in the plain form. */
export function identity(side: usize): u64 {
  if (load<u32>(side, PENDING) != NONE) return 0;
  const item = inputOf(side).at + load<u32>(side, START);
  let hash: u64 = 0xcbf29ce484222325 ^ secret;
  for (let field = TYPE_FIELD; field <= REGION_FIELD; field++) {
    const at = load<u32>(fieldAt(side, field)), end = load<u32>(fieldAt(side, field), 4);
    // What an item does not tell is told by others: its zone, its ARN, the key of the document.
    if (at == 0 || at == end) return 0;
    const isType = field == TYPE_FIELD;
    for (let text = at; text < end; text++) {
      const byte: u64 = load<u8>(item + text);
      if (byte == 0x5c || (isType && byte >= 0x80)) return 0;
      hash = (hash ^ (isType && byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte)) * 0x100000001b3;
    }
    hash = (hash ^ 0x22) * 0x100000001b3;
  }
  hash = (hash ^ (hash >> 32)) * 0x9e3779b97f4a7c15;
  hash ^= hash >> 29;
  return hash ? hash : 1;
}

/** @typedef {'vpc' | keyof typeof shares} Kind A kind of which a cell has a number of its own. */

/** Share of each kind in a cell; what is left over are alarms. Even numbers, so that halves fall to the two VPCs. */
const shares = {
  subnet: 0.005,
  group: 0.04,
  instance: 0.2,
  interface: 0.2,
  volume: 0.2,
  role: 0.08,
  function: 0.19,
  bucket: 0.03,
};

/** Names the resources of a cell by kind and number alone, so that each item can tell its relations without the others. */
export class Cell {
  #seed;
  #cellSeed;

  /** @param {number} seed @param {number} number among the cells @param {number} size how many resources it has */
  constructor(seed, number, size) {
    this.#seed = Math.imul(seed, 0x9e3779b1) >>> 0;
    this.#cellSeed = (this.#seed ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0;
    this.number = number;
    this.size = size;
    const many = Object.entries(shares).map(([kind, share]) => [kind, Math.max(2, Math.floor((size * share) / 2) * 2)]);
    this.counts = /** @type {Record<Kind, number>} */ ({ vpc: 2, ...Object.fromEntries(many) });
  }

  /** Every resource of the cell as its kind and number, mixed: real files have no order. */
  resources() {
    /** @type {[kind: Kind | 'alarm', at: number][]} */
    const all = [];
    const kinds = /** @type {Kind[]} */ (Object.keys(this.counts));
    for (const kind of [...kinds, /** @type {const} */ ('alarm')]) {
      const left = this.size - all.length;
      const many = kind === 'alarm' ? left : Math.min(left, this.counts[kind]);
      for (let at = 0; at < many; at++) all.push([kind, at]);
    }
    for (let last = all.length - 1; last > 0; last--) {
      const other = this.number32('order', last) % (last + 1);
      const [one, two] = [all[last], all[other]];
      if (one && two) [all[last], all[other]] = [two, one];
    }
    return all;
  }

  /** A number from 0 to 2^32 that follows from the seed, the cell, and what it is for. @param {string} purpose @param {number} at */
  number32(purpose, at) {
    return mixed(this.#cellSeed ^ Math.imul(at + 1, 0xc2b2ae35), purpose);
  }

  /**
   * One of `choices`.
   * @template Choice
   * @param {string} purpose
   * @param {number} at
   * @param {readonly [Choice, ...Choice[]]} choices
   */
  pick(purpose, at, choices) {
    return choices[this.number32(purpose, at) % choices.length] ?? choices[0];
  }

  /** @param {string} purpose @param {number} at @param {number} length */
  hex(purpose, at, length) {
    let digits = '';
    for (let part = 0; digits.length < length; part++) digits += hex32(this.number32(purpose, at + part * 0x1000000));
    return digits.slice(0, length);
  }

  /** @param {string} purpose @param {number} at @param {number} bytes */
  base64(purpose, at, bytes) {
    return Buffer.from(this.hex(purpose, at, bytes * 2), 'hex').toString('base64');
  }

  /** An id as EC2 makes them: 17 hex digits. `number` is that of another cell, for what lies there. @param {string} prefix @param {number} at @param {number} [number] */
  ec2Id(prefix, at, number = this.number) {
    return `${prefix}-0${this.hex64(prefix, at, number)}`;
  }

  /**
   * Sixteen hex digits that look like chance, though no two resources of one purpose have the same: rounds of a Feistel cipher.
   * @param {string} purpose
   * @param {number} at
   * @param {number} [number] of the cell
   */
  hex64(purpose, at, number = this.number) {
    let [left, right] = [number, at];
    for (let round = 1; round <= 4; round++) {
      [left, right] = [right, (left ^ mixed(this.#seed ^ Math.imul(right + round, 0xc2b2ae35), purpose)) >>> 0];
    }
    return hex32(left) + hex32(right);
  }

  /** @param {string} purpose @param {number} at */
  uuid(purpose, at) {
    const digits = this.hex(purpose, at, 32);
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
  }

  /** Numbers of the `kind` whose owner among `owners` is the one at `at`. @param {Kind} kind @param {number} owners @param {number} at */
  members(kind, owners, at) {
    /** @type {number[]} */
    const numbers = [];
    for (let member = at; member < this.counts[kind]; member += owners) numbers.push(member);
    return numbers;
  }
}

// Quicker by half than toString and padStart, and ids are most of an item.
const hexOf16 = Array.from({ length: 0x10000 }, (_, number) => number.toString(16).padStart(4, '0'));
/** @param {number} number */
const hex32 = (number) => `${hexOf16[number >>> 16]}${hexOf16[number & 0xffff]}`;

/** @type {Map<string, number>} */
const purposes = new Map();

/** @param {number} state @param {string} purpose */
function mixed(state, purpose) {
  let own = purposes.get(purpose);
  if (own === undefined) {
    own = 0x811c9dc5;
    for (let index = 0; index < purpose.length; index++) own = Math.imul(own ^ purpose.charCodeAt(index), 0x01000193);
    purposes.set(purpose, own);
  }
  let hash = Math.imul(state ^ own, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

import { shapes } from './shapes.mjs';

/** Items of one cell: two VPCs with what lies in them, each VPC a hub of about 5,000 members in a full cell. */
const cellSize = 20_000;

/** Share of each kind in a cell; what is left over are alarms. Even numbers, so that halves fall to the two VPCs. */
const shares = {
  subnet: 0.005,
  group: 0.04,
  instance: 0.24,
  interface: 0.24,
  volume: 0.25,
  role: 0.05,
  function: 0.1,
  bucket: 0.05,
};

/**
 * Made-up configuration items, realistic in size (2.4 KB on average), shape and relationships, equal for equal arguments.
 * They come one by one: any `count` fits in memory. From 20,000 on there are hubs of about 5,000 members.
 *
 * @param {{ seed?: number, count: number }} options
 * @returns {Generator<import('../lib/items/configuration-item').ConfigurationItem>}
 */
export function* generateItems({ seed = 1, count }) {
  for (let cell = 0, left = count; left > 0; cell++, left -= cellSize) {
    yield* cellItems(new Cell(seed, cell, Math.min(left, cellSize)));
  }
}

function* cellItems(cell) {
  let left = cell.size;
  for (const kind of ['vpc', ...Object.keys(shares), 'alarm']) {
    const many = Math.min(left, kind === 'alarm' ? left : cell.counts[kind]);
    for (let at = 0; at < many; at++) yield shapes[kind](cell, at);
    left -= many;
  }
}

/** Names the resources of a cell by kind and number alone, so that each item can tell its relations without the others. */
export class Cell {
  #seed;

  constructor(seed, number, size) {
    this.#seed = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0;
    this.number = number;
    this.size = size;
    this.counts = { vpc: 2 };
    for (const [kind, share] of Object.entries(shares))
      this.counts[kind] = Math.max(2, Math.floor((size * share) / 2) * 2);
  }

  /** A number from 0 to 2^32 that follows from the seed, the cell, and what it is for. */
  number32(purpose, at) {
    let hash = this.#seed ^ Math.imul(at + 1, 0xc2b2ae35);
    for (let index = 0; index < purpose.length; index++) hash = Math.imul(hash ^ purpose.charCodeAt(index), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  }

  /** One of `choices`. */
  pick(purpose, at, choices) {
    return choices[this.number32(purpose, at) % choices.length];
  }

  hex(purpose, at, length) {
    let digits = '';
    for (let part = 0; digits.length < length; part++) {
      digits += this.number32(`${purpose}${part}`, at).toString(16).padStart(8, '0');
    }
    return digits.slice(0, length);
  }

  /** An id as EC2 makes them: 17 hex digits. The cell and the number stand in it, so that no two are the same. */
  ec2Id(prefix, at) {
    return `${prefix}-0${this.hex(prefix, at, 6)}${this.number.toString(16).padStart(4, '0')}${at.toString(16).padStart(6, '0')}`;
  }

  uuid(purpose, at) {
    const digits = this.hex(purpose, at, 32);
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
  }

  /** Numbers of the `kind` whose owner among `owners` is the one at `at`. */
  members(kind, owners, at) {
    const numbers = [];
    for (let member = at; member < this.counts[kind]; member += owners) numbers.push(member);
    return numbers;
  }
}

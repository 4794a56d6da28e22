import { Cell } from './shapes/cell.mjs';
import { shapes } from './shapes.mjs';

/** Items of one cell: two VPCs with what lies in them, each VPC a hub of about 5,000 members in a full cell. */
const cellSize = 24_000;

/**
 * Made-up configuration items, equal for equal arguments and realistic in size (2.4 KB on average), in what they hold (gzip packs
 * them 6.5:1) and in relationships. They come one by one: any `count` fits in memory. From 24,000 on there are hubs of about 5,000
 * members and items of up to 700 KB; from 100,000 on there is one hub of 20,000.
 *
 * @param {{ seed?: number, count: number }} options
 * @returns {Generator<import('../lib/items/configuration-item').ConfigurationItem>}
 */
export function* generateItems({ seed = 1, count }) {
  for (let number = 0, left = count; left > 0; number++, left -= cellSize) {
    const cell = new Cell(seed, number, Math.min(left, cellSize));
    for (const [kind, at] of cell.resources()) yield shapes[kind](cell, at);
  }
}

import { randomBytes } from 'node:crypto';
import { streamingDiffBytes } from './as/streaming-diff-bytes';
import { DiffStop } from './numbers';

/** What as/streaming-diff.as.ts exports. */
interface Exports {
  memory: WebAssembly.Memory;
  setSecret(low: number, high: number): void;
  reserve(side: number, size: number): number;
  written(side: number, size: number): void;
  skipHead(side: number, size: number): void;
  end(side: number): void;
  scanA(): DiffStop;
  scanB(): DiffStop;
  getOutAt(): number;
  getOutLength(): number;
  getOutNumber(): number;
  getMatched(): number;
  getItems(): number;
  getOtherItems(): number;
  getWaiting(side: number): number;
  getRest(side: number): number;
  getRestLength(side: number): number;
  isBehind(side: number): number;
}

/** The earlier document is 0, the later one 1. */
export type SideNumber = 0 | 1;

/** An item of one document that does not stand in the other, byte for byte. Good until the reader asks for the next one. */
export interface UnmatchedItem {
  side: SideNumber;
  bytes: Uint8Array;
  /** Its number in its document. */
  number: number;
}

/** The documents are not two plain snapshots with much in common: each must be read by itself. */
export class TooDifferent extends Error {}

/** Bytes of what stands before and behind the list of items, and of a first piece that must hold the former. */
const mostAround = 4096;
const blank = '[ \\t\\r\\n]*';
const field = `(?!"configurationItems")"[ !#-[\\]-~]*"${blank}:${blank}"[ !#-[\\]-~]*"`;
const head = new RegExp(`^${blank}\\{${blank}(?:${field}${blank},${blank})*"configurationItems"${blank}:${blank}\\[`);
const tail = new RegExp(`^${blank}(?:,${blank}${field}${blank})*\\}${blank}$`);
/** Bytes of one item, and items of one document, that are read side by side. */
const [mostWaiting, mostItems] = [80 * 2 ** 20, 2_000_000];

let compiled: WebAssembly.Module | undefined;

/**
 * Two snapshots as their bytes come: finds the items that stand in both, byte for byte, without reading them, and hands out all others.
 * Only of these it is checked that they are JSON.
 *
 * @throws `TooDifferent` where a document is not in the plain form that AWS Config writes today, and where a resource is in one of them
 *   twice, or is told to be gone.
 */
export class StreamingDiff {
  readonly #wasm: Exports;
  /** What has come of a document that has not reached its items; undefined once it has. */
  readonly #heads: (Buffer | undefined)[] = [Buffer.alloc(0), Buffer.alloc(0)];

  constructor() {
    compiled ??= new WebAssembly.Module(Buffer.from(streamingDiffBytes, 'base64'));
    this.#wasm = new WebAssembly.Instance(compiled, {}).exports as unknown as Exports;
    const secret = randomBytes(8);
    this.#wasm.setSecret(secret.readInt32LE(0), secret.readInt32LE(4));
  }

  /** Items that stand in both. */
  get matched(): number {
    return this.#wasm.getMatched();
  }

  /** Items that were read, of both together. */
  get items(): number {
    return this.#wasm.getItems() + this.#wasm.getOtherItems();
  }

  /** Bytes of a side that are held, because they were not compared yet. */
  waiting(side: SideNumber): number {
    return this.#wasm.getWaiting(side);
  }

  /** Takes the next bytes of a document in. */
  push(side: SideNumber, chunk: Uint8Array): void {
    const wasm = this.#wasm;
    const to = wasm.reserve(side, chunk.length);
    new Uint8Array(wasm.memory.buffer).set(chunk, to);
    wasm.written(side, chunk.length);
    const begun = this.#heads[side];
    if (begun) this.#takeHead(side, Buffer.concat([begun, chunk.subarray(0, mostAround)]));
    if (wasm.isBehind(side) && wasm.getRestLength(side) > mostAround) throw new TooDifferent('Much follows the items.');
    if (wasm.getWaiting(side) > mostWaiting) throw new TooDifferent('An item is very large.');
  }

  #takeHead(side: SideNumber, begun: Buffer): void {
    const found = head.exec(begun.toString('latin1', 0, mostAround));
    this.#heads[side] = found ? undefined : begun;
    if (found) this.#wasm.skipHead(side, found[0].length);
    else if (begun.length >= mostAround) throw new TooDifferent('The document does not begin as a snapshot does.');
  }

  /** Says that a document has ended. */
  end(side: SideNumber): void {
    if (this.#heads[side]) throw new TooDifferent('The document does not begin as a snapshot does.');
    this.#wasm.end(side);
  }

  /** Compares what has come, and tells which document must go on; or that there is more to compare, where it is `due` to stop. */
  compare(
    found: (item: UnmatchedItem) => void,
    due: () => boolean,
  ): 'goes on' | 'wants earlier' | 'wants later' | 'compared' {
    const wasm = this.#wasm;
    if (this.#heads[0] || this.#heads[1]) return this.#heads[0] ? 'wants earlier' : 'wants later';
    if (wasm.scanA() === DiffStop.failed) throw new TooDifferent('The earlier document is not plain.');
    if (wasm.getItems() > mostItems) throw new TooDifferent('There are very many items.');
    for (;;) {
      const event = wasm.scanB();
      if (event === DiffStop.needsA) return 'wants earlier';
      if (event === DiffStop.needsB) return 'wants later';
      if (event === DiffStop.ended) return 'compared';
      if (event !== DiffStop.onlyInA && event !== DiffStop.onlyInB)
        throw new TooDifferent('The later document is not plain.');
      const bytes = new Uint8Array(wasm.memory.buffer, wasm.getOutAt(), wasm.getOutLength());
      found({ side: event === DiffStop.onlyInA ? 0 : 1, bytes, number: wasm.getOutNumber() });
      if (due()) return 'goes on';
    }
  }

  /** To be called when both have ended: checks what stands behind their items. */
  finish(): void {
    const wasm = this.#wasm;
    for (const side of [0, 1]) {
      const rest = Buffer.from(wasm.memory.buffer, wasm.getRest(side), wasm.getRestLength(side));
      if (rest.length > mostAround || !tail.test(rest.toString('latin1')))
        throw new TooDifferent('The document does not end as a snapshot does.');
    }
  }
}

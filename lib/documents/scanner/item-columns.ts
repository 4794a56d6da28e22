import { Column } from './numbers';

/** What is known of the items, as columns: item n is row n, strings are numbers of the string table (`none` where there is none). */
export interface ItemColumns {
  /** Bytes of each item in the document. */
  offset: Float64Array;
  length: Uint32Array;
  type: Uint32Array;
  id: Uint32Array;
  name: Uint32Array;
  region: Uint32Array;
  zone: Uint32Array;
  account: Uint32Array;
  status: Uint32Array;
  /** 1 where an item may hold a number that JavaScript writes in another way: all others are for `JSON.parse`. */
  rareNumber: Uint32Array;
  /** Epoch milliseconds. */
  captured: Float64Array;
  /** `configurationStateId` where it is a number (`stateNumber`); 0 where it is none, or is not told. */
  stateId: Float64Array;
  /** Two words for each item: `contentHash`. */
  hash: Uint32Array;
  /** The tags of item n are from `tagStart[n]` up to `tagStart[n + 1]`. */
  tagStart: Uint32Array;
  tagKey: Uint32Array;
  tagValue: Uint32Array;
  /** What item n names: edges from `edgeStart[n]` up to `edgeStart[n + 1]`. */
  edgeStart: Uint32Array;
  edgeType: Uint32Array;
  edgeId: Uint32Array;
  edgeName: Uint32Array;
  /** The relationship's own name. */
  edgeLabel: Uint32Array;
}

/** Where the scanner has its columns. */
interface ColumnMemory {
  memory: WebAssembly.Memory;
  columnAt(column: number): number;
}

/** The columns as they stand in the scanner's memory, each passed through `kept`. */
export function itemColumns(
  { memory, columnAt }: ColumnMemory,
  { items, tags, edges }: { items: number; tags: number; edges: number },
  kept: <Part extends { slice(): Part }>(part: Part) => Part,
): ItemColumns {
  const numbers = (name: Exclude<keyof typeof Column, 'count'>, length: number) =>
    kept(new Uint32Array(memory.buffer, columnAt(Column[name]), length));
  const doubles = (name: 'offset' | 'captured' | 'stateId') =>
    kept(new Float64Array(memory.buffer, columnAt(Column[name]), items));
  return {
    offset: doubles('offset'),
    length: numbers('length', items),
    type: numbers('type', items),
    id: numbers('id', items),
    name: numbers('name', items),
    region: numbers('region', items),
    zone: numbers('zone', items),
    account: numbers('account', items),
    status: numbers('status', items),
    rareNumber: numbers('rareNumber', items),
    captured: doubles('captured'),
    stateId: doubles('stateId'),
    hash: numbers('hash', 2 * items),
    tagStart: numbers('tagStart', items + 1),
    tagKey: numbers('tagKey', tags),
    tagValue: numbers('tagValue', tags),
    edgeStart: numbers('edgeStart', items + 1),
    edgeType: numbers('edgeType', edges),
    edgeId: numbers('edgeId', edges),
    edgeName: numbers('edgeName', edges),
    edgeLabel: numbers('edgeLabel', edges),
  };
}

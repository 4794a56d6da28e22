import { scannerBytes } from './as/scanner-bytes';
import type { EntryKind, Expected, Failure, Key, Stop } from './numbers';

/** What the scanner exports: as/scanner.as.ts and what it exports again tell the meaning. */
export interface ScannerExports {
  memory: WebAssembly.Memory;
  addKnownKey(hashA: number, hashB: number, size: number, key: Key): void;
  setMaxDepth(most: number): void;
  setTakesLines(on: boolean): void;
  setInterning(on: boolean): void;
  expectStrings(count: number, bytes: number): void;
  keepItems(maxItemBytes: number, expected: number): void;
  reserve(size: number): number;
  written(size: number): void;
  scan(): Stop;
  inputAt(): number;
  getBase(): number;
  getPos(): number;
  getLength(): number;
  getKept(): number;
  getFailure(): Failure;
  getExpected(): Expected;
  getKeyStart(): number;
  getKeyEnd(): number;
  getValueStart(): number;
  isListSeen(): number;
  isInToken(): number;
  getItemStart(): number;
  getItemLength(): number;
  isItemSlow(): number;
  hasRareNumber(): number;
  retell(hashA: number, hashB: number, captured: number, stateId: number): void;
  tellPlace(from: number, length: number): void;
  tellString(key: Key, number: number): void;
  tellEntry(kind: EntryKind, first: number, second: number, third: number, fourth: number): void;
  keep(): void;
  columnAt(column: number): number;
  getItems(): number;
  getTags(): number;
  getEdges(): number;
  scratchFor(size: number): number;
  internScratch(size: number): number;
  getHeap(): number;
  getHeapLength(): number;
  getStarts(): number;
  getStrings(): number;
  getSlots(): number;
  getSlotCount(): number;
}

let compiled: WebAssembly.Module | undefined;

/** A scanner with a memory of its own, for one document. */
export function startScanner(): ScannerExports {
  compiled ??= new WebAssembly.Module(Buffer.from(scannerBytes, 'base64'));
  return new WebAssembly.Instance(compiled, {}).exports as unknown as ScannerExports;
}

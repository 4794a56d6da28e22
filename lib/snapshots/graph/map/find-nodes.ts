import type { StringTable } from '../../../documents/scanner/string-table';
import { readArn } from '../../../items/read-arn';
import { none } from '../../index/columns';
import { findStrings } from '../../index/find-strings';
import { TimeSlicer } from '../../index/time-slicer';
import type { GraphNodes } from '../graph-nodes';
import type { NodeColumns } from '../node-columns';

/** How well a node fits, the best first. */
const [isIt, beginsWithIt, holdsIt, isTaggedWithIt] = [0, 1, 2, 3];
const fits = [isIt, beginsWithIt, holdsIt, isTaggedWithIt];

/** Nodes that were found, the best first, and how many there are in all. */
export interface FoundNodes {
  nodes: number[];
  total: number;
}

/**
 * Finds resources by a text in their id, name or the value of a tag, whatever the case, or by their ARN; those included that are only
 * referred to. First those that are called just so, then those whose id or name begins with it, then those that hold it, then those that are
 * tagged with it; each in the order of the file. `also` are items that are taken to be called so. In slices.
 */
export async function findNodes(
  nodes: GraphNodes,
  columns: NodeColumns,
  { text, also, limit }: { text: string; also: readonly number[]; limit: number },
): Promise<FoundNodes> {
  const { index } = nodes;
  const slicer = new TimeSlicer();
  const found = await findStrings(index.strings, text, slicer);
  const byArn = arnTest(nodes, text);
  if (!found && !byArn) return firstOf(also, columns, limit);
  const isAlso = new Uint8Array(index.itemCount);
  for (const item of also) isAlso[item] = 1;
  const exact = new StringFits(index.strings, text);
  const best: number[][] = fits.map(() => []);
  let total = 0;
  const take = (node: number, fit: number) => {
    total += 1;
    const equal = best[fit];
    if (equal && equal.length < limit) equal.push(node);
  };
  const { id, name, tagStart, tagValue, itemCount } = index;
  const holds = (string: number) => string !== none && found?.[string] === 1;
  await slicer.forRows(itemCount, (from, end) => {
    for (let item = from; item < end; item++) {
      if (columns.repeated[item] === 1) continue;
      if (isAlso[item] === 1) {
        take(item, isIt);
        continue;
      }
      const [itsId, itsName] = [id[item] ?? none, name[item] ?? none];
      const inId = holds(itsId);
      if (inId || holds(itsName)) {
        take(item, Math.min(inId ? exact.of(itsId) : holdsIt, holds(itsName) ? exact.of(itsName) : holdsIt));
      } else if (byArn?.(item)) {
        take(item, isIt);
      } else if (found) {
        const to = tagStart[item + 1] ?? 0;
        let at = tagStart[item] ?? 0;
        while (at < to && found[tagValue[at] ?? none] !== 1) at += 1;
        if (at < to) take(item, isTaggedWithIt);
      }
    }
    return undefined;
  });
  await slicer.forRows(columns.nodeCount - itemCount, (from, end) => {
    for (let at = from; at < end; at++) {
      const string = columns.referredId[at] ?? none;
      if (holds(string)) take(itemCount + at, exact.of(string));
    }
    return undefined;
  });
  return { nodes: best.flat().slice(0, limit), total };
}

/** Items that are no repeats, in the order of the file. */
function firstOf(items: readonly number[], { repeated }: NodeColumns, limit: number): FoundNodes {
  const nodes = [...new Set(items)].filter((item) => repeated[item] !== 1).sort((a, b) => a - b);
  return { nodes: nodes.slice(0, limit), total: nodes.length };
}

/** Tells of strings that hold a text whether they are it, or begin with it, whatever the case. */
class StringFits {
  readonly #strings: StringTable;
  readonly #text: string;
  /** Undefined where the text is not in ASCII: then strings are made of bytes to compare them. */
  readonly #bytes: Buffer | undefined;

  constructor(strings: StringTable, text: string) {
    this.#strings = strings;
    this.#text = text.toLowerCase();
    const bytes = Buffer.from(this.#text);
    this.#bytes = bytes.length === this.#text.length ? bytes : undefined;
  }

  of(string: number): number {
    if (!this.#bytes) return this.#ofLetters(this.#strings.get(string).toLowerCase());
    const { heap, starts } = this.#strings;
    const from = starts[string] ?? 0;
    for (let at = 0; at < this.#bytes.length; at++) {
      const byte = heap[from + at] ?? 0;
      if ((byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte) !== this.#bytes[at]) return holdsIt;
    }
    return (starts[string + 1] ?? 0) - from === this.#bytes.length ? isIt : beginsWithIt;
  }

  #ofLetters(its: string): number {
    if (its === this.#text) return isIt;
    return its.startsWith(this.#text) ? beginsWithIt : holdsIt;
  }
}

/** Whether an item is of the account and Region of an ARN, and has the id or name that the ARN ends in; undefined where the text is no ARN. */
function arnTest({ index, resolver }: GraphNodes, text: string): ((item: number) => boolean) | undefined {
  const arn = readArn(text);
  if (!arn) return undefined;
  const endings = new Set(arn.endings.map((ending) => index.strings.find(ending)).filter((string) => string >= 0));
  if (endings.size === 0) return undefined;
  const isIn = Array.from({ length: resolver.scopes.count }, (_, scope) => {
    const { accountId, region } = resolver.scopes.at(scope);
    return (arn.accountId === '' || arn.accountId === accountId) && (arn.region === '' || arn.region === region);
  });
  return (item) =>
    (endings.has(index.id[item] ?? none) || endings.has(index.name[item] ?? none)) &&
    isIn[index.scope[item] ?? none] === true;
}

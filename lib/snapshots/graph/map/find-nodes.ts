import { readArn } from '../../../items/read-arn';
import { none } from '../../index/columns';
import { findStrings, StringMatch } from '../../index/find-strings';
import { TimeSlicer } from '../../index/time-slicer';
import type { GraphNodes } from '../graph-nodes';
import type { NodeColumns } from '../node-columns';

/** How well a node fits, the best first. */
const [isIt, beginsWithIt, holdsIt, isTaggedWithIt] = [0, 1, 2, 3];
const fits = [isIt, beginsWithIt, holdsIt, isTaggedWithIt];

/** Of an id or a name. */
const fitOf = (match: StringMatch) =>
  match === StringMatch.is ? isIt : match === StringMatch.begins ? beginsWithIt : holdsIt;

/** Nodes that were found, the best first, and how many there are in all. */
export interface FoundNodes {
  nodes: number[];
  /** How well each of them fits, 0 for the best. */
  fits: number[];
  total: number;
}

interface Wanted {
  text: string;
  /** Items that are taken to be called so. */
  also: readonly number[];
  limit: number;
  /** Which nodes are looked at; all where it is absent. */
  admits?: ((node: number) => boolean) | undefined;
}

/**
 * Finds resources by a text in their id, name or the value of a tag, whatever the case, or by their ARN; those included that are only
 * referred to. First those that are called just so, then those whose id or name begins with it, then those that hold it, then those that are
 * tagged with it; each in the order of the file. In slices.
 */
export async function findNodes(
  nodes: GraphNodes,
  columns: NodeColumns,
  { text, also, limit, admits }: Wanted,
): Promise<FoundNodes> {
  const { index, names } = nodes;
  const slicer = new TimeSlicer();
  const found = await findStrings(index.strings, text, slicer);
  const byArn = arnTest(nodes, text);
  if (!found && !byArn) return firstOf(also, columns, { limit, admits });
  const isAlso = new Uint8Array(index.itemCount);
  for (const item of also) isAlso[item] = 1;
  const best: number[][] = fits.map(() => []);
  let total = 0;
  const take = (node: number, fit: number) => {
    if (admits?.(node) === false) return;
    total += 1;
    const equal = best[fit];
    if (equal && equal.length < limit) equal.push(node);
  };
  const { id, name, tagStart, tagValue, itemCount } = index;
  const matchOf = (string: number) => (string === none ? StringMatch.none : (found?.[string] ?? StringMatch.none));
  await slicer.forRows(itemCount, (from, end) => {
    for (let item = from; item < end; item++) {
      if (columns.notCurrent[item] === 1) continue;
      if (isAlso[item] === 1) {
        take(item, isIt);
        continue;
      }
      // A resource without a name is called as its tag says.
      const match = Math.max(matchOf(id[item] ?? none), matchOf(name[item] ?? none), matchOf(names.instead(item)));
      if (match > StringMatch.none) {
        take(item, fitOf(match));
      } else if (byArn?.(item)) {
        take(item, isIt);
      } else if (found) {
        const to = tagStart[item + 1] ?? 0;
        let at = tagStart[item] ?? 0;
        while (at < to && matchOf(tagValue[at] ?? none) === StringMatch.none) at += 1;
        if (at < to) take(item, isTaggedWithIt);
      }
    }
    return undefined;
  });
  await slicer.forRows(columns.nodeCount - itemCount, (from, end) => {
    for (let at = from; at < end; at++) {
      const match = matchOf(columns.referredId[at] ?? none);
      if (match > StringMatch.none) take(itemCount + at, fitOf(match));
    }
    return undefined;
  });
  const fitting = best.flatMap((nodesOfFit, fit) => nodesOfFit.map((node) => ({ node, fit }))).slice(0, limit);
  return { nodes: fitting.map(({ node }) => node), fits: fitting.map(({ fit }) => fit), total };
}

/** Current items, in the order of the file. */
function firstOf(
  items: readonly number[],
  { notCurrent }: NodeColumns,
  { limit, admits }: Pick<Wanted, 'limit' | 'admits'>,
): FoundNodes {
  const isWanted = (item: number) => notCurrent[item] !== 1 && admits?.(item) !== false;
  const all = [...new Set(items)].filter(isWanted).sort((a, b) => a - b);
  const nodes = all.slice(0, limit);
  return { nodes, fits: nodes.map(() => isIt), total: all.length };
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

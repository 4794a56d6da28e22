import { none } from '../index/columns';
import { edgeFrom, type SnapshotIndex } from '../index/snapshot-index';

export interface RelatedItem {
  direction: 'out' | 'in';
  /** As written; AWS ends many with a space. */
  name: string;
  resourceType: string;
  resourceId?: string;
  resourceName?: string;
  /** Of the other item, where it is in the file. */
  accountId?: string;
  region?: string;
  /** The other item's place in the file; absent where it is not in it. */
  index?: number;
}

/**
 * What an item names, and who names it without being named back (AWS mostly writes both directions: the item's own word is then
 * enough). At most `limit` of `total`.
 */
export function relatedItems(
  index: SnapshotIndex,
  itemIndex: number,
  limit: number,
): { related: RelatedItem[]; total: number } {
  const { strings } = index;
  const text = (number: number | undefined) =>
    number === undefined || number === none ? undefined : strings.get(number);
  const at = (other: number) => ({ accountId: text(index.account[other]), region: text(index.region[other]) });
  const related: RelatedItem[] = [];
  const named = new Set<number>();
  let total = 0;
  for (let edge = index.edgeStart[itemIndex] ?? 0; edge < (index.edgeStart[itemIndex + 1] ?? 0); edge++) {
    const to = index.edgeTo[edge] ?? -1;
    if (to >= 0) named.add(to);
    if (total++ >= limit) continue;
    related.push({
      direction: 'out',
      name: text(index.edgeLabel[edge]) ?? '',
      resourceType: text(index.edgeType[edge]) ?? '',
      resourceId: text(index.edgeId[edge]),
      resourceName: text(index.edgeName[edge]),
      ...(to >= 0 && at(to)),
      index: to >= 0 ? to : undefined,
    });
  }
  for (let place = index.inStart[itemIndex] ?? 0; place < (index.inStart[itemIndex + 1] ?? 0); place++) {
    const edge = index.inEdge[place] ?? 0;
    const from = edgeFrom(index, edge);
    if (named.has(from) || total++ >= limit) continue;
    related.push({
      direction: 'in',
      name: text(index.edgeLabel[edge]) ?? '',
      resourceType: text(index.type[from]) ?? '',
      resourceId: text(index.id[from]),
      resourceName: text(index.name[from]),
      ...at(from),
      index: from,
    });
  }
  return { related, total };
}

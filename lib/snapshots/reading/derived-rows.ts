import { derivedEdges } from '../../items/derived-edges';
import type { DocumentItem } from '../../items/form/read-item';
import type { SnapshotReader } from './snapshot-reader';

/** What an item's configuration tells beyond its relationships, as rows of what it is related to. */
export async function derivedRows(opened: SnapshotReader, itemIndex: number, item: DocumentItem, most: number) {
  const rows = await Promise.all(
    derivedEdges(item)
      .slice(0, most)
      .map(async (edge) => {
        const { arn, ifPresent, ...shown } = edge;
        const found = await opened.find(edge, itemIndex);
        if (!found && ifPresent) return [];
        return {
          ...shown,
          direction: 'out' as const,
          ...(found && { accountId: found.identity.accountId, region: found.identity.region }),
          index: found?.itemIndex,
          derived: true as const,
        };
      }),
  );
  return rows.flat();
}

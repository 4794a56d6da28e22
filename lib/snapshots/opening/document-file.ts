import { columnsOfMap, type MapNames, mapOfColumns } from '../graph/map/tree/network-map-columns';
import { readIndexFile, writeIndexFile } from '../index/index-file';
import type { IndexedSnapshot, SnapshotMetadata } from '../reading/indexed-snapshot';

/** What of an opened document outlasts the process. */
export type KeptDocument = Omit<IndexedSnapshot, 'copy'>;

interface Header {
  metadata: SnapshotMetadata;
  names: MapNames;
}

/** Writes a document with its index and map. The file is whole or not there. */
export async function writeDocumentFile(path: string, { index, metadata, map }: KeptDocument): Promise<void> {
  const { columns, names } = columnsOfMap(map);
  const header: Header = { metadata, names };
  await writeIndexFile(path, index, header, columns);
}

/** Reads what `writeDocumentFile` wrote; undefined where there is no such file, or it is broken, of another version or made by other rules. */
export async function readDocumentFile(path: string): Promise<KeptDocument | undefined> {
  const read = await readIndexFile(path);
  if (!read) return undefined;
  const { metadata, names } = read.metadata as Header;
  const map = mapOfColumns(read.further, names);
  return map && { index: read.index, metadata, map };
}

'use client';
import Icon from '@cloudscape-design/components/icon';
import Link from '@cloudscape-design/components/link';
import type { TableProps } from '@cloudscape-design/components/table';
import { RouteLink } from '@/components/layout/route-link';
import { ByteSize } from '@/components/ui/byte-size';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { FolderView, ObjectRow } from '@/lib/api/contract/buckets';
import { CopyUri } from './copy-uri';
import { shownName } from './folder-trail';
import { KindBadge } from './kind-badge';
import { storageClassColumn } from './storage-class-column';
import { folderHref, objectHref } from './urls';

/** One row of a folder's table. `path` is the prefix of a folder, the key of an object. */
export interface FolderRow {
  path: string;
  name: string;
  object?: ObjectRow;
  storageClass?: string;
}

/** Folders first, then objects, each in the server's order. */
export function folderRows({ folders, objects }: FolderView): FolderRow[] {
  return [
    ...folders.map(({ prefix, name }) => ({ path: prefix, name })),
    ...objects.map((object) => ({ path: object.key, name: object.name, object, storageClass: object.storageClass })),
  ];
}

/** The columns of a folder in `bucket`; `follow` opens another folder on the same page. */
export function folderColumns(
  bucket: string,
  rows: readonly FolderRow[],
  follow: (event: { preventDefault(): void; detail: { href?: string } }) => void,
): TableProps.ColumnDefinition<FolderRow>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      isRowHeader: true,
      minWidth: 280,
      cell: ({ path, name, object }) => (
        <div style={{ display: 'flex', gap: 6, alignItems: 'baseline' }}>
          <Icon name={object ? 'file' : 'folder'} />
          <span style={{ wordBreak: 'break-all' }}>
            {object ? (
              <RouteLink href={objectHref(bucket, path)}>{shownName(name)}</RouteLink>
            ) : (
              <Link href={folderHref({ bucket, prefix: path })} onFollow={follow}>
                {shownName(name)}/
              </Link>
            )}
          </span>
        </div>
      ),
    },
    { id: 'kind', header: 'Kind', cell: ({ object }) => (object ? <KindBadge kind={object.kind} /> : 'Folder') },
    { id: 'size', header: 'Size', cell: ({ object }) => (object ? <ByteSize bytes={object.size} compact /> : '–') },
    ...storageClassColumn(rows),
    {
      id: 'modified',
      header: 'Last modified',
      cell: ({ object }) => (object ? <UtcTime value={object.lastModified} /> : '–'),
    },
    {
      id: 'uri',
      header: 'URI',
      cell: ({ path }) => <CopyUri bucket={bucket} path={path} variant="icon" />,
    },
  ];
}

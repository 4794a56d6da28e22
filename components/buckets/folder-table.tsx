'use client';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { countText } from '@/components/ui/bytes';
import { EmptyState } from '@/components/ui/table/empty-state';
import { TokenPaging } from '@/components/ui/table/token-paging';
import { useTyped } from '@/components/ui/use-typed';
import type { FolderView } from '@/lib/api/contract/buckets';
import { folderColumns, folderRows } from './folder-rows';

interface FolderTableProps {
  bucket: string;
  prefix: string;
  filter: string;
  token?: string;
  /** Absent while it is being listed. */
  view?: FolderView;
  onFilter: (text: string) => void;
  onPage: (token: string | undefined) => void;
  onFollow: (event: { preventDefault(): void; detail: { href?: string } }) => void;
}

/** What lies in a folder: folders, then objects, a page at a time. */
export function FolderTable({ bucket, prefix, filter, token, view, onFilter, onPage, onFollow }: FolderTableProps) {
  const [typed, type] = useTyped(filter, onFilter);
  const rows = view ? folderRows(view) : [];
  const many = view?.nextToken || token;
  const counter = view && `(${countText(rows.length)}${many ? ' on this page' : ''})`;
  return (
    <Table
      variant="container"
      ariaLabels={{ tableLabel: `Folders and objects in ${bucket}/${prefix}` }}
      header={<Header counter={counter}>Objects</Header>}
      filter={
        <TextFilter
          filteringText={typed}
          filteringPlaceholder="Find by prefix in this folder"
          filteringAriaLabel="Find by prefix in this folder"
          countText={filter && view ? `${countText(rows.length)} found` : undefined}
          onChange={({ detail }) => type(detail.filteringText)}
        />
      }
      pagination={<TokenPaging token={token} nextToken={view?.nextToken} onGo={onPage} />}
      items={rows}
      trackBy="path"
      wrapLines
      loading={!view}
      loadingText="Listing the folder"
      columnDefinitions={folderColumns(bucket, rows, onFollow)}
      empty={
        filter ? (
          <EmptyState
            title={`Nothing here starts with “${filter}”`}
            action={<Button onClick={() => type('')}>Clear the filter</Button>}
          >
            The filter matches the beginning of names in this folder. It is case-sensitive.
          </EmptyState>
        ) : (
          <EmptyState title={prefix ? 'This folder is empty' : 'This bucket is empty'}>
            {prefix ? 'A folder exists only while an object is in it.' : 'The first delivered snapshot appears here.'}
          </EmptyState>
        )
      }
    />
  );
}

'use client';
import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { countText } from '../bytes';

/** What of a request the table itself shows and changes. */
interface PageRequest {
  sort?: string;
  order: 'asc' | 'desc';
  page: number;
  pageSize: number;
}

interface PagedTableProps<Row> extends TableProps<Row> {
  title: string;
  /** What a row is, in the plural: `resources`. */
  things: string;
  request: PageRequest;
  pageSizes: readonly number[];
  /** Absent until the first answer. */
  total: number | undefined;
  /** Behind the title, in place of the total. */
  counter?: string;
  /** The rows are those of the last question; the answer to this one is on its way. */
  updating: boolean;
  /** A change starts on page 1, unless it names one. `sort` is a `sortingField`. */
  onRequest: (part: Partial<PageRequest>) => void;
}

/** A table of which the server has one page ready at a time, sorted by it too. */
export function PagedTable<Row>({
  title,
  things,
  request,
  pageSizes,
  total,
  counter,
  updating,
  onRequest,
  ...table
}: PagedTableProps<Row>) {
  const { sort, order, page, pageSize } = request;
  const pages = Math.max(1, Math.ceil((total ?? 0) / pageSize));
  return (
    <Table
      {...table}
      wrapLines
      header={
        <Header
          variant="h2"
          counter={total === undefined ? undefined : (counter ?? `(${countText(total)})`)}
          info={updating && <StatusIndicator type="loading">Updating</StatusIndicator>}
        >
          {title}
        </Header>
      }
      sortingColumn={sort === undefined ? undefined : table.columnDefinitions.find((one) => one.sortingField === sort)}
      sortingDescending={order === 'desc'}
      onSortingChange={({ detail }) =>
        onRequest({
          sort: detail.sortingColumn.sortingField,
          order: detail.isDescending ? 'desc' : 'asc',
          page: 1,
        })
      }
      pagination={
        <Pagination
          currentPageIndex={Math.min(page, pages)}
          pagesCount={pages}
          disabled={table.loading}
          onChange={({ detail }) => onRequest({ page: detail.currentPageIndex })}
          ariaLabels={{
            paginationLabel: `Pages of ${things}`,
            nextPageLabel: 'Next page',
            previousPageLabel: 'Previous page',
            pageLabel: (number) => `Page ${number}`,
          }}
        />
      }
      preferences={
        <CollectionPreferences
          title="Preferences"
          confirmLabel="Confirm"
          cancelLabel="Cancel"
          preferences={{ pageSize }}
          pageSizePreference={{
            title: 'Page size',
            options: pageSizes.map((value) => ({ value, label: `${value} ${things}` })),
          }}
          onConfirm={({ detail }) => detail.pageSize && onRequest({ pageSize: detail.pageSize, page: 1 })}
        />
      }
      ariaLabels={{ tableLabel: title, ...table.ariaLabels } as TableProps.AriaLabels<Row>}
    />
  );
}

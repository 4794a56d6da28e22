'use client';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState } from 'react';
import { RouteLink } from '@/components/layout/route-link';
import { countText } from '@/components/ui/bytes';
import { ResourceName } from '@/components/ui/resource-name';
import { EmptyState } from '@/components/ui/table/empty-state';
import { TypeName } from '@/components/ui/type-name';
import type { ComparisonView } from '@/lib/api/contract/comparison';
import { nameInScope } from '@/lib/items/shown-scopes';
import { scopeColumns } from '../page/scope-columns';
import { viewHref } from '../page/view-state';
import type { CompareState, Difference } from './compare-url';
import { ComparedItem } from './compared-item';

type Row = ComparisonView['rows'][number];

const words: Record<Difference, { text: string; type: StatusIndicatorProps.Type }> = {
  added: { text: 'Added', type: 'success' },
  removed: { text: 'Removed', type: 'error' },
  changed: { text: 'Changed', type: 'info' },
  unchanged: { text: 'Unchanged', type: 'stopped' },
};

interface CompareTableProps {
  state: CompareState;
  view: ComparisonView;
  onChange(changes: Partial<CompareState>): void;
}

/** The resources that differ; below, what changed of the chosen one. */
export function CompareTable({ state, view, onChange }: CompareTableProps) {
  const [chosen, setChosen] = useState<Row>();
  const [typed, setTyped] = useState(state.search);
  const { counts } = view;
  const shown = { accounts: view.severalAccounts, regions: view.severalRegions };
  const nameOf = (row: Row) => nameInScope(row.resourceId, row, shown);
  const all = counts.added + counts.removed + counts.changed;
  const link = (key: string, itemIndex: number | undefined, text: string) =>
    itemIndex === undefined ? (
      ''
    ) : (
      <RouteLink href={viewHref({ bucket: state.bucket, key, item: itemIndex })}>{text}</RouteLink>
    );
  return (
    <SpaceBetween size="l">
      <Table
        variant="container"
        wrapLines
        ariaLabels={{
          tableLabel: 'Differences',
          selectionGroupLabel: 'Show what changed',
          itemSelectionLabel: (_, row) => `Show what changed of ${nameOf(row)}`,
        }}
        header={<Header counter={`(${countText(view.total)})`}>Differences</Header>}
        filter={
          <SpaceBetween direction="horizontal" size="m">
            <SegmentedControl
              label="Kinds of differences"
              selectedId={state.kinds[0] ?? 'all'}
              options={[
                { id: 'all', text: `All (${countText(all)})` },
                ...(['added', 'removed', 'changed', 'unchanged'] as const).map((kind) => ({
                  id: kind,
                  text: `${words[kind].text} (${countText(counts[kind])})`,
                })),
              ]}
              onChange={({ detail }) =>
                onChange({ kinds: detail.selectedId === 'all' ? [] : [detail.selectedId as Difference] })
              }
            />
            <TextFilter
              filteringText={typed}
              filteringPlaceholder="Find by type, ID or name"
              filteringAriaLabel="Find differences by type, ID or name"
              onChange={({ detail }) => setTyped(detail.filteringText)}
              onDelayedChange={({ detail }) => onChange({ search: detail.filteringText.slice(0, 256) })}
            />
          </SpaceBetween>
        }
        pagination={
          <Pagination
            currentPageIndex={state.page}
            pagesCount={Math.max(1, Math.ceil(view.total / view.pageSize))}
            onChange={({ detail }) => onChange({ page: detail.currentPageIndex })}
            ariaLabels={{
              nextPageLabel: 'Next page',
              previousPageLabel: 'Previous page',
              pageLabel: (page) => `Page ${page}`,
            }}
          />
        }
        items={view.rows}
        trackBy={(row) => `${row.before ?? ''}/${row.after ?? ''}`}
        selectionType="single"
        selectedItems={chosen ? [chosen] : []}
        isItemDisabled={({ difference }) => difference !== 'changed'}
        onSelectionChange={({ detail }) => setChosen(detail.selectedItems[0])}
        columnDefinitions={[
          {
            id: 'difference',
            header: 'Difference',
            minWidth: 150,
            cell: ({ difference }) => (
              <StatusIndicator type={words[difference].type}>{words[difference].text}</StatusIndicator>
            ),
          },
          { id: 'type', header: 'Type', minWidth: 200, cell: ({ resourceType }) => <TypeName type={resourceType} /> },
          { id: 'id', header: 'ID', isRowHeader: true, minWidth: 220, cell: ({ resourceId }) => resourceId },
          ...scopeColumns<Row>(shown),
          {
            id: 'name',
            header: 'Name',
            minWidth: 120,
            cell: ({ resourceName, nameTag }) => <ResourceName name={resourceName} nameTag={nameTag} />,
          },
          {
            id: 'items',
            header: 'Items',
            minWidth: 130,
            cell: ({ before, after }) => (
              <SpaceBetween direction="horizontal" size="xs">
                {link(state.key, before, 'Earlier')}
                {link(state.otherKey, after, 'Later')}
              </SpaceBetween>
            ),
          },
        ]}
        empty={
          <EmptyState title="No differences">The snapshots have the same resources, within this filter.</EmptyState>
        }
      />
      {chosen?.before !== undefined && chosen.after !== undefined && (
        <ComparedItem state={state} name={nameOf(chosen)} before={chosen.before} after={chosen.after} />
      )}
    </SpaceBetween>
  );
}

'use client';
import { useCollection } from '@cloudscape-design/collection-hooks';
import Box from '@cloudscape-design/components/box';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import { useMemo } from 'react';
import { countText } from '@/components/ui/bytes';
import { EmptyState } from '@/components/ui/table/empty-state';
import type { QueryView } from '@/lib/api/contract/query';

type Value = QueryView['rows'][number][number];

interface QueryResultsProps {
  result: QueryView;
  saving: boolean;
  onSave(format: 'csv' | 'json'): void;
}

/** Longer texts are cut in the table; a saved file has them whole. */
const longestShown = 400;

/** The rows of an answer, a page at a time, and the way to save them. */
export function QueryResults({ result, saving, onSave }: QueryResultsProps) {
  const rows = useMemo(() => result.rows.map((values, index) => ({ values, index })), [result]);
  const { items, collectionProps, paginationProps } = useCollection(rows, { pagination: { pageSize: 50 } });
  const seconds = (result.milliseconds / 1000).toLocaleString('en', { maximumFractionDigits: 2 });
  return (
    <Table
      {...collectionProps}
      variant="borderless"
      wrapLines
      header={
        <Header
          counter={`(${countText(rows.length)}${result.truncated ? '+' : ''})`}
          description={`${cutOff(result)}Answered in ${seconds} s.`}
          actions={
            <ButtonDropdown
              items={[
                { id: 'csv', text: 'CSV' },
                { id: 'json', text: 'JSON' },
              ]}
              loading={saving}
              disabled={rows.length === 0}
              onItemClick={({ detail }) => onSave(detail.id === 'json' ? 'json' : 'csv')}
            >
              Export
            </ButtonDropdown>
          }
        >
          Results
        </Header>
      }
      items={items}
      trackBy={({ index }) => String(index)}
      columnDefinitions={result.columns.map(({ name, type }, at) => ({
        id: `${at} ${name}`,
        header: <span title={type}>{name}</span>,
        minWidth: 120,
        isRowHeader: at === 0,
        cell: ({ values }: { values: Value[] }) => <Cell value={values[at] ?? null} />,
      }))}
      ariaLabels={{ tableLabel: 'Results of the query' }}
      pagination={paginationProps.pagesCount > 1 && <Pagination {...paginationProps} />}
      empty={<EmptyState title="No rows">No rows match the query.</EmptyState>}
    />
  );
}

function cutOff({ truncated, maxRows }: QueryView): string {
  if (truncated === 'rows') return `The first ${countText(maxRows)} rows: there are more. `;
  return truncated === 'bytes' ? 'The result is too large and was cut off. Select fewer columns or rows. ' : '';
}

function Cell({ value }: { value: Value }) {
  if (value === null) {
    return (
      <Box variant="span" color="text-body-secondary">
        null
      </Box>
    );
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const cut = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
  return typeof value === 'object' ? <Box variant="code">{cut}</Box> : cut;
}

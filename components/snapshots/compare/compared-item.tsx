'use client';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { countText } from '@/components/ui/bytes';
import { comparisonQueries } from '@/lib/api/queries/comparison';
import type { CompareState } from './compare-url';

interface ComparedItemProps {
  state: CompareState;
  /** What it is called, for people. */
  name: string;
  before: number;
  after: number;
}

/** What differs between the two items of a resource, field by field. */
export function ComparedItem({ state, name, before, after }: ComparedItemProps) {
  const { bucket, key, otherKey } = state;
  const item = useQuery(comparisonQueries.comparedItem({ bucket, key, otherKey, before, after }));
  const { changes = [], more = 0 } = item.data ?? {};
  if (item.error) return <LoadFailure title="The items cannot be compared" query={item} />;
  const value = (text: string | undefined) => (text === undefined ? '' : <Box variant="code">{text}</Box>);
  return (
    <Table
      variant="container"
      wrapLines
      ariaLabels={{ tableLabel: `What changed of ${name}` }}
      header={
        <Header variant="h2" counter={`(${countText(changes.length + more)})`}>
          What changed of {name}
        </Header>
      }
      loading={item.isPending}
      loadingText="Reading both items"
      items={changes}
      columnDefinitions={[
        { id: 'section', header: 'Part', minWidth: 160, cell: ({ section }) => section },
        { id: 'path', header: 'Field', isRowHeader: true, minWidth: 180, cell: ({ path }) => path },
        { id: 'change', header: 'Change', minWidth: 100, cell: ({ change }) => change },
        { id: 'previous', header: 'Earlier', minWidth: 180, cell: ({ previous }) => value(previous) },
        { id: 'updated', header: 'Later', minWidth: 180, cell: ({ updated }) => value(updated) },
      ]}
      empty="No field differs"
    />
  );
}

'use client';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { countText } from '@/components/ui/bytes';
import { EmptyState } from '@/components/ui/table/empty-state';
import type { ResourceView } from '@/lib/api/contract/resources';

/** The tags of a resource. */
export function TagsTable({ tags }: { tags: ResourceView['tags'] }) {
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${countText(tags.length)})`}>
          Tags
        </Header>
      }
      items={tags}
      trackBy="key"
      wrapLines
      contentDensity="compact"
      columnDefinitions={[
        { id: 'key', header: 'Key', isRowHeader: true, minWidth: 160, cell: ({ key }) => key },
        { id: 'value', header: 'Value', minWidth: 200, cell: ({ value }) => value || '(empty)' },
      ]}
      ariaLabels={{ tableLabel: 'Tags' }}
      empty={<EmptyState title="No tags">This resource carries no tags.</EmptyState>}
    />
  );
}

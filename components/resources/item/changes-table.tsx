'use client';
import Box from '@cloudscape-design/components/box';
import Table from '@cloudscape-design/components/table';
import type { ItemChangeView } from '@/lib/api/contract/resources';
import { sectionText } from './history-labels';

/** What changed, path by path, with the values before and after. Values are data: they are shown as text alone. */
export function ChangesTable({ changes, label }: { changes: ItemChangeView[]; label: string }) {
  return (
    <Table
      variant="embedded"
      contentDensity="compact"
      wrapLines
      items={changes}
      ariaLabels={{ tableLabel: label }}
      columnDefinitions={[
        { id: 'section', header: 'Part', width: 150, cell: ({ section }) => sectionText(section) },
        { id: 'path', header: 'What', isRowHeader: true, minWidth: 160, cell: ({ path }) => <Value text={path} /> },
        { id: 'previous', header: 'Before', minWidth: 160, cell: ({ previous }) => <Value text={previous} /> },
        { id: 'updated', header: 'After', minWidth: 160, cell: ({ updated }) => <Value text={updated} /> },
      ]}
    />
  );
}

function Value({ text }: { text: string | undefined }) {
  if (text === undefined) return <Box color="text-status-inactive">–</Box>;
  return (
    <Box variant="code">
      <span style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{text}</span>
    </Box>
  );
}

'use client';
import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { countText } from '@/components/ui/bytes';
import { EmptyState } from '@/components/ui/table/empty-state';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { RecorderView } from '@/lib/api/contract/recorder';

type Source = RecorderView['sources'][number];

const looks: Record<Source['lastStatus'], { type: StatusIndicatorProps.Type; text: string }> = {
  PENDING: { type: 'pending', text: 'Pending' },
  SUCCESS: { type: 'success', text: 'Success' },
  FAILURE: { type: 'error', text: 'Failure' },
};

/** Where resources are read from, and how the last reading went. */
export function SourceList({ sources }: { sources: Source[] }) {
  return (
    <Table
      variant="embedded"
      items={sources}
      trackBy="name"
      wrapLines
      contentDensity="compact"
      ariaLabels={{ tableLabel: 'Sources' }}
      columnDefinitions={[
        {
          id: 'name',
          header: 'Source',
          isRowHeader: true,
          minWidth: 110,
          maxWidth: 140,
          cell: (source) => <SourceName source={source} />,
        },
        { id: 'status', header: 'Status', minWidth: 112, cell: (source) => <SourceStatus source={source} /> },
        { id: 'items', header: 'Items', minWidth: 64, cell: ({ itemCount }) => countText(itemCount) },
        {
          id: 'read',
          header: 'Last read',
          minWidth: 190,
          cell: ({ lastAttemptTime }) => <UtcTime value={lastAttemptTime} none="Never" />,
        },
      ]}
      empty={<EmptyState title="No sources">SNAPSCOPE_SOURCES names the sources to record from.</EmptyState>}
    />
  );
}

function SourceName({ source }: { source: Source }) {
  return (
    <>
      {source.name}
      <Box fontSize="body-s" color="text-body-secondary">
        <span style={{ overflowWrap: 'anywhere' }}>{source.description}</span>
      </Box>
    </>
  );
}

function SourceStatus({ source }: { source: Source }) {
  const { type, text } = looks[source.lastStatus];
  return (
    <>
      <StatusIndicator type={type}>{text}</StatusIndicator>
      {source.errorMessage && <Box fontSize="body-s">{source.errorMessage}</Box>}
      {source.noteCount > 0 && <SourceNotes source={source} />}
    </>
  );
}

/** What the source passed over, folded: the first notes, and how many more there are. */
function SourceNotes({ source: { notes, noteCount } }: { source: Source }) {
  const more = noteCount - notes.length;
  return (
    <ExpandableSection headerText={noteCount === 1 ? '1 passed over' : `${countText(noteCount)} passed over`}>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {more > 0 && <li>and {countText(more)} more</li>}
      </ul>
    </ExpandableSection>
  );
}

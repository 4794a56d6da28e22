'use client';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { RouteLink } from '@/components/layout/route-link';
import { snapshotHref } from '@/components/objects/addresses';
import { ByteSize } from '@/components/ui/byte-size';
import { countText } from '@/components/ui/bytes';
import { Copyable } from '@/components/ui/copyable';
import { EmptyState } from '@/components/ui/empty-state';
import { UtcTime } from '@/components/ui/utc-time';
import type { DeliveryAttempt } from '@/lib/api/contract/delivery';
import { folderOfAttempt } from './attempt';
import { PhaseStatus } from './phase-status';

const triggers: Record<DeliveryAttempt['trigger'], string> = { button: 'Dashboard', api: 'API', schedule: 'Schedule' };

const columns: TableProps.ColumnDefinition<DeliveryAttempt>[] = [
  {
    id: 'id',
    header: 'Snapshot ID',
    isRowHeader: true,
    minWidth: 334,
    cell: ({ configSnapshotId }) => <Copyable text={configSnapshotId} label={`configSnapshotId ${configSnapshotId}`} />,
  },
  { id: 'phase', header: 'Status', minWidth: 125, cell: (attempt) => <AttemptStatus attempt={attempt} /> },
  { id: 'requested', header: 'Requested', minWidth: 178, cell: ({ requestedAt }) => <UtcTime value={requestedAt} /> },
  { id: 'links', header: 'Where', minWidth: 140, cell: (attempt) => <AttemptLinks attempt={attempt} /> },
  { id: 'items', header: 'Items', minWidth: 65, cell: ({ itemsWritten }) => countText(itemsWritten) },
  { id: 'size', header: 'Size', minWidth: 90, cell: ({ bytesUploaded }) => <ByteSize bytes={bytesUploaded} compact /> },
  { id: 'trigger', header: 'Started by', minWidth: 90, cell: ({ trigger }) => triggers[trigger] },
];

/** The deliveries of late, newest first, whoever started them. */
export function AttemptsTable({ attempts }: { attempts: DeliveryAttempt[] }) {
  return (
    <Table
      header={<Header variant="h2">Recent deliveries</Header>}
      items={attempts}
      columnDefinitions={columns}
      trackBy="configSnapshotId"
      wrapLines
      ariaLabels={{ tableLabel: 'Recent deliveries' }}
      empty={
        <EmptyState title="No deliveries yet">
          Choose Deliver snapshot to write the configuration of every recorded resource to the bucket.
        </EmptyState>
      }
    />
  );
}

function AttemptStatus({ attempt }: { attempt: DeliveryAttempt }) {
  return (
    <>
      <PhaseStatus attempt={attempt} />
      {attempt.errorCode && (
        <Box fontSize="body-s" color="text-body-secondary">
          <Box variant="code" fontSize="body-s">
            {attempt.errorCode}
          </Box>{' '}
          {attempt.errorMessage}
        </Box>
      )}
    </>
  );
}

function AttemptLinks({ attempt }: { attempt: DeliveryAttempt }) {
  if (attempt.phase !== 'delivered') return '–';
  return (
    <SpaceBetween size="xxs">
      <RouteLink
        href={snapshotHref(attempt.bucket, attempt.key)}
        ariaLabel={`Open snapshot ${attempt.configSnapshotId}`}
      >
        Open snapshot
      </RouteLink>
      <RouteLink href={folderOfAttempt(attempt)} ariaLabel={`Show in bucket ${attempt.configSnapshotId}`}>
        Show in bucket
      </RouteLink>
    </SpaceBetween>
  );
}

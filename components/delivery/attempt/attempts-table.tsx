'use client';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { snapshotHref } from '@/components/buckets/urls';
import { deliveryHref } from '@/components/delivery/urls';
import { graphHref } from '@/components/graph/page/graph-url';
import { RouteLink } from '@/components/layout/route-link';
import { Copyable } from '@/components/ui/copyable';
import { EmptyState } from '@/components/ui/table/empty-state';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { DeliveryAttempt } from '@/lib/api/contract/delivery';
import { folderOfAttempt } from './attempt';
import { triggerNames } from './attempt-labels';
import { AttemptSize } from './attempt-size';
import { AttemptStatus } from './attempt-status';

const columns: TableProps.ColumnDefinition<DeliveryAttempt>[] = [
  {
    id: 'id',
    header: 'Snapshot ID',
    isRowHeader: true,
    minWidth: 240,
    cell: (attempt) => (
      <>
        <Copyable text={attempt.configSnapshotId} label={`configSnapshotId ${attempt.configSnapshotId}`} />
        <Box margin={{ top: 'xxs' }}>
          <AttemptLinks attempt={attempt} />
        </Box>
      </>
    ),
  },
  { id: 'phase', header: 'Status', minWidth: 150, cell: (attempt) => <AttemptStatus attempt={attempt} /> },
  {
    id: 'requested',
    header: 'Requested',
    minWidth: 175,
    cell: ({ requestedAt, trigger }) => (
      <>
        <UtcTime value={requestedAt} />
        <Box fontSize="body-s" color="text-body-secondary">
          {triggerNames[trigger]}
        </Box>
      </>
    ),
  },
  { id: 'size', header: 'Size', minWidth: 90, cell: (attempt) => <AttemptSize attempt={attempt} /> },
];

/** The deliveries of late, newest first, whoever started them. */
export function AttemptsTable({ attempts }: { attempts: DeliveryAttempt[] }) {
  return (
    <Table
      header={
        <Header variant="h2" actions={<RouteLink href="/deliveries">All deliveries</RouteLink>}>
          Recent deliveries
        </Header>
      }
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

function AttemptLinks({ attempt }: { attempt: DeliveryAttempt }) {
  const { configSnapshotId, phase, kind, bucket, key } = attempt;
  return (
    <SpaceBetween direction="horizontal" size="s">
      <RouteLink href={deliveryHref(configSnapshotId)} ariaLabel={`Details of ${configSnapshotId}`}>
        Details
      </RouteLink>
      {phase === 'delivered' && kind === 'snapshot' && (
        <RouteLink href={snapshotHref(bucket, key)} ariaLabel={`Open snapshot ${configSnapshotId}`}>
          Open snapshot
        </RouteLink>
      )}
      {phase === 'delivered' && kind === 'snapshot' && (
        <RouteLink href={graphHref({ bucket, key })} ariaLabel={`See the map of ${configSnapshotId}`}>
          See the map
        </RouteLink>
      )}
      {phase === 'delivered' && (
        <RouteLink href={folderOfAttempt(attempt)} ariaLabel={`Show in bucket ${configSnapshotId}`}>
          Show in bucket
        </RouteLink>
      )}
    </SpaceBetween>
  );
}

'use client';
import Box from '@cloudscape-design/components/box';
import type { TableProps } from '@cloudscape-design/components/table';
import { durationOf } from '@/components/delivery/attempt/attempt';
import { kindNames, triggerNames } from '@/components/delivery/attempt/attempt-labels';
import { AttemptSize } from '@/components/delivery/attempt/attempt-size';
import { AttemptStatus } from '@/components/delivery/attempt/attempt-status';
import { deliveryHref } from '@/components/delivery/urls';
import { RouteLink } from '@/components/layout/route-link';
import { durationText } from '@/components/ui/time/duration';
import { utcText } from '@/components/ui/time/time';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { DeliveryAttempt } from '@/lib/api/contract/delivery';

/** The columns of the record of deliveries, with their Regions where there are several. */
export function recordColumns(severalRegions: boolean) {
  return severalRegions ? columns.toSpliced(1, 0, regionColumn) : columns;
}

const regionColumn: TableProps.ColumnDefinition<DeliveryAttempt> = {
  id: 'region',
  header: 'Region',
  minWidth: 125,
  cell: ({ region }) => <span style={{ whiteSpace: 'nowrap' }}>{region}</span>,
};

// Few, so that they stand side by side in a narrow window too.
const columns: TableProps.ColumnDefinition<DeliveryAttempt>[] = [
  {
    id: 'started',
    header: 'Started',
    isRowHeader: true,
    minWidth: 180,
    cell: ({ configSnapshotId, kind, requestedAt }) => (
      <>
        <RouteLink
          href={deliveryHref(configSnapshotId)}
          ariaLabel={`${kindNames[kind]} of ${utcText(requestedAt)}, delivery ${configSnapshotId}`}
        >
          <UtcTime value={requestedAt} />
        </RouteLink>
        <Box fontSize="body-s" color="text-body-secondary">
          {kindNames[kind]}
        </Box>
      </>
    ),
  },
  { id: 'trigger', header: 'Started by', minWidth: 105, cell: (attempt) => <StartedBy attempt={attempt} /> },
  { id: 'status', header: 'Status', minWidth: 165, cell: (attempt) => <AttemptStatus attempt={attempt} /> },
  { id: 'size', header: 'Size', minWidth: 95, cell: (attempt) => <AttemptSize attempt={attempt} /> },
  {
    id: 'duration',
    header: 'Took',
    minWidth: 80,
    cell: (attempt) => <span style={{ whiteSpace: 'nowrap' }}>{tookText(attempt)}</span>,
  },
];

/** How long a delivery took from its request on. */
export function tookText(attempt: DeliveryAttempt): string {
  const duration = durationOf(attempt);
  return duration === undefined ? '–' : durationText(duration);
}

/** By which way a delivery was asked for, and with which access key. */
export function StartedBy({ attempt: { trigger, requestedBy } }: { attempt: DeliveryAttempt }) {
  return (
    <>
      {triggerNames[trigger]}
      {requestedBy && (
        <Box variant="code" display="block">
          <span style={{ overflowWrap: 'anywhere' }}>{requestedBy}</span>
        </Box>
      )}
    </>
  );
}

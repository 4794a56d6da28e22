'use client';
import Box from '@cloudscape-design/components/box';
import type { TableProps } from '@cloudscape-design/components/table';
import { durationOf } from '@/components/delivery/attempt';
import { AttemptStatus } from '@/components/delivery/attempt-status';
import { kindNames, triggerNames } from '@/components/delivery/attempt-words';
import { RouteLink } from '@/components/layout/route-link';
import { ByteSize } from '@/components/ui/byte-size';
import { countText } from '@/components/ui/bytes';
import { durationText } from '@/components/ui/duration';
import { utcText } from '@/components/ui/time';
import { UtcTime } from '@/components/ui/utc-time';
import type { DeliveryAttempt } from '@/lib/api/contract/delivery';
import { deliveryAddress } from './deliveries-address';

/** The columns of the record of deliveries. */
export const recordColumns: TableProps.ColumnDefinition<DeliveryAttempt>[] = [
  {
    id: 'started',
    header: 'Started',
    isRowHeader: true,
    minWidth: 185,
    cell: ({ configSnapshotId, kind, requestedAt }) => (
      <RouteLink
        href={deliveryAddress(configSnapshotId)}
        ariaLabel={`${kindNames[kind]} of ${utcText(requestedAt)}, delivery ${configSnapshotId}`}
      >
        <UtcTime value={requestedAt} />
      </RouteLink>
    ),
  },
  { id: 'kind', header: 'Kind', minWidth: 95, cell: ({ kind }) => kindNames[kind] },
  { id: 'trigger', header: 'Started by', minWidth: 120, cell: (attempt) => <StartedBy attempt={attempt} /> },
  { id: 'status', header: 'Status', minWidth: 240, cell: (attempt) => <AttemptStatus attempt={attempt} /> },
  { id: 'items', header: 'Items', minWidth: 80, cell: ({ itemsWritten }) => countText(itemsWritten) },
  { id: 'size', header: 'Size', minWidth: 95, cell: ({ bytesUploaded }) => <ByteSize bytes={bytesUploaded} compact /> },
  {
    id: 'duration',
    header: 'Took',
    minWidth: 95,
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

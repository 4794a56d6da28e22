'use client';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { DeliveryFormat, DeliveryView } from '@/lib/api/contract/delivery';
import { formats } from './formats';

const looks: Record<NonNullable<DeliveryFormat['lastStatus']>, StatusIndicatorProps.Type> = {
  SUCCESS: 'success',
  FAILURE: 'error',
  NOT_APPLICABLE: 'not-started',
};

/** How the last delivery of each of AWS Config's three formats went. */
export function FormatsTable({ view }: { view: DeliveryView }) {
  return (
    <Table<{ name: string; format: DeliveryFormat }>
      header={
        <Header variant="h2" description="As DescribeDeliveryChannelStatus tells it to AWS clients.">
          Delivery status
        </Header>
      }
      items={formats.map(({ member, name }) => ({ name, format: view.formats[member] }))}
      trackBy="name"
      wrapLines
      columnDefinitions={[
        { id: 'format', header: 'Format', cell: ({ name }) => name, isRowHeader: true, minWidth: 105 },
        { id: 'status', header: 'Last status', cell: ({ format }) => <FormatStatus format={format} />, minWidth: 181 },
        {
          id: 'attempt',
          header: 'Last attempt',
          cell: ({ format }) => <UtcTime value={format.lastAttemptTime} twoLines />,
          minWidth: 115,
        },
        {
          id: 'success',
          header: 'Last successful',
          cell: ({ format }) => <UtcTime value={format.lastSuccessfulTime} twoLines />,
          minWidth: 115,
        },
        {
          id: 'next',
          header: 'Next delivery',
          cell: ({ format }) => <UtcTime value={format.nextDeliveryTime} twoLines />,
          minWidth: 115,
        },
      ]}
      ariaLabels={{ tableLabel: 'Delivery status' }}
    />
  );
}

function FormatStatus({ format: { lastStatus, lastErrorCode, lastErrorMessage } }: { format: DeliveryFormat }) {
  if (!lastStatus) return <StatusIndicator type="pending">Not delivered yet</StatusIndicator>;
  return (
    <>
      <StatusIndicator type={looks[lastStatus]}>{lastStatus}</StatusIndicator>
      {(lastErrorCode || lastErrorMessage) && (
        <Box fontSize="body-s" color="text-body-secondary">
          {lastErrorCode && (
            <Box variant="code" fontSize="body-s">
              {lastErrorCode}
            </Box>
          )}{' '}
          {lastErrorMessage}
        </Box>
      )}
    </>
  );
}

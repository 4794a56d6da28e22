'use client';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { DeliveryFormat, DeliveryView } from '@/lib/api/contract/delivery';
import { FormatStatus } from './format-status';
import { formats } from './formats';

/** How the last delivery of each of AWS Config's three formats went. */
export function FormatsTable({ view }: { view: DeliveryView }) {
  return (
    <Table<{ name: string; format: DeliveryFormat }>
      header={
        <Header variant="h2" description="As DescribeDeliveryChannelStatus tells it to AWS clients.">
          Delivery status
        </Header>
      }
      items={formats.map(({ field, name }) => ({ name, format: view.formats[field] }))}
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

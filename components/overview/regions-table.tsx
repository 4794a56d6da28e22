'use client';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { FormatStatus } from '@/components/delivery/channel/format-status';
import { deliveriesHref } from '@/components/delivery/urls';
import { RouteLink } from '@/components/layout/route-link';
import { countText } from '@/components/ui/bytes';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { DeliveryRegionsView } from '@/lib/api/contract/delivery';

type Region = DeliveryRegionsView['regions'][number];

/** How deliveries go in each of several Regions, the home first. */
export function RegionsTable({ regions }: { regions: Region[] }) {
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${countText(regions.length)})`}>
          Deliveries by Region
        </Header>
      }
      items={regions}
      trackBy="region"
      wrapLines
      ariaLabels={{ tableLabel: 'Deliveries by Region' }}
      columnDefinitions={[
        {
          id: 'region',
          header: 'Region',
          isRowHeader: true,
          minWidth: 125,
          cell: ({ region }) => (
            <RouteLink href={deliveriesHref({ region })} ariaLabel={`Deliveries of ${region}`}>
              {region}
            </RouteLink>
          ),
        },
        {
          id: 'snapshot',
          header: 'Snapshot',
          minWidth: 181,
          cell: (one) => <Status region={one} field="configSnapshotDeliveryInfo" />,
        },
        {
          id: 'success',
          header: 'Last successful',
          minWidth: 115,
          cell: ({ formats }) => <UtcTime value={formats.configSnapshotDeliveryInfo.lastSuccessfulTime} twoLines />,
        },
        {
          id: 'history',
          header: 'History',
          minWidth: 181,
          cell: (one) => <Status region={one} field="configHistoryDeliveryInfo" />,
        },
        {
          id: 'stream',
          header: 'Stream',
          minWidth: 181,
          cell: (one) => <Status region={one} field="configStreamDeliveryInfo" />,
        },
      ]}
    />
  );
}

function Status({ region: { channelName, formats }, field }: { region: Region; field: keyof Region['formats'] }) {
  if (channelName === null) return <Box color="text-body-secondary">No delivery channel</Box>;
  return <FormatStatus format={formats[field]} />;
}

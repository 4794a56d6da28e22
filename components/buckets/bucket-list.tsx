'use client';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { PageFrame } from '@/components/layout/page-frame';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { RouteLink } from '@/components/layout/route-link';
import { countText } from '@/components/ui/bytes';
import { EmptyState } from '@/components/ui/table/empty-state';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { BucketsView } from '@/lib/api/contract/buckets';
import { bucketQueries } from '@/lib/api/queries/buckets';
import { folderHref } from './urls';

type Store = BucketsView['store'];

function StoreLocation({ store }: { store: Store }) {
  return (
    <>
      {store.kind === 'directory' ? 'Stored in the folder ' : 'Stored at '}
      <Box variant="code">{store.location}</Box>
    </>
  );
}

/** The page of all buckets. */
export function BucketList() {
  const buckets = useQuery(bucketQueries.buckets());
  const rows = buckets.data?.buckets ?? [];
  return (
    <PageFrame title="Buckets" description={buckets.data && <StoreLocation store={buckets.data.store} />}>
      <SpaceBetween size="l">
        <LoadFailure title="The buckets cannot be listed" query={buckets} />
        {(buckets.data || buckets.isPending) && (
          <Table
            variant="container"
            ariaLabels={{ tableLabel: 'Buckets' }}
            header={<Header counter={buckets.data && `(${countText(rows.length)})`}>Buckets</Header>}
            items={rows}
            trackBy="name"
            loading={buckets.isPending}
            loadingText="Listing the buckets"
            empty={
              <EmptyState title="No buckets yet">
                The delivery channel makes its bucket when it is set up. See the{' '}
                <RouteLink href="/">overview</RouteLink>.
              </EmptyState>
            }
            columnDefinitions={[
              {
                id: 'name',
                header: 'Name',
                isRowHeader: true,
                cell: ({ name }) => <RouteLink href={folderHref({ bucket: name })}>{name}</RouteLink>,
              },
              {
                id: 'created',
                header: 'Created',
                cell: ({ createdAt }) => (createdAt ? <UtcTime value={createdAt} /> : '–'),
              },
            ]}
          />
        )}
      </SpaceBetween>
    </PageFrame>
  );
}

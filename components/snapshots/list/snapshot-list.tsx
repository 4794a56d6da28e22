'use client';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { parentPrefix } from '@/components/buckets/folder-trail';
import { storageClassColumn } from '@/components/buckets/storage-class-column';
import { folderHref, snapshotHref } from '@/components/buckets/urls';
import { PageFrame } from '@/components/layout/page-frame';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { RouteLink } from '@/components/layout/route-link';
import { useFollow } from '@/components/layout/use-follow';
import { ByteSize } from '@/components/ui/byte-size';
import { countText } from '@/components/ui/bytes';
import { EmptyState } from '@/components/ui/table/empty-state';
import { TokenPaging } from '@/components/ui/table/token-paging';
import { UtcTime } from '@/components/ui/time/utc-time';
import { useUrl } from '@/components/ui/url/use-url';
import { apiUrl } from '@/lib/api/client/api-url';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import { compareHref } from '../compare/compare-url';
import { readListUrl } from './list-url';

function NothingDelivered({ bucket }: { bucket: string | null }) {
  return (
    <EmptyState title={bucket === null ? 'No delivery channel yet' : 'No snapshots yet'}>
      {bucket === null
        ? 'Snapshots are delivered to the bucket of a delivery channel. Set one up on the '
        : 'Choose “Deliver snapshot” on the '}
      <RouteLink href="/">overview</RouteLink>
      {bucket === null ? '.' : `: what is recorded then appears here, and as an object in the bucket ${bucket}.`}
    </EmptyState>
  );
}

/** The page of all snapshots in a bucket, newest first: the delivery channel's, or the one that the URL names. */
export function SnapshotList() {
  const { parameters, go } = useUrl();
  const follow = useFollow();
  const place = readListUrl(parameters);
  const { bucket, token } = place;
  const list = useQuery(snapshotQueries.snapshots(place));
  const where = list.data?.bucket ?? undefined;
  const rows = list.data?.snapshots ?? [];
  const many = list.data?.nextToken || token;
  return (
    <PageFrame
      title="Snapshots"
      description={
        where && (
          <>
            In the bucket <RouteLink href={folderHref({ bucket: where })}>{where}</RouteLink>
          </>
        )
      }
    >
      <SpaceBetween size="l">
        <LoadFailure title="The snapshots cannot be listed" query={list} />
        {(list.data || list.isPending) && (
          <Table
            variant="container"
            ariaLabels={{ tableLabel: 'Snapshots' }}
            header={
              <Header
                actions={
                  where && (
                    <Button href={compareHref({ bucket: where })} onFollow={follow}>
                      Compare snapshots
                    </Button>
                  )
                }
                counter={list.data && `(${countText(rows.length)}${many ? ' on this page' : ''})`}
                description="Newest first"
              >
                Delivered snapshots
              </Header>
            }
            pagination={
              <TokenPaging
                token={token}
                nextToken={list.data?.nextToken}
                onGo={(page) => go(apiUrl('/snapshots', { bucket, token: page }))}
              />
            }
            items={rows}
            trackBy="key"
            loading={list.isPending}
            loadingText="Looking for snapshots"
            empty={<NothingDelivered bucket={list.data?.bucket ?? null} />}
            columnDefinitions={[
              {
                id: 'id',
                header: 'Snapshot ID',
                isRowHeader: true,
                cell: ({ key, configSnapshotId }) => (
                  <RouteLink href={snapshotHref(where ?? '', key)}>
                    <Box variant="span" color="inherit">
                      <span style={{ whiteSpace: 'nowrap' }}>{configSnapshotId}</span>
                    </Box>
                  </RouteLink>
                ),
              },
              { id: 'delivered', header: 'Delivered', cell: ({ deliveredAt }) => <UtcTime value={deliveredAt} /> },
              { id: 'account', header: 'Account', cell: ({ accountId }) => accountId },
              { id: 'region', header: 'Region', cell: ({ region }) => region },
              { id: 'size', header: 'Size', cell: ({ size }) => <ByteSize bytes={size} compact /> },
              ...storageClassColumn(rows),
              {
                id: 'place',
                header: 'Object',
                cell: ({ key, configSnapshotId }) => (
                  <RouteLink
                    href={folderHref({ bucket: where ?? '', prefix: parentPrefix(key) })}
                    ariaLabel={`Show ${configSnapshotId} in bucket`}
                  >
                    Show in bucket
                  </RouteLink>
                ),
              },
            ]}
          />
        )}
      </SpaceBetween>
    </PageFrame>
  );
}

'use client';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { chartRequest, deliveriesHref, type RecordRequest, readDeliveriesUrl } from '@/components/delivery/urls';
import { PageFrame } from '@/components/layout/page-frame';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { RouteLink } from '@/components/layout/route-link';
import { useUrl } from '@/components/ui/url/use-url';
import { deliveryQueries } from '@/lib/api/queries/delivery';
import { RecordCharts } from './record-charts';
import { RecordTable } from './record-table';

/** Every delivery of the account, in all its Regions: the record, and how size and duration go over time. */
export function DeliveriesScreen() {
  const { parameters, go } = useUrl();
  const request = readDeliveriesUrl(parameters);
  const record = useQuery(deliveryQueries.attempts(request));
  const charted = useQuery(deliveryQueries.attempts(chartRequest(request)));
  // A filter or another page size begins with the first page.
  const change = (part: Partial<RecordRequest>) => go(deliveriesHref({ ...request, cursor: undefined, ...part }));
  // Not the query's own isFetching: that may differ between the server's drawing and the browser's first one.
  const [refreshing, setRefreshing] = useState(false);
  const refresh = async () => {
    setRefreshing(true);
    await Promise.all([record.refetch(), charted.refetch()]);
    setRefreshing(false);
  };
  return (
    <PageFrame
      title="Deliveries"
      description="Every delivery of snapshots and history to the bucket, with who asked for it and how it went."
      actions={<Button iconName="refresh" ariaLabel="Refresh" loading={refreshing} onClick={refresh} />}
    >
      <SpaceBetween size="l">
        <LoadFailure title="The deliveries cannot be shown" query={record} />
        {record.error && !record.data && request.cursor && (
          <RouteLink href={deliveriesHref({ ...request, cursor: undefined })}>First page of the record</RouteLink>
        )}
        {(record.data || record.isPending) && (
          <RecordTable
            request={request}
            change={change}
            view={record.data}
            loading={record.isPending}
            updating={record.isPlaceholderData}
          />
        )}
        {charted.data && charted.data.attempts.length > 0 && <RecordCharts attempts={charted.data.attempts} />}
      </SpaceBetween>
    </PageFrame>
  );
}

'use client';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PageFrame } from '@/components/layout/page-frame';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { resourceQueries } from '@/lib/api/queries/resources';
import { ResourcesTable } from './resources-table';
import { TypeCounts } from './type-counts';
import { useResourcesRequest } from './use-resources-request';

/** Everything that is recorded now. */
export function ResourcesScreen() {
  const { request, change } = useResourcesRequest();
  const resources = useQuery(resourceQueries.resources(request));
  // Not the query's own isFetching: that may differ between the server's drawing and the browser's first one.
  const [refreshing, setRefreshing] = useState(false);
  const refresh = async () => {
    setRefreshing(true);
    await resources.refetch();
    setRefreshing(false);
  };
  return (
    <PageFrame
      title="Resources"
      description="What is recorded now. A snapshot holds all of these at the time of its delivery."
      actions={<Button iconName="refresh" ariaLabel="Refresh" loading={refreshing} onClick={refresh} />}
    >
      <SpaceBetween size="l">
        <LoadFailure title="The resources cannot be shown" query={resources} />
        {resources.data && resources.data.types.length > 0 && (
          <TypeCounts types={resources.data.types} chosen={request.types} onChoose={(types) => change({ types })} />
        )}
        {(resources.data || !resources.error) && (
          <ResourcesTable
            request={request}
            change={change}
            view={resources.data}
            loading={resources.isPending}
            updating={resources.isPlaceholderData}
          />
        )}
      </SpaceBetween>
    </PageFrame>
  );
}

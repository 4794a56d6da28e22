'use client';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery } from '@tanstack/react-query';
import { graphHref } from '@/components/graph/page/graph-url';
import { PageFrame } from '@/components/layout/page-frame';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { useFollow } from '@/components/layout/use-follow';
import { EmptyState } from '@/components/ui/table/empty-state';
import { useUrl } from '@/components/ui/url/use-url';
import { apiUrl } from '@/lib/api/client/api-url';
import { comparisonQueries } from '@/lib/api/queries/comparison';
import { IncompleteNotice } from '../page/incomplete-notice';
import { CompareChoices } from './compare-choices';
import { CompareTable } from './compare-table';
import { type CompareState, compareHref, readCompareState } from './compare-url';

/** The page that compares two snapshots of a bucket: which resources came, went and changed. */
export function ComparePage() {
  const { parameters, go } = useUrl();
  const follow = useFollow();
  const state = readCompareState(parameters);
  const { bucket, key, otherKey, kinds, search, page } = state;
  const chosen = key !== '' && otherKey !== '';
  const change = (changes: Partial<CompareState>) => go(compareHref({ ...state, page: 1, ...changes }));
  const filter = { bucket, key, otherKey, kinds, types: [], search };
  const mapHref = graphHref({ bucket, key: otherKey, against: key });
  const comparison = useQuery({ ...comparisonQueries.comparison({ ...filter, page, pageSize: 50 }), enabled: chosen });
  return (
    <PageFrame
      title="Compare snapshots"
      parents={[{ text: 'Snapshots', href: '/snapshots' }]}
      actions={
        chosen && (
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="download" href={apiUrl('/api/snapshots/comparison/export', filter)} download>
              Export CSV
            </Button>
            <Button href={mapHref} onFollow={follow}>
              Show on the map
            </Button>
          </SpaceBetween>
        )
      }
    >
      <SpaceBetween size="l">
        <CompareChoices state={state} onChange={change} />
        {chosen && <LoadFailure title="The snapshots cannot be compared" query={comparison} />}
        {chosen && comparison.isPending && (
          <StatusIndicator type="loading">Reading and comparing the snapshots</StatusIndicator>
        )}
        {!chosen && (
          <EmptyState title="Nothing is compared yet">
            Choose two snapshots to see which resources were added, removed and changed from one to the other.
          </EmptyState>
        )}
        {comparison.data && <IncompleteNotice bucket={bucket} keys={[key, otherKey]} />}
        {comparison.data && <CompareTable state={state} view={comparison.data} onChange={change} />}
      </SpaceBetween>
    </PageFrame>
  );
}

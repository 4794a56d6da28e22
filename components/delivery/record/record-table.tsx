'use client';
import Button from '@cloudscape-design/components/button';
import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { pageSizes, type RecordRequest } from '@/components/delivery/urls';
import { RouteLink } from '@/components/layout/route-link';
import { countText } from '@/components/ui/bytes';
import { EmptyState } from '@/components/ui/table/empty-state';
import { TokenPaging } from '@/components/ui/table/token-paging';
import type { AttemptsView } from '@/lib/api/contract/delivery';
import { recordColumns } from './record-columns';
import { RecordFilter } from './record-filter';

interface RecordTableProps {
  request: RecordRequest;
  change: (part: Partial<RecordRequest>) => void;
  view: AttemptsView | undefined;
  loading: boolean;
  /** The rows are those of the last question; the answer to this one is on its way. */
  updating: boolean;
}

/** One page of the record of deliveries, newest first, with its filters. */
export function RecordTable({ request, change, view, loading, updating }: RecordTableProps) {
  const attempts = view?.attempts ?? [];
  const many = request.cursor !== undefined || view?.nextCursor !== undefined;
  const filtered = request.status ?? request.trigger ?? request.kind ?? request.region;
  // One that is asked for stands among those on offer, even where nothing of it is in the record.
  const regions = [...new Set([...(view?.regions ?? []), ...(request.region ? [request.region] : [])])].sort();
  return (
    <Table
      header={
        <Header
          variant="h2"
          counter={view && `(${countText(attempts.length)}${many ? ' on this page' : ''})`}
          description="Newest first"
          info={updating && <StatusIndicator type="loading">Updating</StatusIndicator>}
        >
          Record of deliveries
        </Header>
      }
      filter={<RecordFilter request={request} regions={regions} change={change} />}
      pagination={
        <TokenPaging token={request.cursor} nextToken={view?.nextCursor} onGo={(cursor) => change({ cursor })} />
      }
      preferences={
        <CollectionPreferences
          title="Preferences"
          confirmLabel="Confirm"
          cancelLabel="Cancel"
          preferences={{ pageSize: request.limit }}
          pageSizePreference={{
            title: 'Deliveries on a page',
            options: pageSizes.map((value) => ({ value, label: `${value} deliveries` })),
          }}
          onConfirm={({ detail }) => detail.pageSize && change({ limit: detail.pageSize })}
        />
      }
      items={attempts}
      columnDefinitions={recordColumns(regions.length > 1)}
      trackBy="configSnapshotId"
      loading={loading}
      loadingText="Loading the deliveries"
      wrapLines
      ariaLabels={{ tableLabel: 'Record of deliveries' }}
      empty={
        filtered ? (
          <EmptyState
            title="No delivery matches"
            action={
              <Button
                onClick={() => change({ status: undefined, trigger: undefined, kind: undefined, region: undefined })}
              >
                Clear the filter
              </Button>
            }
          >
            Nothing in the record fits this filter.
          </EmptyState>
        ) : (
          <EmptyState title="No deliveries yet">
            Choose “Deliver snapshot” on the <RouteLink href="/">overview</RouteLink>, or give the delivery channel a
            frequency in the <RouteLink href="/settings?tab=channel">settings</RouteLink>.
          </EmptyState>
        )
      }
    />
  );
}

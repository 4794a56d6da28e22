'use client';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery } from '@tanstack/react-query';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { countText } from '@/components/ui/bytes';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import { ConnectedTable } from './connected-table';
import type { View } from './use-view-state';

/** So many are asked for: who wants to see all of them asks in SQL. */
const most = 200;

/** What much leads to, and what is named and not there. */
export function ReferencesTab({ view }: { view: View }) {
  const { bucket, key } = view.state;
  const references = useQuery(snapshotQueries.references({ bucket, key, limit: most }));
  if (references.error) return <LoadFailure title="The references cannot be shown" query={references} />;
  if (!references.data) return <StatusIndicator type="loading">Looking up the references</StatusIndicator>;
  const { hubs, unresolved, unresolvedTotal } = references.data;
  const shown = hubs.length < most ? countText(hubs.length) : `first ${countText(most)}`;
  const missing =
    unresolvedTotal > unresolved.length
      ? `first ${countText(unresolved.length)} of ${countText(unresolvedTotal)}`
      : countText(unresolvedTotal);
  return (
    <SpaceBetween size="l">
      <ConnectedTable
        view={view}
        title="Most connected items"
        description="The items with the most related resources."
        counter={`(${shown})`}
        countHeader="Related resources"
        rows={hubs}
        empty="No item is related to another"
      />
      <ConnectedTable
        view={view}
        title="Not in this snapshot"
        description="Resources that items refer to and that are not in this snapshot: their types are not recorded, they are in other accounts, or they are deleted."
        counter={`(${missing})`}
        countHeader="Named by"
        rows={unresolved}
        empty="All related resources are in this snapshot"
      />
    </SpaceBetween>
  );
}

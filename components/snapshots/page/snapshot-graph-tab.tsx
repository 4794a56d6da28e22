'use client';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import dynamic from 'next/dynamic';
import type { View } from './use-view-state';

/** The drawing library is large, and many who read a snapshot never open its graph. */
const GraphView = dynamic(() => import('@/components/graph/graph-view').then((file) => file.GraphView), {
  ssr: false,
  loading: () => <StatusIndicator type="loading">Loading the graph</StatusIndicator>,
});

/** The graph of a snapshot. The item of a chosen node opens beside the page, as it does from the table. */
export function SnapshotGraphTab({ view }: { view: View }) {
  const { bucket, key, graphTypes, focus, item } = view.state;
  return (
    <GraphView
      bucket={bucket}
      objectKey={key}
      types={graphTypes}
      focus={focus}
      selectedIndex={item}
      onSelectItem={(itemIndex) => view.change({ item: itemIndex })}
      onViewChange={(next) => view.change({ graphTypes: next.types, focus: next.focus })}
    />
  );
}

'use client';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Toggle from '@cloudscape-design/components/toggle';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { countText } from '@/components/ui/bytes';
import { useUrl } from '@/components/ui/url/use-url';
import { resourceQueries } from '@/lib/api/queries/resources';
import type { ResourceKey } from '@/lib/items/identity';
import { resourceHref } from '../resources-url';

/** The drawing library is large: the page stands before it is there. */
const MiniGraph = dynamic(() => import('@/components/graph/mini-graph').then((file) => file.MiniGraph), {
  ssr: false,
  loading: () => <StatusIndicator type="loading">Loading the graph</StatusIndicator>,
});

/** What is near a recorded resource, drawn; a double click on a resource leads to its page. */
export function ResourceGraph({ resourceType, resourceId }: ResourceKey) {
  const { go } = useUrl();
  const [hops, setHops] = useState(1);
  const graph = useQuery(resourceQueries.resourceGraph({ resourceType, resourceId, hops }));
  const view = graph.data;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            view && view.totalNodes > view.nodes.length
              ? `${countText(view.nodes.length)} of ${countText(view.totalNodes)} resources are drawn. The table below has all relationships.`
              : undefined
          }
          actions={
            <Toggle checked={hops === 2} onChange={({ detail }) => setHops(detail.checked ? 2 : 1)}>
              Neighbors of neighbors
            </Toggle>
          }
        >
          Graph
        </Header>
      }
    >
      <SpaceBetween size="s">
        <LoadFailure title="The graph cannot be shown" query={graph} />
        {graph.isPending && <StatusIndicator type="loading">Loading the graph</StatusIndicator>}
        {view && (
          <MiniGraph
            key={`${resourceType}/${resourceId}`}
            view={view}
            focus={view.nodes[0]?.id ?? ''}
            label={`Graph of ${resourceId}: ${countText(view.nodes.length)} resources, ${countText(view.edges.length)} relationships. The same in words follows below`}
            absent="not recorded"
            onOpen={(node) => {
              if (node.index !== undefined) go(resourceHref(node));
            }}
          />
        )}
      </SpaceBetween>
    </Container>
  );
}

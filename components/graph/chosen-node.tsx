import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { countText } from '@/components/ui/bytes';
import type { Drawing, DrawnNode } from './canvas/drawing';
import type { DrawnScopes } from './canvas/drawn-scopes';

interface ChosenNodeProps {
  node: DrawnNode | undefined;
  drawing: Drawing;
  scopes: DrawnScopes;
  loading: boolean;
  onExpand(id: string): void;
  onFocus(id: string): void;
}

/** The chosen resource in words, and what can be done from there. */
export function ChosenNode({ node, drawing, scopes, loading, onExpand, onFocus }: ChosenNodeProps) {
  const drawnNeighbours = node ? countNeighbours(node.id, drawing) : 0;
  const complete = !node || drawnNeighbours >= node.degree;
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <Button disabled={complete} loading={loading && !complete} onClick={() => node && onExpand(node.id)}>
        Expand
      </Button>
      <Button disabled={!node} onClick={() => node && onFocus(node.id)}>
        Only this and its neighbors
      </Button>
      <LiveRegion tagName="span">
        {node ? (
          <>
            <Box variant="span" fontWeight="bold">
              {node.label === node.resourceId ? node.label : `${node.label} (${node.resourceId})`}
            </Box>{' '}
            <Box variant="span" color="text-body-secondary">
              {[node.resourceType, ...scopes.partsOf(node)].join(' · ')} · {countText(drawnNeighbours)} of{' '}
              {countText(node.degree)} related resources drawn
            </Box>{' '}
            {node.index === undefined && (
              <StatusIndicator type="info">Referred to, but not in this snapshot</StatusIndicator>
            )}
          </>
        ) : (
          <Box variant="span" color="text-body-secondary">
            Click a resource to see its item, double-click to add what it relates to.
          </Box>
        )}
      </LiveRegion>
    </SpaceBetween>
  );
}

function countNeighbours(id: string, drawing: Drawing): number {
  const neighbours = new Set<string>();
  for (const { source, target } of drawing.edges) {
    if (source === id) neighbours.add(target);
    if (target === id) neighbours.add(source);
  }
  neighbours.delete(id);
  return neighbours.size;
}

import Box from '@cloudscape-design/components/box';
import { useQuery } from '@tanstack/react-query';
import { countText } from '@/components/ui/bytes';
import type { ImpactView } from '@/lib/api/contract/impact';
import { impactQueries } from '@/lib/api/queries/impact';
import { nodeStyleOf } from '@/lib/graph/style/node-style';
import { noFilter } from '../page/graph-url';
import { resourcesText } from '../style/captions';

const named = 4;

interface ImpactSummaryProps {
  /** With the moment that is shown. */
  document: { bucket: string; key: string; at?: string | undefined };
  id: string;
}

/** In a sentence, what depends on a resource, however far away. Of a large snapshot that goes by what was read so far. */
export function ImpactSummary({ document: { bucket, key, at }, id }: ImpactSummaryProps) {
  const impact = useQuery(
    impactQueries.impact({
      bucket,
      key,
      at,
      ...noFilter,
      of: id,
      direction: 'dependents',
      depth: 64,
      limit: named,
      derived: 'known',
    }),
  );
  const view = impact.data?.of.id === id ? impact.data : undefined;
  if (impact.error) return <Box color="text-body-secondary">What depends on this could not be read.</Box>;
  if (!view) return null;
  return (
    <div>
      <Box variant="h3" padding="n">
        Depends on this
      </Box>
      <Box>{words(view)}</Box>
      {view.derived.state !== 'ready' && (
        <Box color="text-body-secondary">By recorded relationships; derived ones are not read yet.</Box>
      )}
    </div>
  );
}

function words({ nodes, totalNodes }: ImpactView): string {
  if (nodes.length === 0) return 'Nothing in this snapshot.';
  const told = nodes.map(({ label, resourceType }) => `${label} (${nodeStyleOf(resourceType).title})`);
  const more = totalNodes - nodes.length;
  return `${resourcesText(totalNodes)}: ${told.join(', ')}${more > 0 ? ` and ${countText(more)} more` : ''}.`;
}

'use client';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery } from '@tanstack/react-query';
import { bytesText, countText } from '@/components/ui/bytes';
import type { TablesView } from '@/lib/api/contract/query';
import { sqlQueries } from '@/lib/api/queries/sql';

type Table = TablesView['tables'][number];

interface QueryProgressProps {
  bucket: string;
  keys: string[];
  itemCount: number;
}

/** What a query waits for: the tables of its snapshots, which the first question makes, and then its answer. */
export function QueryProgress({ bucket, keys, itemCount }: QueryProgressProps) {
  const tables = useQuery(sqlQueries.tables({ bucket, keys }));
  const making = tables.data?.tables ?? [];
  const current = making.find(({ phase }) => phase !== 'waiting') ?? making[0];
  if (!current || current.total === 0) {
    return (
      <div role="status">
        <StatusIndicator type="in-progress">
          {current ? 'Waiting for the tables of other queries' : `Asking ${countText(itemCount)} items`}
        </StatusIndicator>
      </div>
    );
  }
  const others = making.length > 1 ? ` ${countText(making.length - 1)} more to follow.` : '';
  return (
    <ProgressBar
      label="Building the table of the snapshot"
      description={`The first query of a snapshot builds its table. Later queries use it.${others}`}
      value={(100 * current.done) / current.total}
      additionalInfo={progressText(current)}
    />
  );
}

function progressText({ phase, done, total }: Table): string {
  if (phase === 'opening') return `Opening it: ${bytesText(done)} of ${bytesText(total)}`;
  if (phase === 'writing') return 'Writing the table';
  return `Reading its items: ${countText(done)} of ${countText(total)}`;
}

'use client';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useInfiniteQuery } from '@tanstack/react-query';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { countText } from '@/components/ui/bytes';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { HistoryView } from '@/lib/api/contract/resources';
import { resourceQueries } from '@/lib/api/queries/resources';
import type { ResourceKey } from '@/lib/items/identity';
import { ChangesTable } from './changes-table';
import { changeSummary, statusWords } from './history-labels';

type Entry = HistoryView['items'][number];

interface ResourceTimelineProps extends ResourceKey {
  /** The item that the page shows below; undefined: the newest. */
  shown: string | undefined;
  onShow(stateId: string | undefined): void;
}

/** Every configuration item of a resource, newest first, and what changed from one to the next. */
export function ResourceTimeline({ resourceType, resourceId, shown, onShow }: ResourceTimelineProps) {
  const history = useInfiniteQuery(resourceQueries.history({ resourceType, resourceId }));
  const entries = history.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Container
      header={
        <Header variant="h2" description="Each configuration item that was recorded, newest first.">
          Timeline
        </Header>
      }
    >
      <SpaceBetween size="s">
        <LoadFailure title="The timeline cannot be shown" query={history} />
        {history.isPending && <StatusIndicator type="loading">Loading the timeline</StatusIndicator>}
        <ol className="timeline" aria-label="Timeline">
          {entries.map((entry, index) => (
            <li key={entry.stateId}>
              <TimelineEntry
                entry={entry}
                isShown={shown === undefined ? index === 0 : shown === entry.stateId}
                onShow={() => onShow(index === 0 ? undefined : entry.stateId)}
              />
            </li>
          ))}
        </ol>
        {history.hasNextPage && (
          <Button onClick={() => history.fetchNextPage()} loading={history.isFetchingNextPage} loadingText="Loading">
            Show earlier items
          </Button>
        )}
      </SpaceBetween>
    </Container>
  );
}

function TimelineEntry({ entry, isShown, onShow }: { entry: Entry; isShown: boolean; onShow(): void }) {
  const { type, text } = statusWords(entry.status);
  const changes = entry.diff?.changes ?? [];
  return (
    <SpaceBetween size="xxs">
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        <UtcTime value={entry.captureTime} />
        <StatusIndicator type={type}>{text}</StatusIndicator>
        {isShown ? (
          <Box color="text-body-secondary">shown below</Box>
        ) : (
          <Button variant="inline-link" onClick={onShow} ariaLabel={`Show the item of ${entry.captureTime}`}>
            Show this item
          </Button>
        )}
      </SpaceBetween>
      {entry.diff && changes.length > 0 && (
        <ExpandableSection headerText={changeSummary(entry.diff)} variant="footer">
          <ChangesTable changes={changes} label={`Changes of ${entry.captureTime}`} />
          {entry.diff.more > 0 && (
            <Box color="text-body-secondary">and {countText(entry.diff.more)} more: compare the items' JSON.</Box>
          )}
        </ExpandableSection>
      )}
    </SpaceBetween>
  );
}

'use client';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useMutation, useQuery } from '@tanstack/react-query';
import { downloadHref, objectHref } from '@/components/buckets/urls';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { RouteLink } from '@/components/layout/route-link';
import { bytesText, countText } from '@/components/ui/bytes';
import { FailureAlert } from '@/components/ui/failure-alert';
import { ApiFailure } from '@/lib/api/client/api-failure';
import type { OpeningView } from '@/lib/api/contract/documents';
import { bucketQueries } from '@/lib/api/queries/buckets';
import { snapshotCommands, snapshotQueries } from '@/lib/api/queries/snapshots';

/** Beyond this many stored bytes people wonder whether anything happens. */
const large = 5_000_000;

/** What stands in place of a document while it is being read: how far that is, and the way to end it. */
export function DocumentOpening({ bucket, objectKey }: { bucket: string; objectKey: string }) {
  const object = useQuery(bucketQueries.object({ bucket, key: objectKey }));
  const opening = useQuery(snapshotQueries.opening({ bucket, key: objectKey }));
  const cancel = useMutation({ mutationFn: () => snapshotCommands.cancelOpening({ bucket, key: objectKey }) });
  const size = object.data?.size;
  const progress = opening.data?.state === 'opening' && opening.data.storedSize > 0 ? opening.data : undefined;
  return (
    <Container>
      <SpaceBetween size="m">
        {progress ? (
          <ProgressBar
            label="Reading the document"
            description="The document is read once from start to end to find its items. After that it opens at once."
            value={Math.min(100, Math.floor((100 * progress.storedRead) / progress.storedSize))}
            additionalInfo={progressText(progress)}
          />
        ) : (
          <Box textAlign="center" padding="l">
            <div role="status">
              <StatusIndicator type="loading">
                Reading the document{size !== undefined && ` (${bytesText(size)} as stored)`}
              </StatusIndicator>
            </div>
          </Box>
        )}
        {progress && size !== undefined && size > large && (
          <Button onClick={() => cancel.mutate()} loading={cancel.isPending}>
            Cancel reading
          </Button>
        )}
        {cancel.error && <FailureAlert title="Reading could not be cancelled" error={cancel.error} />}
      </SpaceBetween>
    </Container>
  );
}

/** `1.1 GB of about 2.4 GB of JSON, 460,000 items`: how much there is in all follows from what was read so far. */
function progressText({
  storedRead,
  storedSize,
  jsonRead,
  items,
  finishing,
}: OpeningView & { state: 'opening' }): string {
  const found = `${countText(items)} items`;
  if (finishing) return `${bytesText(jsonRead)} of JSON, ${found}. Looking up their relationships.`;
  const estimate = storedRead > 0 ? (jsonRead * storedSize) / storedRead : storedSize;
  return `${bytesText(jsonRead)} of about ${bytesText(Math.max(jsonRead, estimate))} of JSON, ${found}`;
}

const keptBack = new Set(['InvalidObjectState', 'RequesterPays', 'CustomerKeyRequired', 'NoSuchKey', 'NoSuchBucket']);

/** Whether the store does not give the object at all: neither can it be downloaded. */
export function isKeptBack(error: Error | null): boolean {
  return error instanceof ApiFailure && keptBack.has(error.code);
}

interface DocumentFailureProps {
  /** The page's URL: it tells whether what can be read of a broken document will do. */
  view: {
    state: { bucket: string; key: string; partial?: 1 };
    change: (changes: { partial: 1 }) => void;
  };
  query: { data: unknown; error: Error | null; refetch: () => unknown; isFetching: boolean };
}

/** What stands in place of a document that cannot be read: why, what may be shown of it, and the way to the bytes as they are. */
export function DocumentFailure({ view, query }: DocumentFailureProps) {
  const { bucket, key, partial } = view.state;
  const isPartlyReadable = query.error instanceof ApiFailure && query.error.readableItems !== undefined;
  return (
    <SpaceBetween size="m">
      <LoadFailure title="The document cannot be read" query={query} />
      <SpaceBetween direction="horizontal" size="m" alignItems="center">
        {isPartlyReadable && partial === undefined && (
          <Button onClick={() => view.change({ partial: 1 })}>Show the items before the error</Button>
        )}
        {!isKeptBack(query.error) && (
          <Button iconName="download" href={downloadHref(bucket, key)} download>
            Download the object unchanged
          </Button>
        )}
        <RouteLink href={objectHref(bucket, key)}>See the object</RouteLink>
      </SpaceBetween>
    </SpaceBetween>
  );
}

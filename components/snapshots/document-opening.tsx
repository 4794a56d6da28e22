'use client';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery } from '@tanstack/react-query';
import { QueryFailure } from '@/components/layout/query-failure';
import { RouteLink } from '@/components/layout/route-link';
import { downloadHref, objectHref } from '@/components/objects/addresses';
import { bytesText } from '@/components/ui/bytes';
import { queries } from '@/lib/api/queries';

/** Beyond this many stored bytes people wonder whether anything happens. */
const large = 5_000_000;

/** What stands in place of a document while it is being read. */
export function DocumentOpening({ bucket, objectKey }: { bucket: string; objectKey: string }) {
  const object = useQuery(queries.object({ bucket, key: objectKey }));
  const size = object.data?.size;
  return (
    <Container>
      <Box textAlign="center" padding="l">
        <div role="status">
          <StatusIndicator type="loading">
            Reading the document{size !== undefined && ` (${bytesText(size)} as stored)`}
          </StatusIndicator>
        </div>
        {size !== undefined && size > large && (
          <Box variant="p" color="text-body-secondary">
            A large one is read once from end to end, to find every item in it. After that it opens at once.
          </Box>
        )}
      </Box>
    </Container>
  );
}

interface DocumentFailureProps {
  bucket: string;
  objectKey: string;
  query: { data: unknown; error: Error | null; refetch: () => unknown; isFetching: boolean };
}

/** What stands in place of a document that cannot be read: why, and the way to the bytes as they are. */
export function DocumentFailure({ bucket, objectKey, query }: DocumentFailureProps) {
  return (
    <SpaceBetween size="m">
      <QueryFailure title="The document cannot be read" query={query} />
      <SpaceBetween direction="horizontal" size="m" alignItems="center">
        <Button iconName="download" href={downloadHref(bucket, objectKey)} download>
          Download the object as it is
        </Button>
        <RouteLink href={objectHref(bucket, objectKey)}>See the object</RouteLink>
      </SpaceBetween>
    </SpaceBetween>
  );
}

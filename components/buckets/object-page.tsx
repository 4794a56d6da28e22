'use client';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery } from '@tanstack/react-query';
import { PageFrame } from '@/components/layout/page-frame';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { RouteLink } from '@/components/layout/route-link';
import { useFollow } from '@/components/layout/use-follow';
import { bucketQueries } from '@/lib/api/queries/buckets';
import { ArchiveNotice, canBeRead } from './archive-notice';
import { CopyUri } from './copy-uri';
import { folderTrail, objectName, parentPrefix } from './folder-trail';
import { isReadable } from './kind-badge';
import { ObjectProperties } from './object-properties';
import { downloadHref, folderHref, snapshotHref } from './urls';

/** The page of one object: what is known of it, and what can be done with it. */
export function ObjectPage({ bucket, objectKey }: { bucket: string; objectKey: string }) {
  const follow = useFollow();
  const object = useQuery(bucketQueries.object({ bucket, key: objectKey }));
  const folder = parentPrefix(objectKey);
  const trail = folderTrail(folder).map((step) => ({
    text: step.name,
    href: folderHref({ bucket, prefix: step.prefix }),
  }));
  const stored = object.data && canBeRead(object.data) ? object.data : undefined;
  const readable = stored !== undefined && isReadable(stored.kind);
  return (
    <PageFrame
      title={objectName(objectKey)}
      parents={[{ text: 'Buckets', href: '/buckets' }, { text: bucket, href: folderHref({ bucket }) }, ...trail]}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <CopyUri bucket={bucket} path={objectKey} />
          {stored && (
            <Button iconName="download" href={downloadHref(bucket, objectKey)} download>
              Download
            </Button>
          )}
          {readable && (
            <Button variant="primary" href={snapshotHref(bucket, objectKey)} onFollow={follow}>
              Open snapshot
            </Button>
          )}
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        <LoadFailure title="The object cannot be shown" query={object} />
        {object.error && (
          <RouteLink href={folderHref({ bucket, prefix: folder })}>See the folder in which it should be</RouteLink>
        )}
        {object.isPending && <StatusIndicator type="loading">Asking for the object</StatusIndicator>}
        {object.data?.archive && <ArchiveNotice archive={object.data.archive} />}
        {object.data?.kind === 'check-file' && (
          <Alert type="info" header="Why this file is here">
            It is written when the delivery channel is set up and again before each snapshot, to verify that the bucket
            can be written to. It is empty on purpose: nothing is missing, and there is nothing to open.
          </Alert>
        )}
        {object.data && <ObjectProperties object={object.data} />}
      </SpaceBetween>
    </PageFrame>
  );
}

'use client';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { PageFrame } from '@/components/layout/page-frame';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { RouteLink } from '@/components/layout/route-link';
import { useUrl } from '@/components/ui/url/use-url';
import { bucketQueries } from '@/lib/api/queries/buckets';
import { CopyUri } from './copy-uri';
import { FolderTable } from './folder-table';
import { folderTrail } from './folder-trail';
import { readFolderUrl } from './folder-url';
import { UnreadableNames } from './unreadable-names';
import { folderHref } from './urls';

/** The page of one folder of a bucket, as its URL says: `prefix`, `filter` and `token`. */
export function FolderPage({ bucket }: { bucket: string }) {
  const { parameters, go, replace, follow } = useUrl();
  const place = readFolderUrl(bucket, parameters);
  const { prefix, filter, token } = place;
  const folder = useQuery(bucketQueries.folder(place));

  const trail = folderTrail(prefix);
  const here = trail.pop();
  const above = trail.map((step) => ({ text: step.name, href: folderHref({ bucket, prefix: step.prefix }) }));
  const parents = [
    { text: 'Buckets', href: '/buckets' },
    ...(here ? [{ text: bucket, href: folderHref({ bucket }) }, ...above] : []),
  ];
  return (
    <PageFrame title={here ? here.name : bucket} parents={parents} actions={<CopyUri bucket={bucket} path={prefix} />}>
      <SpaceBetween size="l">
        <LoadFailure title="The folder cannot be listed" query={folder} />
        {folder.error && <RouteLink href="/buckets">See all buckets</RouteLink>}
        {folder.data?.unreadable && <UnreadableNames unreadable={folder.data.unreadable} />}
        {(folder.data || folder.isPending) && (
          <FolderTable
            // Another folder is another table: what was typed or scrolled in the last one is not taken along.
            key={prefix}
            bucket={bucket}
            prefix={prefix}
            filter={filter}
            token={token}
            view={folder.data}
            onFilter={(text) => replace(folderHref({ bucket, prefix, filter: text }))}
            onPage={(page) => go(folderHref({ bucket, prefix, filter, token: page }))}
            onFollow={follow}
          />
        )}
      </SpaceBetween>
    </PageFrame>
  );
}

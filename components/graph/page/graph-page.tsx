'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { objectName } from '@/components/buckets/folder-trail';
import { PageFrame } from '@/components/layout/page-frame';
import { PageTitle } from '@/components/layout/page-title';
import { RouteLink } from '@/components/layout/route-link';
import { LoadingScreen } from '@/components/layout/screens/loading-screen';
import { DocumentFailure, DocumentOpening } from '@/components/snapshots/page/document-opening';
import { viewHref } from '@/components/snapshots/page/view-state';
import { EmptyState } from '@/components/ui/table/empty-state';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import { loadCytoscape } from '../canvas/cytoscape/load-cytoscape';
import { useGraphPlace } from './use-graph-place';

/** The drawing library is large, and needs a browser. */
const loadWorkspace = () => Promise.all([import('./graph-workspace'), loadCytoscape()]);
const GraphWorkspace = dynamic(() => loadWorkspace().then(([file]) => file.GraphWorkspace), {
  ssr: false,
  loading: LoadingScreen,
});
// Fetched while the page wakes up and the document is asked for: each of them takes as long as the other.
if (typeof window !== 'undefined') void loadWorkspace();

/** The page of a snapshot's graph: the canvas fills it. While the document is read, it says how far that is. */
export function GraphPage() {
  const place = useGraphPlace();
  const { bucket, key, partial } = place.state;
  const isNamed = bucket !== '' && key !== '';
  const document = useQuery({ ...snapshotQueries.document({ bucket, key, partial }), enabled: isNamed });
  if (document.data) {
    const title = document.data.configSnapshotId ?? objectName(key);
    return (
      <>
        <PageTitle title={`Graph of ${title}`} />
        <GraphWorkspace key={`${bucket}/${key}`} place={place} title={title} />
      </>
    );
  }
  if (!isNamed) {
    return (
      <PageFrame title="Graph" parents={[{ text: 'Snapshots', href: '/snapshots' }]}>
        <EmptyState title="No snapshot is chosen" action={<RouteLink href="/snapshots">Choose a snapshot</RouteLink>}>
          The URL of this page names none.
        </EmptyState>
      </PageFrame>
    );
  }
  const parents = [
    { text: 'Snapshots', href: '/snapshots' },
    { text: objectName(key), href: viewHref({ bucket, key, partial }) },
  ];
  return (
    <PageFrame title="Graph" parents={parents}>
      {document.isFetching ? (
        <DocumentOpening bucket={bucket} objectKey={key} />
      ) : (
        <DocumentFailure view={place} query={document} />
      )}
    </PageFrame>
  );
}

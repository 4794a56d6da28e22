'use client';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { useQuery } from '@tanstack/react-query';
import { CopyUri } from '@/components/buckets/copy-uri';
import { objectName } from '@/components/buckets/folder-trail';
import { downloadHref, objectHref } from '@/components/buckets/urls';
import { graphHref } from '@/components/graph/page/graph-url';
import { PageFrame } from '@/components/layout/page-frame';
import { useFollow } from '@/components/layout/use-follow';
import { countText } from '@/components/ui/bytes';
import { bucketQueries } from '@/lib/api/queries/buckets';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import { ItemsTab } from '../items/items-tab';
import { useItemPanel } from '../items/use-item-panel';
import { QueryTab } from '../query/query-tab';
import { CountsTab } from './counts-tab';
import { DocumentHeader } from './document-header';
import { DocumentFailure, DocumentOpening, isKeptBack } from './document-opening';
import { JsonTab } from './json-tab';
import { NotesTab, notesOf } from './notes-tab';
import { ReferencesTab } from './references-tab';
import { useViewState } from './use-view-state';
import { tabs } from './view-state';

/** The page that reads one snapshot or history file: its head, then its items, counted and related, its graph, queries and JSON. */
export function SnapshotPage() {
  const view = useViewState();
  const follow = useFollow();
  const { bucket, key, partial } = view.state;
  const document = useQuery(snapshotQueries.document({ bucket, key, partial }));
  // The object's head is there at once; while the document is read, it names the page.
  const object = useQuery(bucketQueries.object({ bucket, key }));
  const graph = graphHref({ bucket, key, partial });
  const itemCount = document.data?.itemCount;
  const notes = document.data ? notesOf(document.data) : { count: 0, words: '' };
  useItemPanel(view, itemCount);
  return (
    <PageFrame
      title={document.data?.configSnapshotId ?? object.data?.configSnapshotId ?? objectName(key)}
      parents={[{ text: 'Snapshots', href: '/snapshots' }]}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <CopyUri bucket={bucket} path={key} />
          <Button href={objectHref(bucket, key)} onFollow={follow}>
            Show in bucket
          </Button>
          {!isKeptBack(document.error) && (
            <Button iconName="download" href={downloadHref(bucket, key)} download>
              Download
            </Button>
          )}
        </SpaceBetween>
      }
    >
      {!document.data && document.isFetching && <DocumentOpening bucket={bucket} objectKey={key} />}
      {document.error && !document.data && !document.isFetching && <DocumentFailure view={view} query={document} />}
      {document.data && (
        <SpaceBetween size="l">
          {document.data.incomplete && (
            <Alert type="warning" header="This document was not read to its end">
              {document.data.incomplete.message} The items before the error are shown:{' '}
              {countText(document.data.itemCount)} items.
            </Alert>
          )}
          {notes.count > 0 && view.state.tab !== 'notes' && (
            <Alert
              type="info"
              header="Read with notes"
              action={<Button onClick={() => view.change({ tab: 'notes' })}>Show the notes</Button>}
            >
              {notes.words}.
            </Alert>
          )}
          <DocumentHeader
            document={document.data}
            brief={view.state.tab !== 'items' || view.state.item !== undefined}
          />
          <Tabs
            ariaLabel="Parts of the snapshot"
            activeTabId={view.state.tab}
            keyboardActivationMode="manual"
            onChange={(event) => {
              const { activeTabId, activeTabHref } = event.detail;
              // The graph has a page of its own.
              if (activeTabHref)
                follow(new CustomEvent('follow', { detail: { href: activeTabHref }, cancelable: true }));
              else view.change({ tab: tabs.find((tab) => tab === activeTabId) });
            }}
            tabs={[
              {
                id: 'items',
                label: `Items (${countText(document.data.itemCount)})`,
                content: <ItemsTab view={view} document={document.data} />,
              },
              { id: 'counts', label: 'Counts', content: <CountsTab view={view} /> },
              { id: 'references', label: 'References', content: <ReferencesTab view={view} /> },
              { id: 'graph', label: 'Graph', href: graph },
              { id: 'query', label: 'Query', content: <QueryTab view={view} document={document.data} /> },
              { id: 'json', label: 'JSON', content: <JsonTab document={document.data} /> },
              ...(notes.count > 0
                ? [
                    {
                      id: 'notes',
                      label: `Notes (${countText(notes.count)})`,
                      content: <NotesTab view={view} document={document.data} />,
                    },
                  ]
                : []),
            ]}
          />
        </SpaceBetween>
      )}
    </PageFrame>
  );
}

'use client';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Tabs from '@cloudscape-design/components/tabs';
import { useQuery } from '@tanstack/react-query';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { bytesText } from '@/components/ui/bytes';
import { JsonViewer } from '@/components/ui/code/json-viewer';
import { apiUrl } from '@/lib/api/client/api-url';
import type { ItemView } from '@/lib/api/contract/snapshots';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import { ItemDetails } from './item-details';
import type { ItemPlace } from './item-place';

/** A name for the file of one item: what may trouble a file system is replaced. */
function itemFileName({ row }: ItemView): string {
  const name = `${row.resourceType}_${row.resourceId}`.replace(/[^\w.-]+/g, '-').slice(0, 150);
  return `${name || 'item'}.json`;
}

/** One item of the document: what it is, what it is related to, its JSON. */
export function ItemPanel({ view, itemIndex }: { view: ItemPlace; itemIndex: number }) {
  const { bucket, key, at, itemJson } = view.state;
  const item = useQuery(snapshotQueries.item({ bucket, key, at, index: itemIndex }));
  if (item.error) return <LoadFailure title="The item cannot be shown" query={item} />;
  if (!item.data) return <StatusIndicator type="loading">Reading the item</StatusIndicator>;
  const download = apiUrl('/api/snapshots/json', { bucket, key, index: itemIndex, download: 1 });
  const fileName = itemFileName(item.data);
  const { resourceType, resourceId } = item.data.row;
  return (
    <SpaceBetween size="m">
      <div>
        <Box variant="h3" padding="n">
          <span style={{ overflowWrap: 'anywhere' }}>{resourceId || '(no ID)'}</span>
        </Box>
        <Box color="text-body-secondary">{resourceType}</Box>
      </div>
      <Button iconName="download" href={download} download={fileName}>
        Download item
      </Button>
      <Tabs
        ariaLabel="Parts of the item"
        activeTabId={itemJson ? 'json' : 'details'}
        onChange={({ detail }) => view.change({ itemJson: detail.activeTabId === 'json' })}
        tabs={[
          { id: 'details', label: 'Details', content: <ItemDetails view={view} item={item.data} /> },
          {
            id: 'json',
            label: 'JSON',
            content:
              item.data.json === undefined ? (
                <Box variant="p">
                  This item is {bytesText(item.data.jsonSize)} of JSON, too much to show here. Download it to read it.
                </Box>
              ) : (
                <JsonViewer
                  text={item.data.json}
                  fileName={fileName}
                  ariaLabel={`JSON of ${resourceId}`}
                  downloadHref={download}
                />
              ),
          },
        ]}
      />
    </SpaceBetween>
  );
}

'use client';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery } from '@tanstack/react-query';
import { objectName } from '@/components/buckets/folder-trail';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { bytesText } from '@/components/ui/bytes';
import { JsonViewer, longestShown } from '@/components/ui/code/json-viewer';
import { apiUrl } from '@/lib/api/client/api-url';
import type { DocumentView } from '@/lib/api/contract/documents';
import { snapshotQueries } from '@/lib/api/queries/snapshots';

/** The whole document as text, or the way to it where it is too long to show. */
export function JsonTab({ document }: { document: DocumentView }) {
  const { bucket, key, jsonSize } = document;
  const shown = jsonSize <= longestShown;
  const json = useQuery({ ...snapshotQueries.json({ bucket, key }), enabled: shown });
  const download = apiUrl('/api/snapshots/json', { bucket, key, download: 1 });
  const fileName = objectName(key).replace(/\.gz$/, '');
  if (!shown) {
    return (
      <Alert
        type="info"
        header="This document is too large to show as a whole"
        action={
          <Button iconName="download" href={download} download={fileName}>
            Download JSON
          </Button>
        }
      >
        It is {bytesText(jsonSize)} as JSON; up to {bytesText(longestShown)} can be shown in one piece. Open an item in
        the items tab to read its own JSON, or download the whole.
      </Alert>
    );
  }
  if (json.error) return <LoadFailure title="The JSON cannot be shown" query={json} />;
  if (json.data === undefined) return <StatusIndicator type="loading">Fetching the JSON</StatusIndicator>;
  return <JsonViewer text={json.data} fileName={fileName} ariaLabel="JSON of the snapshot" downloadHref={download} />;
}

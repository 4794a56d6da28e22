'use client';
import Alert from '@cloudscape-design/components/alert';
import { useQueries } from '@tanstack/react-query';
import { objectName } from '@/components/buckets/folder-trail';
import { snapshotQueries } from '@/lib/api/queries/snapshots';

/** Says which of compared documents were not read to their end: what they lack may only have stood behind the break. */
export function IncompleteNotice({ bucket, keys }: { bucket: string; keys: string[] }) {
  const documents = useQueries({ queries: keys.map((key) => snapshotQueries.document({ bucket, key })) });
  return documents.flatMap(({ data }) =>
    data?.incomplete
      ? [
          <Alert key={data.key} type="warning" header={`${objectName(data.key)} was not read to its end`}>
            {data.incomplete.message} Resources that stood after the break count as missing from it.
          </Alert>,
        ]
      : [],
  );
}

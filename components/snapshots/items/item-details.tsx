'use client';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs, { type KeyValuePairsProps } from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { countText } from '@/components/ui/bytes';
import { Copyable } from '@/components/ui/copyable';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { ItemView } from '@/lib/api/contract/snapshots';
import type { ItemPlace } from './item-place';
import { RelatedItems } from './related-items';

function properties({ row, arn, creationTime, repeatOf, odd }: ItemView, view: ItemPlace): KeyValuePairsProps.Item[] {
  return [
    ...(repeatOf === undefined
      ? []
      : [
          {
            label: 'Repeats',
            value: (
              <>
                <Link href={view.href({ item: repeatOf })} onFollow={view.follow}>
                  Another item
                </Link>{' '}
                of this resource, which counts in graphs and comparisons
              </>
            ),
          },
        ]),
    { label: 'ID', value: <Copyable text={row.resourceId} label="ID" /> },
    ...(row.resourceName ? [{ label: 'Name', value: <Copyable text={row.resourceName} label="name" /> }] : []),
    ...(arn ? [{ label: 'ARN', value: <Copyable text={arn} label="ARN" /> }] : []),
    { label: 'Status', value: row.status ?? '–' },
    { label: 'Account', value: row.awsAccountId || '–' },
    { label: 'Region', value: row.awsRegion || '–' },
    { label: 'Zone', value: row.availabilityZone ?? '–' },
    { label: 'Captured', value: <UtcTime value={row.captureTime} /> },
    ...(creationTime ? [{ label: 'Created', value: <UtcTime value={creationTime} /> }] : []),
    ...odd.map(({ field, problem }) => ({ label: 'Read with a note', value: `${field} ${problem}.` })),
  ];
}

/** The properties, relationships and tags of an item. */
export function ItemDetails({ view, item }: { view: ItemPlace; item: ItemView }) {
  return (
    <SpaceBetween size="l">
      <div style={{ overflowWrap: 'anywhere' }}>
        <KeyValuePairs columns={2} items={properties(item, view)} />
      </div>
      <RelatedItems key={item.row.index} view={view} related={item.related} total={item.relatedTotal} />
      <Table
        variant="embedded"
        ariaLabels={{ tableLabel: 'Tags' }}
        header={
          <Header variant="h3" counter={`(${countText(item.tags.length)})`}>
            Tags
          </Header>
        }
        items={item.tags}
        trackBy="key"
        wrapLines
        columnDefinitions={[
          { id: 'key', header: 'Key', isRowHeader: true, cell: ({ key }) => key },
          { id: 'value', header: 'Value', cell: ({ value }) => value },
        ]}
        empty="No tags"
      />
    </SpaceBetween>
  );
}

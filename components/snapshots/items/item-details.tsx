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

function properties({ row, arn, creationTime, state, odd }: ItemView, view: ItemPlace): KeyValuePairsProps.Item[] {
  return [
    ...(state ? [{ label: 'State', value: <StateOfResource state={state} view={view} /> }] : []),
    { label: 'ID', value: <Copyable text={row.resourceId} label="ID" /> },
    ...(row.resourceName ? [{ label: 'Name', value: <Copyable text={row.resourceName} label="name" /> }] : []),
    ...(row.nameTag ? [{ label: 'Name (of its tag)', value: <Copyable text={row.nameTag} label="name" /> }] : []),
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

/** Which of several states of its resource an item is, and the ways to the others. */
function StateOfResource({ state, view }: { state: NonNullable<ItemView['state']>; view: ItemPlace }) {
  const { number, of, older, newer, newest } = state;
  const others = [
    { text: 'Older state', item: older },
    { text: 'Newer state', item: newer },
    { text: 'Newest state', item: number + 1 < of ? newest : undefined },
  ];
  return (
    <>
      {countText(number)} of {countText(of)} in this file{number === of ? ', the newest' : ''}
      {others.map(({ text, item }) =>
        item === undefined ? null : (
          <div key={text}>
            <Link href={view.href({ item })} onFollow={view.follow}>
              {text}
            </Link>
          </div>
        ),
      )}
    </>
  );
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

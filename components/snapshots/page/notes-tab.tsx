'use client';
import { useCollection } from '@cloudscape-design/collection-hooks';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Pagination from '@cloudscape-design/components/pagination';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { useFollow } from '@/components/layout/use-follow';
import { countText } from '@/components/ui/bytes';
import type { DocumentView, ReadingNote } from '@/lib/api/contract/documents';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import type { View } from './use-view-state';
import { viewHref } from './view-state';

/** What in a document is not as the rest, and where. */
export function NotesTab({ view, document }: { view: View; document: DocumentView }) {
  const { bucket, key } = document;
  const notes = useQuery(snapshotQueries.notes({ bucket, key }));
  const rows = notes.data?.notes ?? [];
  const { items, paginationProps } = useCollection(rows, { pagination: { pageSize: 50 } });
  if (notes.error) return <LoadFailure title="The notes cannot be shown" query={notes} />;
  if (!notes.data) return <StatusIndicator type="loading">Looking up the notes</StatusIndicator>;
  const total = notesOf(document).count;
  const counter = rows.length < total ? `(first ${countText(rows.length)})` : `(${countText(rows.length)})`;
  return (
    <Table
      variant="borderless"
      wrapLines
      ariaLabels={{ tableLabel: 'Notes' }}
      header={
        <Header
          variant="h2"
          counter={counter}
          description="Fields that are not as AWS Config writes them were read as far as they go. Messages that carry no item, and values that are none, are passed over."
        >
          Notes
        </Header>
      }
      pagination={
        paginationProps.pagesCount > 1 && (
          <Pagination {...paginationProps} ariaLabels={{ paginationLabel: 'Pages of notes' }} />
        )
      }
      items={items}
      columnDefinitions={[
        { id: 'byte', header: 'At byte', isRowHeader: true, minWidth: 100, cell: ({ byte }) => countText(byte) },
        { id: 'where', header: 'Where', minWidth: 200, cell: (note) => <Where note={note} view={view} /> },
        { id: 'what', header: 'What', minWidth: 260, cell: (note) => <What note={note} /> },
      ]}
    />
  );
}

/** So many types of messages are named above the page. */
const mostNamed = 5;

/** How many notes a document has, and what they are on, in words. */
export function notesOf({ notes: { items, values, messages } }: DocumentView): { count: number; words: string } {
  const count = (number: number, one: string, several: string) =>
    number === 0 ? [] : [`${countText(number)} ${number === 1 ? one : several}`];
  const parts = [
    ...count(items, 'item has fields that are odd', 'items have fields that are odd'),
    ...count(values, 'value is no configuration item', 'values are no configuration items'),
    ...messages.slice(0, mostNamed).map((message) => `${countText(message.count)} × ${message.messageType}`),
    ...(messages.length > mostNamed ? ['…'] : []),
  ];
  const inMessages = messages.reduce((sum, message) => sum + message.count, 0);
  return { count: items + values + inMessages, words: parts.join('; ') };
}

function Where({ note, view }: { note: ReadingNote; view: View }) {
  if (note.kind === 'value') return 'In place of an item';
  if (note.kind === 'message') return note.messageType;
  return (
    <>
      <Link href={view.href({ item: note.itemIndex })} onFollow={view.follow}>
        Item {countText(note.itemIndex)}
      </Link>
      , {note.field}
    </>
  );
}

function What({ note }: { note: ReadingNote }) {
  const follow = useFollow();
  if (note.kind === 'field') return `It ${note.problem}.`;
  if (note.kind === 'value') return note.what === undefined ? note.problem : `This is ${note.what}.`;
  const { resourceType, resourceId, object } = note;
  const about = [resourceType, resourceId].filter((part) => part !== undefined).join(' ');
  return (
    <>
      {about || (object ? '' : '–')}{' '}
      {object && (
        <Link href={viewHref(object)} onFollow={follow}>
          {object.key.slice(object.key.lastIndexOf('/') + 1)}
        </Link>
      )}
    </>
  );
}

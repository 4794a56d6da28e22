'use client';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { useState } from 'react';
import { bytesText, countText } from '@/components/ui/bytes';
import { Copyable } from '@/components/ui/copyable';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { DocumentView } from '@/lib/api/contract/documents';

const forms: Record<DocumentView['form'], string> = {
  snapshot: 'AWS Config, modern form',
  'snapshot-2014': 'AWS Config, form of 2014',
  history: 'AWS Config, history file',
};

interface DocumentHeaderProps {
  document: DocumentView;
  /** Whether there is little room for it: then it is one line, until somebody unfolds it. */
  brief: boolean;
}

/** What the head of a document and its items tell of it. */
export function DocumentHeader({ document, brief }: DocumentHeaderProps) {
  const [chosen, choose] = useState<boolean>();
  const expanded = chosen ?? !brief;
  const { configSnapshotId, capturedFrom, capturedTo } = document;
  const id = document.form === 'snapshot-2014' ? 'Request ID' : 'Snapshot ID';
  return (
    <ExpandableSection
      variant="container"
      headerText="Summary"
      headerDescription={expanded ? undefined : oneLine(document)}
      expanded={expanded}
      onChange={({ detail }) => choose(detail.expanded)}
    >
      <KeyValuePairs
        columns={3}
        minColumnWidth={160}
        items={[
          { label: id, value: configSnapshotId ? <Copyable text={configSnapshotId} label={id} /> : '–' },
          { label: 'Account', value: document.accountIds.join(', ') || '–' },
          { label: 'Region', value: document.regions.join(', ') || '–' },
          { label: 'Items', value: `${countText(document.itemCount)} of ${countText(document.types.length)} types` },
          ...documents(document),
          ...states(document),
          {
            label: 'Relationships',
            value: `${countText(document.relationshipCount)}, as items tell them. What both ends tell is one line in graphs.`,
          },
          {
            label: 'Size',
            value: `${bytesText(document.storedSize)} stored, ${bytesText(document.jsonSize)} as JSON`,
          },
          { label: 'Captured from', value: <UtcTime value={capturedFrom} /> },
          { label: 'Captured to', value: <UtcTime value={capturedTo} /> },
          { label: 'Stored', value: <UtcTime value={document.lastModified} /> },
          { label: 'Form', value: forms[document.form] },
          { label: 'File version', value: document.fileVersion ?? '–' },
        ]}
      />
    </ExpandableSection>
  );
}

/** How many documents of a file are told by name. */
const named = 5;

/** Of a file that holds several documents: how they are called. */
function documents({ documents }: DocumentView) {
  if (!documents) return [];
  const first = documents.first.slice(0, named);
  const told = first.map(({ configSnapshotId, items }) => `${configSnapshotId ?? 'without ID'} (${countText(items)})`);
  const more = documents.total > first.length ? ', …' : '';
  return [{ label: 'Documents', value: `${countText(documents.total)}, read as one: ${told.join(', ')}${more}` }];
}

/** What a person should know who counts items and then resources. */
function states({ states: { current, deleted, older } }: DocumentView) {
  if (deleted + older === 0) return [];
  const told = [
    `${countText(current)}: of several items of a resource the newest counts in graphs and comparisons`,
    ...(older > 0 ? [`${countText(older)} ${older === 1 ? 'is an older state' : 'are older states'}`] : []),
    ...(deleted > 0 ? [`${countText(deleted)} ${deleted === 1 ? 'resource was' : 'resources were'} deleted`] : []),
  ];
  return [{ label: 'Resources', value: `${told.join('; ')}.` }];
}

function oneLine(document: DocumentView): string {
  const { accountIds, regions, itemCount, relationshipCount, storedSize } = document;
  return [
    accountIds.join(', '),
    regions.join(', '),
    `${countText(itemCount)} items`,
    `${countText(relationshipCount)} relationships`,
    `${bytesText(storedSize)} stored`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

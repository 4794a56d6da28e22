import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { countText } from '@/components/ui/bytes';
import type { HistoryView, ItemChangeView } from '@/lib/api/contract/resources';

const statuses: { [status: string]: { type: StatusIndicatorProps.Type; text: string } } = {
  ResourceDiscovered: { type: 'info', text: 'Discovered' },
  OK: { type: 'success', text: 'Changed' },
  ResourceDeleted: { type: 'stopped', text: 'Deleted' },
  ResourceNotRecorded: { type: 'not-started', text: 'Not recorded any more' },
  ResourceDeletedNotRecorded: { type: 'stopped', text: 'Deleted while not recorded' },
};

/** AWS Config's status of an item in words; one that is not known by its own name. */
export function statusWords(status: string): { type: StatusIndicatorProps.Type; text: string } {
  return statuses[status] ?? { type: 'info', text: status };
}

const sections: { [section in ItemChangeView['section']]: string } = {
  configuration: 'Configuration',
  supplementaryConfiguration: 'Supplementary configuration',
  tags: 'Tags',
  relationships: 'Relationships',
  item: 'Item',
};

/** The part of an item in words. */
export function sectionText(section: ItemChangeView['section']): string {
  return sections[section];
}

/** `3 changes: configuration, tags`. */
export function changeSummary({ changes, more }: NonNullable<HistoryView['items'][number]['diff']>): string {
  const count = changes.length + more;
  const parts = [...new Set(changes.map(({ section }) => sectionText(section).toLowerCase()))];
  return `${countText(count)} ${count === 1 ? 'change' : 'changes'}: ${parts.join(', ')}`;
}

'use client';
import Alert from '@cloudscape-design/components/alert';
import { countText } from '@/components/ui/bytes';
import type { FolderView } from '@/lib/api/contract/buckets';
import { shownName } from './folder-trail';

/** What lies in a folder and cannot be opened: that it is there, and why. */
export function UnreadableNames({ unreadable }: { unreadable: NonNullable<FolderView['unreadable']> }) {
  const { count, examples } = unreadable;
  const more = count - examples.length;
  return (
    <Alert
      type="warning"
      header={
        count === 1
          ? '1 entry of this folder cannot be opened'
          : `${countText(count)} entries of this folder cannot be opened`
      }
    >
      <ul style={{ margin: 0, overflowWrap: 'anywhere' }}>
        {examples.map(({ name, reason }) => (
          <li key={`${name} ${reason}`}>
            <code>{shownName(name)}</code>: {reason}
          </li>
        ))}
        {more > 0 && <li>and {countText(more)} more</li>}
      </ul>
    </Alert>
  );
}

'use client';
import Badge, { type BadgeProps } from '@cloudscape-design/components/badge';
import type { ObjectKind } from '@/lib/api/contract/buckets';

const kinds: Record<ObjectKind, { text: string; color: BadgeProps['color'] } | undefined> = {
  snapshot: { text: 'Snapshot', color: 'blue' },
  history: { text: 'History', color: 'green' },
  'oversized-item': { text: 'Oversized item', color: 'severity-medium' },
  'check-file': { text: 'Check file', color: 'grey' },
  other: undefined,
};

/** What an object is to AWS Config; nothing for objects that are not its own. */
export function KindBadge({ kind }: { kind: ObjectKind }) {
  const shown = kinds[kind];
  return shown ? <Badge color={shown.color}>{shown.text}</Badge> : <span>–</span>;
}

/** Whether the snapshot page can read it. */
export function isReadable(kind: ObjectKind): boolean {
  return kind === 'snapshot' || kind === 'history';
}

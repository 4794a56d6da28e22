import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FilterBoxProps } from '@/components/ui/table/filter-box';
import { type CountedBy, countedBy } from '@/lib/api/contract/snapshots';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import { noFilter } from '../page/view-state';

type Asked = Parameters<FilterBoxProps['onAsk']>[0];

/** Values for a filter's properties out of what a snapshot holds, each with its count. The keys of the properties are what it is counted by. */
export function useProposedValues({
  bucket,
  key,
}: {
  bucket: string;
  key: string;
}): Pick<FilterBoxProps, 'values' | 'asking' | 'onAsk'> {
  const [asked, setAsked] = useState<Asked>();
  const by = countedFor(asked);
  const counts = useQuery({
    ...snapshotQueries.counts({ bucket, key, ...noFilter, by: by ?? 'resourceType' }),
    enabled: by !== undefined,
  });
  const prefix = by?.startsWith('tag:') ? `${by.slice('tag:'.length)}=` : '';
  const values = (by && !counts.isPlaceholderData ? (counts.data?.values ?? []) : []).flatMap(({ value, count }) =>
    value === undefined ? [] : [{ propertyKey: asked?.property ?? '', value: `${prefix}${value}`, count }],
  );
  return { values, asking: counts, onAsk: setAsked };
}

/** What to count for the values of a property: of tags the keys first, and once one is typed, the values of that. */
function countedFor(asked: Asked): CountedBy | undefined {
  const equals = asked?.property === 'tag' ? asked.text.indexOf('=', 1) : -1;
  return countedBy.safeParse(equals > 0 ? `tag:${asked?.text.slice(0, equals)}` : asked?.property).data;
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FilterBox } from '@/components/ui/table/filter-box';
import { countedBy } from '@/lib/api/contract/snapshots';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import type { GraphPlace } from '../page/use-graph-place';
import { filterOfTokens, properties, tokensOf } from './graph-filter-tokens';

/** Which resources are drawn; values are proposed out of what the snapshot holds. */
export function GraphFilterBox({ place, total }: { place: GraphPlace; total: number }) {
  const { bucket, key } = place.state;
  const [asked, setAsked] = useState<{ property: string; text: string }>();
  const equals = asked?.property === 'tag' ? asked.text.indexOf('=', 1) : -1;
  const by = countedBy.safeParse(equals > 0 ? `tag:${asked?.text.slice(0, equals)}` : asked?.property).data;
  const all = {
    types: [],
    search: '',
    regions: [],
    zones: [],
    statuses: [],
    tags: [],
    name: '',
    changedSince: undefined,
  };
  const counts = useQuery({
    ...snapshotQueries.counts({ bucket, key, ...all, by: by ?? 'resourceType' }),
    enabled: by !== undefined,
  });
  const prefix = by?.startsWith('tag:') ? `${by.slice('tag:'.length)}=` : '';
  const values = (by && !counts.isPlaceholderData ? (counts.data?.values ?? []) : []).flatMap(({ value, count }) =>
    value === undefined ? [] : [{ propertyKey: asked?.property ?? '', value: `${prefix}${value}`, count }],
  );
  return (
    <FilterBox
      query={tokensOf(place.state)}
      onChange={(query) => place.change(filterOfTokens(query))}
      filteringProperties={properties.map((property) => ({
        ...property,
        operators: [{ operator: '=', tokenType: property.part === 'tags' ? 'value' : 'enum' } as const],
      }))}
      values={values}
      asking={counts}
      onAsk={setAsked}
      hideOperations
      filteringPlaceholder="Show only some types, tags, accounts, Regions, zones or statuses"
      label="Filter the graph"
      total={total}
    />
  );
}

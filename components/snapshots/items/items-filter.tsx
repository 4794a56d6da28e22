'use client';
import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { FilterBox } from '@/components/ui/table/filter-box';
import { utcText } from '@/components/ui/time/time';
import { UtcTimeForm } from '@/components/ui/time/utc-time-form';
import { type CountedBy, countedBy } from '@/lib/api/contract/snapshots';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import type { View } from '../page/use-view-state';
import { filterOf, noFilter } from '../page/view-state';
import { filterOfQuery, itemsQueryOf } from './items-query';

const oneOf = (key: string, propertyLabel: string, groupValuesLabel: string) => ({
  key,
  propertyLabel,
  groupValuesLabel,
  operators: [{ operator: '=', tokenType: 'enum' } as const],
});

const properties: PropertyFilterProps.FilteringProperty[] = [
  oneOf('resourceType', 'Type', 'Types'),
  { key: 'resourceName', propertyLabel: 'Name', groupValuesLabel: 'Names', operators: [':'] },
  {
    key: 'tag',
    propertyLabel: 'Tag',
    groupValuesLabel: 'Tags: a key, or key=value',
    operators: ['='],
  },
  oneOf('awsRegion', 'Region', 'Regions'),
  oneOf('availabilityZone', 'Zone', 'Zones'),
  oneOf('status', 'Status', 'Statuses'),
  {
    key: 'captureTime',
    propertyLabel: 'Captured',
    groupValuesLabel: 'Capture times',
    defaultOperator: '>=',
    operators: [
      {
        operator: '>=',
        form: UtcTimeForm,
        format: (value: string | null) => (value === null ? '' : utcText(value)),
      },
    ],
  },
];

/** Which items are shown and counted, as the URL says; values are proposed out of what the snapshot holds. */
export function ItemsFilter({ view, total }: { view: View; total: number }) {
  const { bucket, key } = view.state;
  // The page follows its URL a moment later: whoever changes the box twice by then changes what stands in it.
  const inUrl = JSON.stringify(itemsQueryOf(filterOf(view.state)));
  const [query, setQuery] = useState<PropertyFilterProps.Query>(() => JSON.parse(inUrl));
  useEffect(() => setQuery(JSON.parse(inUrl)), [inUrl]);
  const [asked, setAsked] = useState<{ property: string; text: string }>();
  const by = countedFor(asked);
  const counts = useQuery({
    ...snapshotQueries.counts({ bucket, key, ...noFilter, by: by ?? 'resourceType' }),
    enabled: by !== undefined,
  });
  const prefix = by?.startsWith('tag:') ? `${by.slice('tag:'.length)}=` : '';
  const values = (by && !counts.isPlaceholderData ? (counts.data?.values ?? []) : []).flatMap(({ value, count }) =>
    value === undefined ? [] : [{ propertyKey: asked?.property ?? '', value: `${prefix}${value}`, count }],
  );
  return (
    <FilterBox
      query={query}
      onChange={(next) => {
        const filter = filterOfQuery(next);
        setQuery(itemsQueryOf(filter));
        view.change({ ...filter, page: 1 });
      }}
      filteringProperties={properties}
      values={values}
      asking={counts}
      onAsk={setAsked}
      hideOperations
      freeTextOperators={[':']}
      filteringPlaceholder="Find items by text, type, name, tag, region, zone, status or capture time"
      label="Find items"
      total={total}
    />
  );
}

/** What to count for the values of a property: of tags the keys first, and once one is typed, the values of that. */
function countedFor(asked: { property: string; text: string } | undefined): CountedBy | undefined {
  const equals = asked?.property === 'tag' ? asked.text.indexOf('=', 1) : -1;
  return countedBy.safeParse(equals > 0 ? `tag:${asked?.text.slice(0, equals)}` : asked?.property).data;
}

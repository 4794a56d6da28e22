'use client';
import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { useEffect, useState } from 'react';
import { FilterBox } from '@/components/ui/table/filter-box';
import { utcText } from '@/components/ui/time/time';
import { UtcTimeForm } from '@/components/ui/time/utc-time-form';
import type { View } from '../page/use-view-state';
import { filterOf } from '../page/view-state';
import { filterOfQuery, itemsQueryOf } from './items-query';
import { useProposedValues } from './use-proposed-values';

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
  const proposed = useProposedValues({ bucket, key });
  return (
    <FilterBox
      query={query}
      onChange={(next) => {
        const filter = filterOfQuery(next);
        setQuery(itemsQueryOf(filter));
        view.change({ ...filter, page: 1 });
      }}
      filteringProperties={properties}
      {...proposed}
      hideOperations
      freeTextOperators={[':']}
      filteringPlaceholder="Find items by text, type, name, tag, region, zone, status or capture time"
      label="Find items"
      total={total}
    />
  );
}

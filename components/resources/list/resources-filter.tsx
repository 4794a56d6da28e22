'use client';
import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import Toggle from '@cloudscape-design/components/toggle';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FilterBox } from '@/components/ui/table/filter-box';
import type { ResourcesRequest } from '@/lib/api/contract/resources';
import { filterProperty } from '@/lib/api/contract/resources';
import { resourceQueries } from '@/lib/api/queries/resources';
import { partsOf, queryOf } from './filter-query';

interface ResourcesFilterProps {
  request: ResourcesRequest;
  change: (part: Partial<ResourcesRequest>) => void;
  total: number;
}

const operators = ['=', '!=', ':', '!:', '^', '!^'] as const;
const property = (key: string, propertyLabel: string, groupValuesLabel: string) => ({
  key,
  propertyLabel,
  groupValuesLabel,
  operators: [...operators],
});
const properties: PropertyFilterProps.FilteringProperty[] = [
  {
    ...property('resourceType', 'Type', 'Types'),
    operators: [{ operator: '=', tokenType: 'enum' }, '!=', ':', '!:', '^', '!^'],
  },
  property('resourceId', 'Resource ID', 'Resource IDs'),
  property('resourceName', 'Name', 'Names'),
  property('tag', 'Tag', 'Tags'),
  property('availabilityZone', 'Zone', 'Zones'),
  property('awsRegion', 'Region', 'Regions'),
  property('status', 'Status', 'Statuses'),
];

/** Any of a resource's properties, in any combination; values are proposed out of what is recorded. */
export function ResourcesFilter({ request, change, total }: ResourcesFilterProps) {
  const [asked, setAsked] = useState<{ property: string; text: string }>();
  const known = filterProperty.safeParse(asked?.property);
  const facets = useQuery({
    ...resourceQueries.facets({
      property: known.success ? known.data : 'resourceType',
      search: asked?.text.slice(0, 256),
      deleted: request.deleted,
    }),
    enabled: known.success,
  });
  const values = (facets.data?.values ?? []).map((one) => ({ propertyKey: asked?.property ?? '', ...one }));
  return (
    <div className="filters">
      <FilterBox
        query={queryOf(request)}
        onChange={(query) => change(partsOf(query))}
        filteringProperties={properties}
        values={values}
        asking={facets}
        onAsk={setAsked}
        filteringPlaceholder="Find resources by type, ID, name, tag, zone, region or status"
        label="Find resources"
        total={total}
      />
      <Toggle
        checked={request.deleted === 'true'}
        onChange={({ detail }) => change({ deleted: detail.checked ? 'true' : undefined })}
      >
        Show deleted
      </Toggle>
    </div>
  );
}

'use client';
import PropertyFilter, { type PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import Toggle from '@cloudscape-design/components/toggle';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { countText } from '@/components/ui/bytes';
import type { ResourcesRequest } from '@/lib/api/contract/resources';
import { filterProperty } from '@/lib/api/contract/resources';
import { queries } from '@/lib/api/queries';
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
    ...queries.facets({
      property: known.success ? known.data : 'resourceType',
      search: asked?.text.slice(0, 256),
      deleted: request.deleted,
    }),
    enabled: known.success,
  });
  const options = (facets.data?.values ?? []).map(({ value, count }) => ({
    propertyKey: asked?.property ?? '',
    value,
    tags: [countText(count)],
  }));
  return (
    <div className="filters">
      <PropertyFilter
        query={queryOf(request)}
        onChange={({ detail }) => change(partsOf(detail))}
        filteringProperties={properties}
        filteringOptions={options}
        filteringStatusType={facets.isFetching ? 'loading' : facets.error ? 'error' : 'finished'}
        filteringLoadingText="Loading the values"
        filteringErrorText="The values cannot be loaded"
        filteringEmpty="No values"
        asyncProperties={false}
        onLoadItems={({ detail }) => {
          const key = detail.filteringProperty?.key;
          setAsked(key === undefined ? undefined : { property: key, text: detail.filteringText });
        }}
        filteringPlaceholder="Find resources by type, ID, name, tag, zone, region or status"
        filteringAriaLabel="Find resources"
        countText={`${countText(total)} ${total === 1 ? 'match' : 'matches'}`}
        tokenLimit={4}
        expandToViewport
        i18nStrings={words}
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

const operatorWords: { [operator: string]: string } = {
  '=': 'equals',
  '!=': 'does not equal',
  ':': 'contains',
  '!:': 'does not contain',
  '^': 'starts with',
  '!^': 'does not start with',
};
const tokenWords = ({ propertyLabel, operator, value }: { propertyLabel?: string; operator: string; value: unknown }) =>
  `${propertyLabel ?? 'Text'} ${operatorWords[operator] ?? operator} ${[value].flat().join(', ')}`;

const words: PropertyFilterProps.I18nStrings = {
  clearFiltersText: 'Clear filters',
  cancelActionText: 'Cancel',
  applyActionText: 'Apply',
  allPropertiesLabel: 'All properties',
  operationAndText: 'and',
  operationOrText: 'or',
  operatorText: 'Operator',
  operatorsText: 'Operators',
  operatorEqualsText: 'Equals',
  operatorDoesNotEqualText: 'Does not equal',
  operatorContainsText: 'Contains',
  operatorDoesNotContainText: 'Does not contain',
  operatorStartsWithText: 'Starts with',
  operatorDoesNotStartWithText: 'Does not start with',
  propertyText: 'Property',
  valueText: 'Value',
  groupPropertiesText: 'Properties',
  groupValuesText: 'Values',
  editTokenHeader: 'Edit filter',
  tokenOperatorAriaLabel: 'Boolean operator',
  tokenLimitShowMore: 'Show more',
  tokenLimitShowFewer: 'Show fewer',
  dismissAriaLabel: 'Dismiss',
  enteredTextLabel: (text) => `Use: "${text}"`,
  clearAriaLabel: 'Clear the search',
  removeTokenButtonAriaLabel: (token) => `Remove filter, ${tokenWords(token)}`,
};

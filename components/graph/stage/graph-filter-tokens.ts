import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import type { CountedBy } from '@/lib/api/contract/snapshots';
import { type GraphFilter, noFilter } from '../page/graph-url';

/** What the graph is filtered by: `key` is what the server counts by. */
export const filterProperties = [
  { key: 'resourceType', part: 'types', propertyLabel: 'Type', groupValuesLabel: 'Types' },
  { key: 'tag', part: 'tags', propertyLabel: 'Tag', groupValuesLabel: 'Tags: a key, or key=value' },
  { key: 'awsAccountId', part: 'accounts', propertyLabel: 'Account', groupValuesLabel: 'Accounts' },
  { key: 'awsRegion', part: 'regions', propertyLabel: 'Region', groupValuesLabel: 'Regions' },
  { key: 'availabilityZone', part: 'zones', propertyLabel: 'Zone', groupValuesLabel: 'Zones' },
  { key: 'status', part: 'statuses', propertyLabel: 'Status', groupValuesLabel: 'Statuses' },
  {
    key: 'relationship',
    part: 'relationships',
    propertyLabel: 'Relationship',
    groupValuesLabel: 'Relationships, as either end tells them',
  },
] as const satisfies { key: CountedBy; part: keyof GraphFilter; propertyLabel: string; groupValuesLabel: string }[];

/** A filter as tokens in the box. */
export function tokensOf(filter: GraphFilter): PropertyFilterProps.Query {
  return {
    operation: 'and',
    tokens: filterProperties.flatMap(({ key, part }): PropertyFilterProps.Token[] => {
      if (filter[part].length === 0) return [];
      if (part === 'tags') return filter.tags.map((value) => ({ propertyKey: key, operator: '=', value }));
      return [{ propertyKey: key, operator: '=', value: filter[part] }];
    }),
  };
}

/** What the tokens in the box ask for: any of the values of a property, and every tag. */
export function filterOfTokens({ tokens }: PropertyFilterProps.Query): GraphFilter {
  const filter = { ...noFilter };
  for (const { propertyKey, value } of tokens) {
    const part = filterProperties.find(({ key }) => key === propertyKey)?.part;
    if (part) filter[part] = [...new Set([...filter[part], ...[value ?? []].flat().map(String)])];
  }
  filter.tags = filter.tags.slice(0, 10);
  return filter;
}

import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import type { CountedBy, ItemsFilter } from '@/lib/api/contract/snapshots';
import { noFilter } from '../page/view-state';

/** Properties of which any of several values will do. `by` is what the server counts them by. */
const lists = [
  { key: 'resourceType', part: 'types' },
  { key: 'awsRegion', part: 'regions' },
  { key: 'availabilityZone', part: 'zones' },
  { key: 'status', part: 'statuses' },
] as const satisfies { key: CountedBy; part: keyof ItemsFilter }[];

/** Most tags that one request may ask for. */
const mostTags = 10;
const longestText = 256;

/** A filter as tokens in the box. */
export function itemsQueryOf(filter: ItemsFilter): PropertyFilterProps.Query {
  const { tags, name, changedSince, search } = filter;
  return {
    operation: 'and',
    tokens: [
      ...lists.flatMap(({ key, part }) =>
        filter[part].length > 0 ? [{ propertyKey: key, operator: '=', value: filter[part] }] : [],
      ),
      ...tags.map((value) => ({ propertyKey: 'tag', operator: '=', value })),
      ...(name ? [{ propertyKey: 'resourceName', operator: ':', value: name }] : []),
      ...(changedSince ? [{ propertyKey: 'captureTime', operator: '>=', value: changedSince }] : []),
      ...(search ? [{ operator: ':', value: search }] : []),
    ],
  };
}

/** What the tokens in the box ask for. There is one text, one name and one time: of several the last counts. */
export function filterOfQuery({ tokens }: PropertyFilterProps.Query): ItemsFilter {
  const filter = { ...noFilter };
  for (const { propertyKey, value } of tokens) {
    const values: string[] = [value ?? []].flat().map(String);
    const list = lists.find(({ key }) => key === propertyKey);
    const text = (values[0] ?? '').slice(0, longestText);
    if (list) filter[list.part] = distinct([...filter[list.part], ...values]);
    else if (propertyKey === 'tag') filter.tags = distinct([...filter.tags, ...values]).slice(0, mostTags);
    else if (propertyKey === 'resourceName') filter.name = text;
    else if (propertyKey === 'captureTime') filter.changedSince = timeOf(text);
    else filter.search = text;
  }
  return filter;
}

/** Narrows a filter to a value of what the items were counted by; undefined where items cannot be chosen so. */
export function narrowed(filter: ItemsFilter, by: CountedBy, value: string | undefined): ItemsFilter | undefined {
  if (value === undefined) return undefined;
  const list = lists.find(({ key }) => key === by);
  if (list) return { ...filter, [list.part]: [value] };
  if (by === 'tag') return { ...filter, tags: distinct([...filter.tags, value]) };
  if (by.startsWith('tag:')) return { ...filter, tags: distinct([...filter.tags, `${by.slice(4)}=${value}`]) };
  return undefined;
}

/** `2026-11-22`, or with a time of day in UTC, as the contract has times; undefined for what is no time. */
function timeOf(text: string): string | undefined {
  const whole = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text;
  const time = new Date(whole);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

const distinct = (values: string[]) => [...new Set(values)];

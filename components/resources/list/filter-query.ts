import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { type FilterProperty, filterProperty, type ResourceFilter, resourceFilter } from '@/lib/api/contract/resources';

/** What of a request the filter box shows and changes. `filter` is a ResourceFilter as JSON. */
export interface FilterParts {
  types: string[];
  search: string;
  filter?: string;
}

/** A filter as the URL holds it; none where it makes no sense. */
export function parseFilter(text: string | undefined): ResourceFilter | undefined {
  if (text === undefined) return undefined;
  try {
    return resourceFilter.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The request as tokens in the box: chosen types are one token of several values, a search is one without property. */
export function queryOf({ types, search, filter }: FilterParts): PropertyFilterProps.Query {
  const parsed = parseFilter(filter);
  return {
    operation: parsed?.operation ?? 'and',
    tokens: [
      ...(types.length > 0 ? [{ propertyKey: 'resourceType', operator: '=' as const, value: types }] : []),
      ...(search ? [{ operator: ':' as const, value: search }] : []),
      ...(parsed?.tokens ?? []),
    ],
  };
}

/** What the tokens in the box ask for. Several values of a type are one question where all tokens must hold. */
export function partsOf({ operation, tokens }: PropertyFilterProps.Query): FilterParts {
  const types = new Set<string>();
  const rest: ResourceFilter['tokens'] = [];
  for (const { propertyKey, operator, value } of tokens) {
    const values: string[] = (Array.isArray(value) ? value : [value]).map(String);
    const isTypes = propertyKey === 'resourceType' && operator === '=' && Array.isArray(value);
    if (isTypes && operation === 'and') {
      for (const type of values) types.add(type);
    } else
      rest.push(...values.map((one) => ({ ...propertyOf(propertyKey), operator: operatorOf(operator), value: one })));
  }
  return {
    types: [...types].sort(),
    search: '',
    filter: rest.length > 0 ? JSON.stringify({ tokens: rest, operation } satisfies ResourceFilter) : undefined,
  };
}

function propertyOf(key: string | undefined): { propertyKey?: FilterProperty } {
  const known = filterProperty.safeParse(key);
  return known.success ? { propertyKey: known.data } : {};
}

const operators = resourceFilter.shape.tokens.element.shape.operator;

function operatorOf(operator: string): ResourceFilter['tokens'][number]['operator'] {
  return operators.catch(':').parse(operator);
}

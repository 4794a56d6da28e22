'use client';
import PropertyFilter, { type PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { countText } from '../bytes';

export interface FilterBoxProps
  extends Pick<PropertyFilterProps, 'query' | 'filteringProperties' | 'filteringPlaceholder' | 'hideOperations'> {
  label: string;
  /** How many match. */
  total: number;
  /** The values of the property that was asked for last, each with how many have it. */
  values: { propertyKey: string; value: string; count: number }[];
  /** The request for the values. */
  asking: { isFetching: boolean; error: Error | null };
  /** Somebody wants to see the values of a property that hold this text; of none: the text is free. */
  onAsk: (asked: { property: string; text: string } | undefined) => void;
  onChange: (query: PropertyFilterProps.Query) => void;
  freeTextOperators?: PropertyFilterProps.FreeTextFiltering['operators'];
}

/** A filter by properties, as AWS's consoles have it: its values are fetched as they are asked for. */
export function FilterBox({
  label,
  total,
  values,
  asking,
  onAsk,
  onChange,
  freeTextOperators,
  ...own
}: FilterBoxProps) {
  return (
    <PropertyFilter
      {...own}
      onChange={({ detail }) => onChange(detail)}
      filteringOptions={values.map(({ propertyKey, value, count }) => ({
        propertyKey,
        value,
        tags: [countText(count)],
      }))}
      filteringStatusType={asking.isFetching ? 'loading' : asking.error ? 'error' : 'finished'}
      filteringLoadingText="Loading the values"
      filteringErrorText="The values cannot be loaded"
      filteringEmpty="No values"
      freeTextFiltering={freeTextOperators && { operators: freeTextOperators }}
      asyncProperties={false}
      onLoadItems={({ detail }) => {
        const property = detail.filteringProperty?.key;
        onAsk(property === undefined ? undefined : { property, text: detail.filteringText });
      }}
      filteringAriaLabel={label}
      countText={`${countText(total)} ${total === 1 ? 'match' : 'matches'}`}
      tokenLimit={4}
      expandToViewport
      virtualScroll
      i18nStrings={words}
    />
  );
}

const operatorWords: { [operator: string]: string } = {
  '=': 'equals',
  '!=': 'does not equal',
  ':': 'contains',
  '!:': 'does not contain',
  '^': 'starts with',
  '!^': 'does not start with',
  '>=': 'is at or after',
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
  operatorGreaterOrEqualText: 'At or after',
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

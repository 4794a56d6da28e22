import { useProposedValues } from '@/components/snapshots/items/use-proposed-values';
import { FilterBox } from '@/components/ui/table/filter-box';
import type { GraphFilter } from '../page/graph-url';
import type { GraphPlace } from '../page/use-graph-place';
import { filterOfTokens, propertiesOf, tokensOf } from './graph-filter-tokens';

interface GraphFilterBoxProps {
  place: GraphPlace;
  /** What the view can be filtered by. */
  parts: readonly (keyof GraphFilter)[];
  /** How many match. */
  total: number;
}

/** Which resources are drawn; values are proposed out of what the snapshot holds. */
export function GraphFilterBox({ place, parts, total }: GraphFilterBoxProps) {
  const { bucket, key } = place.state;
  const proposed = useProposedValues({ bucket, key });
  const properties = propertiesOf(parts);
  return (
    <FilterBox
      query={tokensOf(place.state, parts)}
      onChange={(query) => place.change(filterOfTokens(query, parts))}
      filteringProperties={properties.map((property) => ({
        ...property,
        operators: [{ operator: '=', tokenType: property.part === 'tags' ? 'value' : 'enum' } as const],
      }))}
      {...proposed}
      hideOperations
      filteringPlaceholder={`Show only what is chosen by ${properties.map(({ propertyLabel }) => propertyLabel.toLowerCase()).join(', ')}`}
      label="Filter the graph"
      total={total}
    />
  );
}

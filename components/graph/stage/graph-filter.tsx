import Toggle from '@cloudscape-design/components/toggle';
import { useProposedValues } from '@/components/snapshots/items/use-proposed-values';
import { FilterBox } from '@/components/ui/table/filter-box';
import type { GraphPlace } from '../page/use-graph-place';
import { filterOfTokens, filterProperties, tokensOf } from './graph-filter-tokens';

interface GraphFilterBoxProps {
  place: GraphPlace;
  /** Whether the view can leave out what does not match; else it is dimmed in any case. */
  canHide: boolean;
  /** How many match. */
  total: number;
}

const placeholder = filterProperties.map(({ propertyLabel }) => propertyLabel.toLowerCase()).join(', ');

/** Which resources are drawn, or stand out; values are proposed out of what the snapshot holds. */
export function GraphFilterBox({ place: { state, change }, canHide, total }: GraphFilterBoxProps) {
  const proposed = useProposedValues({ bucket: state.bucket, key: state.key });
  return (
    <div className="graph-filter">
      <div className="graph-filter-box">
        <FilterBox
          query={tokensOf(state)}
          onChange={(query) => change(filterOfTokens(query))}
          filteringProperties={filterProperties.map((property) => ({
            ...property,
            operators: [{ operator: '=', tokenType: property.part === 'tags' ? 'value' : 'enum' } as const],
          }))}
          {...proposed}
          hideOperations
          filteringPlaceholder={`Filter by ${placeholder}`}
          label="Filter the graph"
          total={total}
        />
      </div>
      {canHide ? (
        <Toggle
          checked={state.unmatched === 'dim'}
          onChange={({ detail }) => change({ unmatched: detail.checked ? 'dim' : 'hide' })}
        >
          <span className="one-line">Dim the others</span>
        </Toggle>
      ) : (
        <span className="one-line">The others are dimmed.</span>
      )}
    </div>
  );
}

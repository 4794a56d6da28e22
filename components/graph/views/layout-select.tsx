import Select from '@cloudscape-design/components/select';
import type { GraphPlace } from '../page/use-graph-place';
import { layoutOf, layouts } from './layouts';

/** In which layout the view is drawn. */
export function LayoutSelect({ place: { state, change } }: { place: GraphPlace }) {
  const options = layouts[state.view].map(({ name, title }) => ({ value: name ?? '', label: title }));
  const now = layoutOf(state.view, state.layout) ?? '';
  return (
    <div className="graph-select">
      <Select
        inlineLabelText="Layout"
        selectedOption={options.find(({ value }) => value === now) ?? null}
        options={options}
        onChange={({ detail }) =>
          change({ layout: layouts[state.view].find(({ name }) => name === detail.selectedOption.value)?.name })
        }
        expandToViewport
      />
    </div>
  );
}

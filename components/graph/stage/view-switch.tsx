import SegmentedControl from '@cloudscape-design/components/segmented-control';
import Select from '@cloudscape-design/components/select';
import { viewNames } from '../page/graph-url';
import type { GraphPlace } from '../page/use-graph-place';
import { focusFor } from '../views/focus-for';
import { viewTitles } from '../views/titles';

/** The ways to look at the snapshot: side by side, or where there is little room in a list. */
export function ViewSwitch({ place: { state, change }, narrow }: { place: GraphPlace; narrow: boolean }) {
  const choose = (id: string | undefined) => {
    const view = viewNames.find((name) => name === id);
    if (view) change({ view, focus: focusFor(state) });
  };
  if (narrow) {
    return (
      <div className="graph-view">
        <Select
          inlineLabelText="View"
          selectedOption={{ value: state.view, label: viewTitles[state.view] }}
          options={viewNames.map((name) => ({ value: name, label: viewTitles[name] }))}
          onChange={({ detail }) => choose(detail.selectedOption.value)}
          expandToViewport
        />
      </div>
    );
  }
  return (
    <SegmentedControl
      label="View"
      selectedId={state.view}
      style={{ segment: { paddingInline: '6px' } }}
      options={viewNames.map((name) => ({ id: name, text: viewTitles[name] }))}
      onChange={({ detail }) => choose(detail.selectedId)}
    />
  );
}

import Toggle from '@cloudscape-design/components/toggle';
import type { GraphPlace } from '../page/use-graph-place';

/** Draws all relationships, not only those of what is chosen or pointed at. */
export function AllLines({ place: { state, change } }: { place: GraphPlace }) {
  return (
    <Toggle checked={state.lines} onChange={({ detail }) => change({ lines: detail.checked })}>
      <span className="one-line">All relationships</span>
    </Toggle>
  );
}

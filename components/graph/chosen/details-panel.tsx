import { ChosenPanel } from './chosen-panel';
import type { DetailsPanelProps } from './panel-props';
import { SeveralPanel } from './several-panel';

/** What is chosen, over the right of the canvas. */
export function DetailsPanel(props: DetailsPanelProps) {
  return props.ids.length > 1 ? <SeveralPanel {...props} /> : <ChosenPanel {...props} id={props.ids[0]} />;
}

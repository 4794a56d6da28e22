import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { countText } from '@/components/ui/bytes';
import { ActionButtons } from '../actions/action-buttons';
import { countsOfChosen } from './chosen-thing';
import type { DetailsPanelProps } from './panel-props';

/** What is chosen together, over the right of the canvas: how many of which types, and what can be done with all of them. */
export function SeveralPanel({ place, picture, ids, actions, onClose }: DetailsPanelProps) {
  return (
    <aside className="graph-panel" aria-label="Details">
      <Header
        variant="h2"
        actions={<Button variant="icon" iconName="close" ariaLabel="Close the details" onClick={onClose} />}
      >
        {countText(ids.length)} chosen
      </Header>
      <SpaceBetween size="m">
        <ActionButtons place={place} actions={actions} />
        <ul className="graph-counts" aria-label="Chosen, by type">
          {countsOfChosen(picture, ids).map(({ title, count }) => (
            <li key={title}>
              <span>{title}</span>
              <span>{countText(count)}</span>
            </li>
          ))}
        </ul>
      </SpaceBetween>
    </aside>
  );
}

import type { AutosuggestProps } from '@cloudscape-design/components/autosuggest';
import Button from '@cloudscape-design/components/button';
import ButtonGroup, { type ButtonGroupProps } from '@cloudscape-design/components/button-group';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import type { ReactNode, Ref } from 'react';
import { useFollow } from '@/components/layout/use-follow';
import { viewHref } from '@/components/snapshots/page/view-state';
import { viewNames } from '../page/graph-url';
import type { GraphPlace } from '../page/use-graph-place';
import type { Undo } from '../page/use-undo';
import { SavedViewsMenu } from '../saved-views/saved-views-menu';
import { focusFor } from '../views/focus-for';
import { LayoutSelect } from '../views/layout-select';
import { viewTitles } from '../views/titles';
import type { Found } from '../views/view';
import { FindResource } from './find-resource';

/** What the buttons do to the canvas and the page. */
export interface ToolActions {
  copyLink(): void;
  showKeys(): void;
  fullScreen(): void;
  select(): void;
  filter(): void;
}

interface ToolRowProps {
  place: GraphPlace;
  steps: Undo;
  /** Of the view. */
  tools: ReactNode;
  actions: ToolActions;
  isFull: boolean;
  /** Whether a drag draws a rectangle rather than moves the canvas. */
  isSelecting: boolean;
  isFilterOpen: boolean;
  /** Hands the picture to the reader as a file. */
  exports: ReactNode;
  findField: Ref<AutosuggestProps.Ref>;
  onFound(found: Found): void;
}

/** The one row of tools over the canvas. */
export function ToolRow({
  place,
  steps,
  tools,
  actions,
  isFull,
  isSelecting,
  isFilterOpen,
  exports,
  findField,
  onFound,
}: ToolRowProps) {
  const { state, change } = place;
  const { bucket, key, partial } = state;
  const follow = useFollow();
  const { undo, redo } = steps;
  const buttons: ButtonGroupProps.Item[] = [
    { type: 'icon-toggle-button', id: 'filter', iconName: 'filter', text: 'Filter', pressed: isFilterOpen },
    { type: 'icon-button', id: 'undo', iconName: 'undo', text: 'Undo', disabled: !undo },
    { type: 'icon-button', id: 'redo', iconName: 'redo', text: 'Redo', disabled: !redo },
    {
      type: 'icon-toggle-button',
      id: 'select',
      iconSvg: selectIcon,
      text: 'Select by box',
      pressed: isSelecting,
    },
    {
      type: 'icon-toggle-button',
      id: 'list',
      iconName: 'list-view',
      text: 'List in words',
      pressed: state.list,
    },
    {
      type: 'icon-button',
      id: 'full',
      iconName: isFull ? 'exit-full-screen' : 'full-screen',
      text: isFull ? 'Leave full screen' : 'Full screen',
    },
    {
      type: 'menu-dropdown',
      id: 'more',
      text: 'More',
      items: [
        { id: 'derived', text: 'Derived relationships', itemType: 'checkbox', checked: state.derived },
        { id: 'link', text: 'Copy link', iconName: 'share' },
        { id: 'keys', text: 'Keys', iconName: 'keyboard' },
      ],
    },
  ];
  const act: Record<string, (() => void) | undefined> = {
    filter: actions.filter,
    select: actions.select,
    ...{ undo, redo, list: () => change({ list: !state.list }), full: actions.fullScreen },
    ...{
      derived: () => change({ derived: !state.derived }),
      link: actions.copyLink,
      keys: actions.showKeys,
    },
  };
  return (
    <div className="graph-tools">
      <Button
        variant="icon"
        iconName="arrow-left"
        ariaLabel="Back to the snapshot"
        href={viewHref({ bucket, key, partial })}
        onFollow={follow}
      />
      <SegmentedControl
        label="View"
        selectedId={state.view}
        style={{ segment: { paddingInline: '6px' } }}
        options={viewNames.map((name) => ({ id: name, text: viewTitles[name] }))}
        onChange={({ detail }) => {
          const view = viewNames.find((name) => name === detail.selectedId);
          if (view) change({ view, focus: focusFor(state) });
        }}
      />
      {tools}
      <LayoutSelect place={place} />
      <div className="graph-find">
        <FindResource place={place} field={findField} onFound={onFound} />
      </div>
      <ButtonGroup
        variant="icon"
        ariaLabel="Picture"
        dropdownExpandToViewport
        items={buttons}
        onItemClick={({ detail }) => act[detail.id]?.()}
      />
      <SavedViewsMenu place={place} />
      {exports}
    </div>
  );
}

const selectIcon = (
  <svg viewBox="0 0 16 16" focusable="false" aria-hidden="true">
    <path d="M2 5V2h3M11 2h3v3M14 11v3h-3M5 14H2v-3M7 2h2M7 14h2M2 7v2M14 7v2" />
  </svg>
);

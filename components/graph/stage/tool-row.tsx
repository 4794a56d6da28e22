import type { AutosuggestProps } from '@cloudscape-design/components/autosuggest';
import Button from '@cloudscape-design/components/button';
import ButtonGroup, { type ButtonGroupProps } from '@cloudscape-design/components/button-group';
import type { ReactNode, Ref } from 'react';
import { useFollow } from '@/components/layout/use-follow';
import { viewHref } from '@/components/snapshots/page/view-state';
import { useMedia } from '@/components/ui/use-media';
import type { GraphPlace } from '../page/use-graph-place';
import type { Undo } from '../page/use-undo';
import { SavedViewsMenu } from '../saved-views/saved-views-menu';
import { LayoutSelect } from '../views/layout-select';
import { layoutOf, layouts } from '../views/layouts';
import { MomentSelect } from '../views/moment-select';
import type { Found } from '../views/view';
import { FindResource } from './find-resource';
import { ViewSwitch } from './view-switch';

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

/** Below these widths what does not fit stands in the menu, and the views in a list. */
const crowded = '(max-width: 1240px)';
const phone = '(max-width: 688px)';

/** The tools over the canvas: in one row where there is room. */
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
  const [isCrowded, isPhone] = [useMedia(crowded), useMedia(phone)];
  const { undo, redo } = steps;
  const fullScreen = isFull
    ? ({ iconName: 'exit-full-screen', text: 'Leave full screen' } as const)
    : ({ iconName: 'full-screen', text: 'Full screen' } as const);
  const buttons: ButtonGroupProps.Item[] = [
    { type: 'icon-toggle-button', id: 'filter', iconName: 'filter', text: 'Filter', pressed: isFilterOpen },
    ...(isCrowded
      ? []
      : ([
          { type: 'icon-button', id: 'undo', iconName: 'undo', text: 'Undo', disabled: !undo },
          { type: 'icon-button', id: 'redo', iconName: 'redo', text: 'Redo', disabled: !redo },
          {
            type: 'icon-toggle-button',
            id: 'select',
            iconSvg: selectIcon,
            text: 'Select by box',
            pressed: isSelecting,
          },
          { type: 'icon-toggle-button', id: 'list', iconName: 'list-view', text: 'List in words', pressed: state.list },
          { type: 'icon-button', id: 'full', iconName: fullScreen.iconName, text: fullScreen.text },
        ] as const)),
    {
      type: 'menu-dropdown',
      id: 'more',
      text: 'More',
      items: [
        ...(isCrowded
          ? ([
              { id: 'undo', text: 'Undo', iconName: 'undo', disabled: !undo },
              { id: 'redo', text: 'Redo', iconName: 'redo', disabled: !redo },
              { id: 'select', text: 'Select by box', itemType: 'checkbox', checked: isSelecting },
              { id: 'list', text: 'List in words', itemType: 'checkbox', checked: state.list },
              { id: 'full', ...fullScreen },
            ] as const)
          : []),
        ...(isPhone
          ? [
              {
                text: 'Layout',
                items: layouts[state.view].map(({ name, title }) => ({
                  id: layoutId(name),
                  text: title,
                  itemType: 'checkbox' as const,
                  checked: name === layoutOf(state.view, state.layout),
                })),
              },
            ]
          : []),
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
    ...Object.fromEntries(layouts[state.view].map(({ name }) => [layoutId(name), () => change({ layout: name })])),
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
      <ViewSwitch place={place} narrow={isPhone} />
      {tools}
      {!isPhone && <LayoutSelect place={place} />}
      <MomentSelect place={place} />
      <div className="graph-find-row">
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
    </div>
  );
}

const layoutId = (name = 'own') => `layout-${name}`;

const selectIcon = (
  <svg viewBox="0 0 16 16" focusable="false" aria-hidden="true">
    <path d="M2 5V2h3M11 2h3v3M14 11v3h-3M5 14H2v-3M7 2h2M7 14h2M2 7v2M14 7v2" />
  </svg>
);

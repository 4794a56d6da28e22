import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useFollow } from '@/components/layout/use-follow';
import type { GraphPlace } from '../page/use-graph-place';
import type { Action, Actions } from './action';

/** What can be done with what is chosen, as buttons of the panel. */
export function ActionButtons({ place, actions }: { place: GraphPlace; actions: Actions }) {
  const { views, picture, others } = actions;
  const follow = useFollow();
  const button = (action: Action) => {
    const { title, icon } = action;
    if ('act' in action) {
      return (
        <Button key={title} iconName={icon} onClick={action.act}>
          {title}
        </Button>
      );
    }
    const link = 'to' in action ? { href: place.href(action.to), onFollow: place.follow } : { href: action.page };
    return (
      <Button key={title} iconName={icon} onFollow={follow} {...link}>
        {title}
      </Button>
    );
  };
  return (
    <SpaceBetween size="xs">
      {views.length > 0 && (
        <SpaceBetween direction="horizontal" size="xs">
          {views.map(button)}
        </SpaceBetween>
      )}
      {picture.length + others.length > 0 && (
        <SpaceBetween direction="horizontal" size="xs">
          {picture.map(button)}
          {others.length > 0 && <MoreActions actions={others} />}
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}

/** The rest, under one button. */
function MoreActions({ actions }: { actions: readonly Action[] }) {
  const follow = useFollow();
  return (
    <ButtonDropdown
      items={actions.map((action) => ({
        id: action.title,
        text: action.title,
        ...('page' in action && { href: action.page }),
      }))}
      expandToViewport
      onItemFollow={follow}
      onItemClick={({ detail }) => {
        const action = actions.find(({ title }) => title === detail.id);
        if (action && 'act' in action) action.act();
      }}
    >
      More actions
    </ButtonDropdown>
  );
}

'use client';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useState } from 'react';
import { pictureStateOf } from '../page/graph-url';
import type { GraphPlace } from '../page/use-graph-place';
import { ManageViews } from './manage-views';
import { SaveView } from './save-view';
import { useSavedViews } from './use-saved-views';
import { rulesOf, stateOfRules } from './view-rules';

const opens = 'open ';
/** What was chosen or open beside the last picture may not be in the next one. */
const nothingChosen = { chosen: undefined, item: undefined, details: false };

/** A button with the saved views: opens one, saves what is shown as one, and leads to where they are renamed and deleted. */
export function SavedViewsMenu({ place: { state, change } }: { place: GraphPlace }) {
  const [asks, setAsks] = useState<'save' | 'manage'>();
  const { views } = useSavedViews();
  const saved = views.data?.views ?? [];
  const close = () => setAsks(undefined);
  const choose = (id: string) => {
    const view = saved.find((each) => opens + each.id === id);
    if (view) change({ ...stateOfRules(view.rules), ...nothingChosen });
    else setAsks(id === 'manage' ? 'manage' : 'save');
  };
  return (
    <>
      <ButtonDropdown
        items={[
          ...(saved.length > 0
            ? [{ text: 'Saved views', items: saved.map(({ id, name }) => ({ id: opens + id, text: name })) }]
            : []),
          { id: 'save', text: 'Save this view' },
          {
            ...{ id: 'manage', text: 'Rename or delete views', disabled: saved.length === 0 },
            disabledReason: views.error ? views.error.message : 'No view is saved yet.',
          },
        ]}
        expandToViewport
        variant="icon"
        iconName="star"
        ariaLabel="Views"
        onItemClick={({ detail }) => choose(detail.id)}
      />
      {asks === 'save' && <SaveView rules={rulesOf(pictureStateOf(state))} saved={saved} onClose={close} />}
      {asks === 'manage' && <ManageViews saved={saved} onClose={close} />}
    </>
  );
}

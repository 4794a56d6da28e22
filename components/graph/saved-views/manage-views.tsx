import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { FailureAlert } from '@/components/ui/failure-alert';
import type { SavedView } from '@/lib/api/contract/saved-views';
import { useSavedViews } from './use-saved-views';

type Commands = Pick<ReturnType<typeof useSavedViews>, 'change' | 'remove'>;

interface ManageViewsProps {
  saved: readonly SavedView[];
  onClose(): void;
}

/** The saved views, to be renamed and deleted. */
export function ManageViews({ saved, onClose }: ManageViewsProps) {
  const commands = useSavedViews();
  const { change, remove } = commands;
  // What went well since then is no failure any more.
  const { error } = change.submittedAt > remove.submittedAt ? change : remove;
  return (
    <Modal
      visible
      header="Saved views"
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {error && <FailureAlert title="The view was not changed" error={error} />}
        {saved.length === 0 && <Box color="text-body-secondary">No view is saved</Box>}
        {saved.map((view) => (
          <SavedViewRow key={view.id} view={view} commands={commands} />
        ))}
      </SpaceBetween>
    </Modal>
  );
}

function SavedViewRow({ view: { id, name }, commands: { change, remove } }: { view: SavedView; commands: Commands }) {
  const [text, setText] = useState(name);
  const isNew = text.trim() !== '' && text.trim() !== name;
  return (
    <form
      className="saved-view"
      onSubmit={(event) => {
        event.preventDefault();
        if (isNew) change.mutate({ id, name: text });
      }}
    >
      <Input
        ariaLabel={`Name of ${name}`}
        value={text}
        onChange={({ detail }) => setText(detail.value.slice(0, 100))}
      />
      <Button ariaLabel={`Rename ${name}`} disabled={!isNew} loading={change.isPending && change.variables.id === id}>
        Rename
      </Button>
      <Button
        ariaLabel={`Delete ${name}`}
        formAction="none"
        loading={remove.isPending && remove.variables === id}
        onClick={() => remove.mutate(id)}
      >
        Delete
      </Button>
    </form>
  );
}

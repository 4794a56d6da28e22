import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { DecisionModal } from '@/components/ui/decision-modal';
import type { SavedView, ViewRules } from '@/lib/api/contract/saved-views';
import { useSavedViews } from './use-saved-views';

interface SaveViewProps {
  rules: ViewRules;
  saved: readonly SavedView[];
  onClose(): void;
}

/** Asks for a name and saves what is shown under it; a name that is in use replaces that view. */
export function SaveView({ rules, saved, onClose }: SaveViewProps) {
  const { save, change } = useSavedViews();
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const same = saved.find((view) => view.name === name.trim());
  const isEmpty = name.trim() === '';
  const act = () => {
    setAsked(true);
    if (isEmpty) return;
    const onSuccess = onClose;
    if (same) change.mutate({ id: same.id, rules }, { onSuccess });
    else save.mutate({ name, rules }, { onSuccess });
  };
  return (
    <DecisionModal
      header="Save this view"
      action={same ? { text: 'Replace view', loadingText: 'Saving' } : { text: 'Save view', loadingText: 'Saving' }}
      loading={save.isPending || change.isPending}
      failure={{ title: 'The view was not saved', error: same ? change.error : save.error }}
      onAct={act}
      onDismiss={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act();
        }}
      >
        <SpaceBetween size="s">
          <FormField
            label="Name"
            description="A view is what to show and how: it opens on any snapshot, with the resources that are in it then."
            errorText={asked && isEmpty ? 'Enter a name.' : undefined}
            warningText={same ? 'A view of this name exists. It will be replaced.' : undefined}
          >
            <Input value={name} onChange={({ detail }) => setName(detail.value.slice(0, 100))} autoFocus />
          </FormField>
        </SpaceBetween>
      </form>
    </DecisionModal>
  );
}

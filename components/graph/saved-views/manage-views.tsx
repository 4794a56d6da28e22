import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { FailureAlert } from '@/components/ui/failure-alert';
import type { SavedView } from '@/lib/api/contract/saved-views';
import type { useSavedViews } from './use-saved-views';

interface ManageViewsProps {
  saved: readonly SavedView[];
  commands: Pick<ReturnType<typeof useSavedViews>, 'change' | 'remove'>;
  onClose(): void;
}

/** The saved views as a table, in which names are changed in place and views deleted. */
export function ManageViews({ saved, commands: { change, remove }, onClose }: ManageViewsProps) {
  const error = change.error ?? remove.error;
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
        <Table<SavedView>
          variant="embedded"
          items={saved}
          trackBy="id"
          empty="No view is saved"
          ariaLabels={{
            tableLabel: 'Saved views',
            activateEditLabel: (_, view) => `Rename ${view.name}`,
            cancelEditLabel: () => 'Cancel renaming',
            submitEditLabel: () => 'Rename',
            submittingEditText: () => 'Renaming',
            successfulEditLabel: () => 'Renamed',
          }}
          submitEdit={async (view, _, name) => {
            await change.mutateAsync({ id: view.id, name: String(name) });
          }}
          columnDefinitions={[
            {
              ...{ id: 'name', header: 'Name', isRowHeader: true, cell: ({ name }) => name },
              editConfig: {
                ariaLabel: 'Name of the view',
                validation: (_, name: string | undefined) =>
                  name === undefined || name.trim() !== '' ? undefined : 'Enter a name.',
                editingCell: (view, { currentValue, setValue }) => (
                  <Input
                    autoFocus
                    value={currentValue ?? view.name}
                    onChange={({ detail }) => setValue(detail.value.slice(0, 100))}
                  />
                ),
              },
            },
            {
              ...{ id: 'delete', header: 'Delete', minWidth: 110 },
              cell: ({ id, name }) => (
                <Button
                  variant="inline-link"
                  ariaLabel={`Delete ${name}`}
                  loading={remove.isPending && remove.variables === id}
                  onClick={() => remove.mutate(id)}
                >
                  Delete
                </Button>
              ),
            },
          ]}
        />
      </SpaceBetween>
    </Modal>
  );
}

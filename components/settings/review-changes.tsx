'use client';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { FailureAlert } from '@/components/ui/failure-alert';
import type { Change } from './changes';

interface ReviewChangesProps {
  /** What is to be changed, as in `the delivery channel`. */
  what: string;
  changes: readonly Change[];
  error: Error | null;
  saving: boolean;
  onSave(): void;
  onDismiss(): void;
}

/** What will be other than it is, before it is: AWS replaces the whole, and nobody should lose a member by a form. */
export function ReviewChanges({ what, changes, error, saving, onSave, onDismiss }: ReviewChangesProps) {
  return (
    <Modal
      visible
      size="large"
      header={`Save ${what}?`}
      closeAriaLabel="Close"
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              Cancel
            </Button>
            <Button variant="primary" loading={saving} loadingText="Saving" onClick={onSave}>
              Save changes
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {error && <FailureAlert title="The changes were not saved" error={error} />}
        <Table
          variant="embedded"
          wrapLines
          items={[...changes]}
          trackBy="label"
          ariaLabels={{ tableLabel: 'Changes' }}
          columnDefinitions={[
            { id: 'label', header: 'Setting', isRowHeader: true, cell: ({ label }) => label },
            { id: 'before', header: 'Now', cell: ({ before }) => <Words text={before} /> },
            { id: 'after', header: 'Then', cell: ({ after }) => <Words text={after} /> },
          ]}
        />
      </SpaceBetween>
    </Modal>
  );
}

function Words({ text }: { text: string }) {
  return <span style={{ overflowWrap: 'anywhere' }}>{text}</span>;
}

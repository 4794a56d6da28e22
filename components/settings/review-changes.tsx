'use client';
import Table from '@cloudscape-design/components/table';
import { DecisionModal } from '@/components/ui/decision-modal';
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

/** What will be other than it is, before it is: AWS replaces the whole, and nobody should lose a field by a form. */
export function ReviewChanges({ what, changes, error, saving, onSave, onDismiss }: ReviewChangesProps) {
  return (
    <DecisionModal
      size="large"
      header={`Save ${what}?`}
      action={{ text: 'Save changes', loadingText: 'Saving' }}
      loading={saving}
      failure={{ title: 'The changes were not saved', error }}
      onAct={onSave}
      onDismiss={onDismiss}
    >
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
    </DecisionModal>
  );
}

function Words({ text }: { text: string }) {
  return <span style={{ overflowWrap: 'anywhere' }}>{text}</span>;
}

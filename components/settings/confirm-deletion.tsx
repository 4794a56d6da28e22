'use client';
import type { ReactNode } from 'react';
import { DecisionModal } from '@/components/ui/decision-modal';

interface ConfirmDeletionProps {
  /** As in `the delivery channel default`. */
  what: string;
  /** What goes and what stays. */
  children: ReactNode;
  error: Error | null;
  deleting: boolean;
  onDelete(): void;
  onDismiss(): void;
}

/** Asks once more before something is deleted. */
export function ConfirmDeletion({ what, children, error, deleting, onDelete, onDismiss }: ConfirmDeletionProps) {
  return (
    <DecisionModal
      header={`Delete ${what}?`}
      action={{ text: 'Delete', loadingText: 'Deleting' }}
      loading={deleting}
      failure={{ title: 'It was not deleted', error }}
      onAct={onDelete}
      onDismiss={onDismiss}
    >
      {children}
    </DecisionModal>
  );
}

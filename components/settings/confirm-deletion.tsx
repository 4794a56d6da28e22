'use client';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { FailureAlert } from '@/components/ui/failure-alert';

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
    <Modal
      visible
      header={`Delete ${what}?`}
      closeAriaLabel="Close"
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              Cancel
            </Button>
            <Button variant="primary" loading={deleting} loadingText="Deleting" onClick={onDelete}>
              Delete
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {error && <FailureAlert title="It was not deleted" error={error} />}
        {children}
      </SpaceBetween>
    </Modal>
  );
}

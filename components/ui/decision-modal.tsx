'use client';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { FailureAlert } from '@/components/ui/failure-alert';

interface DecisionModalProps {
  /** The question: `Delete the delivery channel default?`. */
  header: string;
  size?: 'medium' | 'large';
  /** What the button that does it says, and what while it is being done. */
  action: { text: string; loadingText: string };
  loading: boolean;
  /** Why it was not done the last time, under a title that says so. */
  failure: { title: string; error: Error | null };
  /** What the reader decides on. */
  children: ReactNode;
  onAct(): void;
  onDismiss(): void;
}

/** Asks once more before something is done, and stays open with the reason where it was not. */
export function DecisionModal({ action, loading, failure, children, onAct, onDismiss, ...modal }: DecisionModalProps) {
  return (
    <Modal
      {...modal}
      visible
      closeAriaLabel="Close"
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              Cancel
            </Button>
            <Button variant="primary" loading={loading} loadingText={action.loadingText} onClick={onAct}>
              {action.text}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {failure.error && <FailureAlert title={failure.title} error={failure.error} />}
        {children}
      </SpaceBetween>
    </Modal>
  );
}

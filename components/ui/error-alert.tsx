'use client';
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import type { ReactNode } from 'react';

interface ErrorAlertProps {
  /** What could not be done: `The resources cannot be shown`. */
  title: string;
  code?: string;
  message: string;
  /** What the reader can do, where the message does not say it. */
  children?: ReactNode;
  onRetry?: () => void;
  retrying?: boolean;
}

/** A failure: what, the reason in words, the code for support and search, and a way to try again. */
export function ErrorAlert({ title, code, message, children, onRetry, retrying = false }: ErrorAlertProps) {
  return (
    <Alert
      type="error"
      header={title}
      action={
        onRetry && (
          <Button onClick={onRetry} loading={retrying} loadingText="Trying again">
            Try again
          </Button>
        )
      }
    >
      <div role="alert">
        {message}
        {code && (
          <>
            {' '}
            <Box variant="code">{code}</Box>
          </>
        )}
      </div>
      {children}
    </Alert>
  );
}

import { failureCode } from '@/lib/api/client/api-failure';
import { ErrorAlert } from './error-alert';

interface FailureAlertProps {
  /** What could not be done: `The changes were not saved`. */
  title: string;
  /** As a query or a command tells it. */
  error: Error;
  onRetry?: () => void;
  retrying?: boolean;
}

/** Why the API did not do something: its reason in words, and its code. */
export function FailureAlert({ error, ...props }: FailureAlertProps) {
  return <ErrorAlert {...props} code={failureCode(error)} message={error.message} />;
}

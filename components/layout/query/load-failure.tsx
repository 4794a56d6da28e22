'use client';
import { FailureAlert } from '@/components/ui/failure-alert';

interface LoadFailureProps {
  /** What cannot be shown: `The resources cannot be shown`. */
  title: string;
  query: { data: unknown; error: Error | null; refetch: () => unknown; isFetching: boolean };
}

/** Why something could not be loaded, with its code and a way to ask again; nothing while there is no failure. */
export function LoadFailure({ title, query }: LoadFailureProps) {
  if (!query.error) return null;
  return (
    <FailureAlert
      title={query.data === undefined ? title : 'What is shown may be out of date'}
      error={query.error}
      onRetry={() => query.refetch()}
      retrying={query.isFetching}
    />
  );
}

'use client';
import { ErrorAlert } from '@/components/ui/error-alert';
import { ApiFailure } from '@/lib/api/client/api-failure';

interface QueryFailureProps {
  /** What cannot be shown: `The resources cannot be shown`. */
  title: string;
  query: { data: unknown; error: Error | null; refetch: () => unknown; isFetching: boolean };
}

/** The failure of a query with its code, its reason and a way to ask again; nothing while there is none. */
export function QueryFailure({ title, query }: QueryFailureProps) {
  const { error } = query;
  if (!error) return null;
  const known = error instanceof ApiFailure;
  return (
    <ErrorAlert
      title={query.data === undefined ? title : 'What is shown may be out of date'}
      code={known ? error.code : error.name}
      message={
        known ? error.message : 'The answer was not understood. Load the page anew: it may be older than the server.'
      }
      onRetry={() => query.refetch()}
      retrying={query.isFetching}
    />
  );
}

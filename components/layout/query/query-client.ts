import { QueryClient } from '@tanstack/react-query';
import { ApiFailure, type FailureKind } from '@/lib/api/client/api-failure';

const attempts = 3;

/** Where the answer may be another one the next time. */
const passing: readonly FailureKind[] = ['no-answer', 'unavailable', 'internal'];

/** Whether to ask again. */
export function worthRetrying(failures: number, error: Error): boolean {
  if (failures >= attempts) return false;
  return error instanceof ApiFailure && passing.includes(error.kind);
}

/** A cache for one browser tab, or for one request on the server. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // What the server prefetched counts as fresh, else every page would ask twice on its first view.
      queries: {
        staleTime: 5_000,
        retry: worthRetrying,
        retryDelay: (failures) => Math.min(500 * 2 ** failures, 4_000),
      },
      mutations: { retry: false },
    },
  });
}

'use client';
import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import type { ResourcesRequest } from '@/lib/api/contract';
import { readResourcesAddress, resourcesAddress } from './resources-address';

/**
 * What the page shows, kept in its address so that a view can be bookmarked and sent. The address is changed without asking
 * the server for the page again: the data comes by query. A change starts on page 1 unless it names another;
 * `replace` leaves no step for the Back button, as for every letter of a search.
 */
export function useResourcesRequest() {
  const parameters = useSearchParams();
  const request = useMemo(() => readResourcesAddress(parameters), [parameters]);
  const change = useCallback(
    (part: Partial<ResourcesRequest>, { replace = false } = {}) => {
      const address = resourcesAddress({ ...request, page: 1, ...part });
      if (replace) window.history.replaceState(null, '', address);
      else window.history.pushState(null, '', address);
    },
    [request],
  );
  return { request, change };
}

'use client';
import { useCallback, useMemo } from 'react';
import { useAddress } from '@/components/ui/url/use-url';
import type { ResourcesRequest } from '@/lib/api/contract/resources';
import { readResourcesAddress, resourcesAddress } from '../resources-url';

/**
 * What the page shows, kept in its address so that a view can be bookmarked and sent. A change starts on page 1 unless it
 * names another; one that is being typed leaves no step for the Back button.
 */
export function useResourcesRequest() {
  const { parameters, go, replace } = useAddress();
  const request = useMemo(() => readResourcesAddress(parameters), [parameters]);
  const change = useCallback(
    (part: Partial<ResourcesRequest>, { typing = false } = {}) => {
      const address = resourcesAddress({ ...request, page: 1, ...part });
      if (typing) replace(address);
      else go(address);
    },
    [request, go, replace],
  );
  return { request, change };
}

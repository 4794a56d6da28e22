'use client';
import { useCallback, useMemo } from 'react';
import { useUrl } from '@/components/ui/url/use-url';
import type { ResourcesRequest } from '@/lib/api/contract/resources';
import { readResourcesUrl, resourcesHref } from '../resources-url';

/**
 * What the page shows, kept in its URL so that a view can be bookmarked and sent. A change starts on page 1 unless it
 * names another; one that is being typed leaves no step for the Back button.
 */
export function useResourcesRequest() {
  const { parameters, go, replace } = useUrl();
  const request = useMemo(() => readResourcesUrl(parameters), [parameters]);
  const change = useCallback(
    (part: Partial<ResourcesRequest>, { typing = false } = {}) => {
      const href = resourcesHref({ ...request, page: 1, ...part });
      if (typing) replace(href);
      else go(href);
    },
    [request, go, replace],
  );
  return { request, change };
}

'use client';
import { useRouter } from 'next/navigation';
import { useCallback } from 'react';

interface FollowEvent {
  preventDefault(): void;
  detail: { href?: string; external?: boolean };
}

/**
 * An `onFollow` for Cloudscape's links: goes to the page without loading the whole document anew. Cloudscape calls it for
 * plain clicks only, so a click with a modifier still opens a new tab.
 */
export function useFollow(): (event: FollowEvent) => void {
  const router = useRouter();
  return useCallback(
    (event) => {
      const { href, external } = event.detail;
      if (external || !href?.startsWith('/') || href.startsWith('/api/')) return;
      event.preventDefault();
      router.push(href);
    },
    [router],
  );
}

'use client';
import { useCallback, useSyncExternalStore } from 'react';

/** Whether the window matches a media query, such as `(max-width: 688px)`, now and as it changes. On the server it does not. */
export function useMedia(query: string): boolean {
  const watch = useCallback(
    (onChange: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', onChange);
      return () => media.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(
    watch,
    () => window.matchMedia(query).matches,
    () => false,
  );
}

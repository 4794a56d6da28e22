'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { navigate, pendingUrl, watchHistory, watchPendingUrl } from './pending-url';

interface FollowEvent {
  preventDefault(): void;
  detail: { href?: string };
}

/**
 * The state that a page keeps in its own URL. `go` shows another state of the same page as a new step of the browser's
 * history, `replace` in place of this one (for what is typed); neither asks the server for the page again.
 */
export function useUrl() {
  const shown = useSearchParams();
  const pathname = usePathname();
  const pending = useSyncExternalStore(watchPendingUrl, pendingUrl, () => undefined);
  const query = pending?.pathname === pathname ? pending.query : shown.toString();
  const parameters = useMemo(() => new URLSearchParams(query), [query]);
  useEffect(watchHistory, []);
  const go = useCallback((href: string) => navigate('pushState', href), []);
  const replace = useCallback((href: string) => navigate('replaceState', href), []);
  /** For links to another state of this page. */
  const follow = useCallback(
    (event: FollowEvent) => {
      if (!event.detail.href) return;
      event.preventDefault();
      go(event.detail.href);
    },
    [go],
  );
  return { parameters, go, replace, follow };
}

'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { addressAsked, askAddress, watchAddress, watchHistory } from './pending-url';

interface FollowEvent {
  preventDefault(): void;
  detail: { href?: string };
}

/**
 * The state that a page keeps in its own address. `go` shows another state of the same page as a new step of the browser's
 * history, `replace` in place of this one (for what is typed); neither asks the server for the page again.
 */
export function useAddress() {
  const shown = useSearchParams();
  const pathname = usePathname();
  const asked = useSyncExternalStore(watchAddress, addressAsked, () => undefined);
  const query = asked?.pathname === pathname ? asked.query : shown.toString();
  const parameters = useMemo(() => new URLSearchParams(query), [query]);
  useEffect(watchHistory, []);
  const go = useCallback((href: string) => askAddress('pushState', href), []);
  const replace = useCallback((href: string) => askAddress('replaceState', href), []);
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

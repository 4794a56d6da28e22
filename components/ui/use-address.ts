'use client';
import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

interface FollowEvent {
  preventDefault(): void;
  detail: { href?: string };
}

/**
 * The state that a page keeps in its own address. `go` shows another state of the same page as a new step of the browser's
 * history, `replace` in place of this one (for what is typed); neither asks the server for the page again.
 */
export function useAddress() {
  const parameters = useSearchParams();
  const go = useCallback((href: string) => window.history.pushState(null, '', href), []);
  const replace = useCallback((href: string) => window.history.replaceState(null, '', href), []);
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

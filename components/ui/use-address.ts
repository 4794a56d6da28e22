'use client';
import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect } from 'react';

interface FollowEvent {
  preventDefault(): void;
  detail: { href?: string };
}

/** What `go` or `replace` asked for last, as long as nobody has gone elsewhere since. */
let asked: string | undefined;

/**
 * The state that a page keeps in its own address. `go` shows another state of the same page as a new step of the browser's
 * history, `replace` in place of this one (for what is typed); neither asks the server for the page again.
 */
export function useAddress() {
  const parameters = useSearchParams();
  useKeptAddress(parameters.toString());
  const go = useCallback((href: string) => {
    window.history.pushState(null, '', href);
    asked = addressNow();
  }, []);
  const replace = useCallback((href: string) => {
    window.history.replaceState(null, '', href);
    asked = addressNow();
  }, []);
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

/**
 * Next.js fetches a page that it goes back to once more, and when that arrives it puts the page's address back, whatever was asked for
 * meanwhile: then that is asked for again. Steps of the history, and clicks (which may lead elsewhere), are the user's own.
 */
function useKeptAddress(shown: string): void {
  useEffect(() => {
    const forget = () => {
      asked = undefined;
    };
    window.addEventListener('popstate', forget);
    window.addEventListener('click', forget, true);
    return () => {
      window.removeEventListener('popstate', forget);
      window.removeEventListener('click', forget, true);
    };
  }, []);
  useEffect(() => {
    const wanted = asked === undefined ? undefined : new URL(asked, window.location.href);
    if (wanted?.pathname !== window.location.pathname || wanted.searchParams.toString() === shown) return;
    window.history.replaceState(null, '', asked);
  }, [shown]);
}

const addressNow = () => window.location.pathname + window.location.search;

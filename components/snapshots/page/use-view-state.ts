'use client';
import { useCallback, useMemo } from 'react';
import { useUrl } from '@/components/ui/url/use-url';
import { readViewState, type ViewState, viewHref } from './view-state';

export interface View {
  state: ViewState;
  /** The URL of this state with some of it changed. */
  href: (changes: Partial<ViewState>) => string;
  /** Shows a changed state, as a new step of the browser's history. */
  change: (changes: Partial<ViewState>) => void;
  /** The same in place of this step, for what is typed. */
  amend: (changes: Partial<ViewState>) => void;
  /** For links to other states of this page. */
  follow: (event: { preventDefault(): void; detail: { href?: string } }) => void;
}

/**
 * Changes the state that the address bar holds now, not the one that was painted last: two changes may follow each other
 * before the page is painted again. A change that changes nothing leaves no step in the history.
 */
function move(to: (href: string) => void, changes: Partial<ViewState>): void {
  const now = readViewState(new URLSearchParams(window.location.search));
  const href = viewHref({ ...now, ...changes });
  if (href !== viewHref(now)) to(href);
}

/** The state of a snapshot's page, as its URL holds it. */
export function useViewState(): View {
  const { parameters, go, replace, follow } = useUrl();
  const text = parameters.toString();
  const state = useMemo(() => readViewState(new URLSearchParams(text)), [text]);
  const href = useCallback((changes: Partial<ViewState>) => viewHref({ ...state, ...changes }), [state]);
  const change = useCallback((changes: Partial<ViewState>) => move(go, changes), [go]);
  const amend = useCallback((changes: Partial<ViewState>) => move(replace, changes), [replace]);
  return useMemo(() => ({ state, href, change, amend, follow }), [state, href, change, amend, follow]);
}

'use client';
import { useCallback, useMemo } from 'react';
import { useUrl } from './use-url';

/** How a page's state stands in its URL. */
interface UrlForm<State> {
  /** What is not sensible counts as not given. */
  read(parameters: URLSearchParams): State;
  href(state: State): string;
}

/** Where the reader of a page is, and the ways from there. */
export interface UrlPlace<State> {
  state: State;
  /** The URL of this state with some of it changed. */
  href: (changes: Partial<State>) => string;
  /** Shows a changed state, as a new step of the browser's history. */
  change: (changes: Partial<State>) => void;
  /** The same in place of this step, for what is typed. */
  amend: (changes: Partial<State>) => void;
  /** For links to other states of this page. */
  follow: (event: { preventDefault(): void; detail: { href?: string } }) => void;
}

/** The state of a page, as its URL holds it. `form` must be the same at each call. */
export function useUrlState<State extends object>(form: UrlForm<State>): UrlPlace<State> {
  const { parameters, go, replace, follow } = useUrl();
  const text = parameters.toString();
  const state = useMemo(() => form.read(new URLSearchParams(text)), [form, text]);
  const href = useCallback((changes: Partial<State>) => form.href({ ...state, ...changes }), [form, state]);
  const change = useCallback((changes: Partial<State>) => move(form, go, changes), [form, go]);
  const amend = useCallback((changes: Partial<State>) => move(form, replace, changes), [form, replace]);
  return useMemo(() => ({ state, href, change, amend, follow }), [state, href, change, amend, follow]);
}

/**
 * Changes the state that the address bar holds now, not the one that was painted last: two changes may follow each other
 * before the page is painted again. A change that changes nothing leaves no step in the history.
 */
function move<State extends object>(form: UrlForm<State>, to: (href: string) => void, changes: Partial<State>): void {
  const now = form.read(new URLSearchParams(window.location.search));
  const href = form.href({ ...now, ...changes });
  if (href !== form.href(now)) to(href);
}

'use client';
import { useCallback, useMemo } from 'react';
import { useUrl } from '@/components/ui/url/use-url';
import { type GraphState, graphHref, readGraphUrl } from './graph-url';

/** Where the reader of a graph is, and the ways from there. */
export interface GraphPlace {
  state: GraphState;
  /** The URL of this state with some of it changed. */
  href: (changes: Partial<GraphState>) => string;
  /** Shows a changed state, as a new step of the browser's history. */
  change: (changes: Partial<GraphState>) => void;
  /** The same in place of this step. */
  amend: (changes: Partial<GraphState>) => void;
  /** For links to other states of this page. */
  follow: (event: { preventDefault(): void; detail: { href?: string } }) => void;
}

/** Changes what the address bar holds now: two changes may follow each other before the page is painted again. */
function move(to: (href: string) => void, changes: Partial<GraphState>): void {
  const now = readGraphUrl(new URLSearchParams(window.location.search));
  const href = graphHref({ ...now, ...changes });
  if (href !== graphHref(now)) to(href);
}

/** The state of the page of a graph, as its URL holds it. */
export function useGraphPlace(): GraphPlace {
  const { parameters, go, replace, follow } = useUrl();
  const text = parameters.toString();
  const state = useMemo(() => readGraphUrl(new URLSearchParams(text)), [text]);
  const href = useCallback((changes: Partial<GraphState>) => graphHref({ ...state, ...changes }), [state]);
  const change = useCallback((changes: Partial<GraphState>) => move(go, changes), [go]);
  const amend = useCallback((changes: Partial<GraphState>) => move(replace, changes), [replace]);
  return useMemo(() => ({ state, href, change, amend, follow }), [state, href, change, amend, follow]);
}

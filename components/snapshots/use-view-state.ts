'use client';
import { useCallback, useMemo } from 'react';
import { useAddress } from '@/components/ui/use-address';
import { readViewState, type ViewState, viewHref } from './view-state';

export interface View {
  state: ViewState;
  /** The address of this state with some of it changed. */
  href: (changes: Partial<ViewState>) => string;
  /** Shows a changed state, as a new step of the browser's history. */
  change: (changes: Partial<ViewState>) => void;
  /** The same in place of this step, for what is typed. */
  amend: (changes: Partial<ViewState>) => void;
  /** For links to other states of this page. */
  follow: (event: { preventDefault(): void; detail: { href?: string } }) => void;
}

/** The state of a snapshot's page, as its address holds it. */
export function useViewState(): View {
  const { parameters, go, replace, follow } = useAddress();
  const text = parameters.toString();
  const state = useMemo(() => readViewState(new URLSearchParams(text)), [text]);
  const href = useCallback((changes: Partial<ViewState>) => viewHref({ ...state, ...changes }), [state]);
  const change = useCallback((changes: Partial<ViewState>) => go(href(changes)), [go, href]);
  const amend = useCallback((changes: Partial<ViewState>) => replace(href(changes)), [replace, href]);
  return { state, href, change, amend, follow };
}

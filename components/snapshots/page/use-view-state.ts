'use client';
import { type UrlPlace, useUrlState } from '@/components/ui/url/use-url-state';
import { readViewState, type ViewState, viewHref } from './view-state';

export type View = UrlPlace<ViewState>;

const form = { read: readViewState, href: viewHref };

/** The state of a snapshot's page, as its URL holds it. */
export function useViewState(): View {
  return useUrlState<ViewState>(form);
}

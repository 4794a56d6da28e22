'use client';
import { type UrlPlace, useUrlState } from '@/components/ui/url/use-url-state';
import { type GraphState, graphHref, readGraphUrl } from './graph-url';

/** Where the reader of a graph is, and the ways from there. */
export type GraphPlace = UrlPlace<GraphState>;

const form = { read: readGraphUrl, href: graphHref };

/** The state of the page of a graph, as its URL holds it. */
export function useGraphPlace(): GraphPlace {
  return useUrlState<GraphState>(form);
}

'use client';
import { useMemo } from 'react';
import { type UrlPlace, useUrlState } from '@/components/ui/url/use-url-state';
import { type GraphState, graphHref, readGraphUrl } from './graph-url';

/** Where the reader of a graph is, and the ways from there. */
export type GraphPlace = UrlPlace<GraphState>;

const form = { read: readGraphUrl, href: graphHref };

/** The state of the page of a graph, as its URL holds it. */
export function useGraphPlace(): GraphPlace {
  const place = useUrlState<GraphState>(form);
  return useMemo(() => {
    const { href, change, amend } = place;
    return {
      ...place,
      href: (changes) => href(chosenAlone(changes)),
      change: (changes) => change(chosenAlone(changes)),
      amend: (changes) => amend(chosenAlone(changes)),
    };
  }, [place]);
}

/** Who chooses one thing chooses it alone, unless others are named. */
function chosenAlone(changes: Partial<GraphState>): Partial<GraphState> {
  return 'chosen' in changes ? { also: [], ...changes } : changes;
}

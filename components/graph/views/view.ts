import type { ReactNode } from 'react';
import type { Picture } from '@/lib/graph/picture';
import type { Action } from '../actions/action';
import type { FullScreen } from '../page/use-full-screen';
import type { GraphPlace } from '../page/use-graph-place';
import type { Undo } from '../page/use-undo';

/** What of the page stays when another view is shown. */
export interface PageProps {
  place: GraphPlace;
  steps: Undo;
  full: FullScreen;
}

/** What every view is given. */
export interface ViewProps extends PageProps {
  /** Width by height of the canvas. */
  proportion: number;
  /** So many cards can be read at once on this screen. */
  legible: number;
}

/** A resource that was found, wherever it is in the snapshot. */
export interface Found {
  id: string;
  index?: number;
  /** The boxes round it, the outermost first. */
  path: readonly string[];
}

/** How much of what there is is drawn, and why not all of it. */
export interface Shown {
  resources: { drawn: number; total: number };
  relationships: { drawn: number; total: number };
  /** Resources that match the filter. */
  matching: number;
  why?: string;
}

/** What a view hands to the stage, which draws it and lets the reader walk about in it. */
export interface Scene {
  picture: Picture | undefined;
  shown: Shown | undefined;
  /** With another name, everything comes into sight. */
  name: string;
  /** Whether it can leave out what does not match a filter; else that is always dimmed. */
  canHide: boolean;
  /** The resource that the picture begins at: seen first where all of it is too much to be read. */
  begin?: string;
  /** What stays where it is in the window while the picture changes. */
  anchor?: string;
  query: { error: Error | null; isFetching: boolean; refetch: () => unknown };
  /** What is said while nothing is there yet, or where nothing is to be drawn. */
  notice?: ReactNode;
  /** Stands beside how much is shown. */
  beside?: ReactNode;
  /** The view's own tools. */
  tools?: ReactNode;
  /** What the view tells in words, before the list of what is drawn. */
  words?: ReactNode;
  /** A resource or box was opened: double-clicked, or chosen and Enter pressed. Says whether the view did something with it. */
  onOpen(id: string): boolean;
  /** The pointer rests on something; undefined: on nothing any more. */
  onPoint?(id: string | undefined): void;
  /** What is found begins another picture, of which everything comes into sight. */
  beginsAnew?: true;
  /** Somebody found a resource. */
  onFound(found: Found): void;
  /** What can be done in this view with what is chosen, by the ids of resources and boxes; none where there is no `actionsFor`. */
  actionsFor?(ids: readonly string[]): Action[];
}

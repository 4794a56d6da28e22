import type { ButtonProps } from '@cloudscape-design/components/button';
import type { GraphState } from '../page/graph-url';

/** Something that can be done with what is chosen: a button in the panel, and an entry of the context menu. */
export type Action = {
  /** What the button and the entry say. */
  title: string;
  icon?: ButtonProps['iconName'];
} & (
  | { /** Another state of this page. */ to: Partial<GraphState> }
  | { /** The URL of another page. */ page: string }
  | { act(): void }
);

/** All that can be done with something, in the order in which it is offered. */
export interface Actions {
  /** Other views of it. */
  views: Action[];
  /** What changes the picture. */
  picture: Action[];
  /** What leaves the picture as it is. */
  others: Action[];
}

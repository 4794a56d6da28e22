import type { ForceForm } from './forces';
import type { Point } from './placement';

/** What a worker is asked for: places for these nodes. */
export interface ForceRequest {
  nodes: { id: string; width: number; height: number }[];
  edges: { id: string; source: string; target: string }[];
  form: ForceForm;
  /** Width by height of the canvas. */
  proportion: number;
}

/** For a node with its caption; beside a card, for the name of a relationship too. */
export const roomFor: Record<ForceForm, Point> = {
  card: { x: 340, y: 112 },
  icon: { x: 124, y: 88 },
  dot: { x: 112, y: 76 },
};

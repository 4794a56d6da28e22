'use client';
import { useState } from 'react';
import { rulesOf, stateOfRules } from '../saved-views/view-rules';
import { pictureStateOf } from './graph-url';
import type { GraphPlace } from './use-graph-place';

/** What was done, as the page offers it. */
export interface Undo {
  undo?: () => void;
  redo?: () => void;
}

interface Steps {
  past: string[];
  now: string;
  future: string[];
}

/** The steps with one more, which may be one back or forward that was made by the browser. */
export function withStep({ past, now, future }: Steps, next: string): Steps {
  if (past.at(-1) === next) return { past: past.slice(0, -1), now: next, future: [now, ...future] };
  if (future[0] === next) return { past: [...past, now], now: next, future: future.slice(1) };
  return { past: [...past, now], now: next, future: [] };
}

/** Takes back what was done to the picture, and does it again: what is chosen or open in the panel stays. */
export function useUndo({ state, change }: GraphPlace): Undo {
  const now = JSON.stringify(rulesOf(pictureStateOf(state)));
  const [steps, setSteps] = useState<Steps>({ past: [], now, future: [] });
  if (steps.now !== now) setSteps(withStep(steps, now));
  const to = (step: string | undefined) =>
    step === undefined ? undefined : () => change(stateOfRules(JSON.parse(step)));
  return { undo: to(steps.past.at(-1)), redo: to(steps.future[0]) };
}

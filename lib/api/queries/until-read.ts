import type { DerivedProgress } from '../contract/graph';
import { activePollMs } from './polling';

/** How often to ask again: while derived relationships are read, an answer is only the first part of one. */
export function untilRead({
  state,
}: {
  state: { status: string; data?: { derived?: DerivedProgress | undefined } | undefined };
}): number | false {
  return state.status !== 'error' && state.data?.derived?.state === 'reading' ? activePollMs : false;
}

import type { ObservationContext } from './port';

/** For tests: a context that wants every type, knows of nothing recorded, and hears nothing; `given` fields in place of those. */
export function testObservation(given: Partial<ObservationContext> = {}): ObservationContext {
  return {
    signal: new AbortController().signal,
    note: () => {},
    wanted: () => true,
    progress: () => {},
    lastRelationships: async () => new Map(),
    ...given,
  };
}

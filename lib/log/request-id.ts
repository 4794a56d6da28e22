import { randomUUID } from 'node:crypto';

/** The header in which a request's id comes from a proxy, and goes back with the answer. */
export const requestIdHeader = 'x-request-id';

/** The id of a request: what its header says, where that is a sound one, else a new one. It stands in the log and in the answer. */
export function requestIdOf(header: string | null | undefined): string {
  return header && /^[\w.-]{8,64}$/.test(header) ? header : randomUUID();
}

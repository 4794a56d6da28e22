/**
 * The number that a `configurationStateId` is, by which items of one resource and capture time come one after the other; 0 where it is none (the
 * uuid of a file of 2014), or is not told.
 */
export function stateNumber(stateId: unknown): number {
  const text = String(stateId);
  return /^\d{1,19}$/.test(text) ? Number(text) : 0;
}

import type { Scope } from '../../../items/scope';

/** An account and Region as the position after which a page begins. */
export const printedScope = ({ accountId, region }: Scope) => `${accountId}/${region}`;

/** The account and Region that `printedScope` printed; undefined for no position. Regions may hold anything, accounts are digits. */
export function scopeAfter(position: string | undefined): Scope | undefined {
  if (position === undefined) return undefined;
  const end = position.indexOf('/');
  return { accountId: position.slice(0, end), region: position.slice(end + 1) };
}

import { globalRegion } from './scope';

/** Whether accounts and Regions are shown: where there are several, and only there. */
export interface ShownScopes {
  accounts: boolean;
  regions: boolean;
}

interface Scoped {
  accountId?: string;
  region?: string;
}

/**
 * Which of account and Region tell resources apart, out of those that there are, empty ones left aside. `global` beside one Region is
 * what every account has.
 */
export function shownScopes({
  accountIds,
  regions,
}: {
  accountIds: Iterable<string>;
  regions: Iterable<string>;
}): ShownScopes {
  const several = (values: Iterable<string>, aside: string) =>
    new Set([...values].filter((value) => value !== '' && value !== aside)).size > 1;
  return { accounts: several(accountIds, ''), regions: several(regions, globalRegion) };
}

/** Account and Region of a resource as far as they are shown, those that it tells. */
function scopeParts({ accountId, region }: Scoped, shown: ShownScopes): string[] {
  return [...(shown.accounts && accountId ? [accountId] : []), ...(shown.regions && region ? [region] : [])];
}

/** The same as one text: `111122223333 · eu-west-1`; empty where neither is shown. */
export function scopeText(resource: Scoped, shown: ShownScopes): string {
  return scopeParts(resource, shown).join(' · ');
}

/** A resource's id or name with them, where two that bear it are to be told apart: `f (eu-west-1)`. */
export function nameInScope(name: string, resource: Scoped, shown: ShownScopes): string {
  const scope = scopeText(resource, shown);
  return scope === '' ? name : `${name} (${scope})`;
}

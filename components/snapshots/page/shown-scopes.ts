import { useQuery } from '@tanstack/react-query';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import { globalRegion } from '@/lib/items/scope';
import type { ViewState } from './view-state';

/** Whether accounts and Regions are shown: where there are several, and only there. */
export interface ShownScopes {
  accounts: boolean;
  regions: boolean;
}

interface Scoped {
  accountId?: string;
  region?: string;
}

/** Which of account and Region tell the items of a document apart. `global` beside one Region is what every account has. */
export function shownScopes({ accountIds, regions }: { accountIds: string[]; regions: string[] }): ShownScopes {
  return { accounts: accountIds.length > 1, regions: regions.filter((region) => region !== globalRegion).length > 1 };
}

/** The same of the document of a page; neither as long as it is not open. */
export function useShownScopes({ bucket, key, partial }: Pick<ViewState, 'bucket' | 'key' | 'partial'>): ShownScopes {
  const document = useQuery({ ...snapshotQueries.document({ bucket, key, partial }), enabled: false });
  return document.data ? shownScopes(document.data) : { accounts: false, regions: false };
}

/** Account and Region of a resource as far as they are shown: `111122223333 · eu-west-1`; empty where neither is. */
export function scopeText({ accountId, region }: Scoped, shown: ShownScopes): string {
  return [shown.accounts ? accountId : '', shown.regions ? region : ''].filter(Boolean).join(' · ');
}

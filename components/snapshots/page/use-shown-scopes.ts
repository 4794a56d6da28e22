import { useQuery } from '@tanstack/react-query';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import { type ShownScopes, shownScopes } from '@/lib/items/shown-scopes';
import type { ViewState } from './view-state';

/** Which of account and Region tell the items of a page's document apart; neither as long as it is not open. */
export function useShownScopes({ bucket, key, partial }: Pick<ViewState, 'bucket' | 'key' | 'partial'>): ShownScopes {
  const document = useQuery({ ...snapshotQueries.document({ bucket, key, partial }), enabled: false });
  return document.data ? shownScopes(document.data) : { accounts: false, regions: false };
}

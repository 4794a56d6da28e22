import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SavedViewsView } from '@/lib/api/contract/saved-views';
import { savedViewCommands, savedViewQueries } from '@/lib/api/queries/saved-views';

/** The saved views and what can be done with them. Each command answers all there are then, which is what is shown from there on. */
export function useSavedViews() {
  const client = useQueryClient();
  const { queryKey } = savedViewQueries.list();
  const onSuccess = (views: SavedViewsView) => client.setQueryData(queryKey, views);
  return {
    views: useQuery(savedViewQueries.list()),
    save: useMutation({ mutationFn: savedViewCommands.save, onSuccess }),
    change: useMutation({ mutationFn: savedViewCommands.change, onSuccess }),
    remove: useMutation({ mutationFn: savedViewCommands.remove, onSuccess }),
  };
}

'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { commands, queries } from '@/lib/api/queries';

/** Observes all sources now; while a cycle runs, that one is meant. */
export function useDiscover() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: commands.discover,
    onSuccess: (view) => client.setQueryData(queries.recorder().queryKey, view),
    onSettled: () => client.invalidateQueries({ queryKey: queries.recorder().queryKey }),
  });
}

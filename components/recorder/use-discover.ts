'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { recorderCommands, recorderQueries } from '@/lib/api/queries/recorder';

/** Observes all sources now; while a cycle runs, that one is meant. */
export function useDiscover() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: recorderCommands.discover,
    onSuccess: (view) => client.setQueryData(recorderQueries.recorder().queryKey, view),
    onSettled: () => client.invalidateQueries({ queryKey: recorderQueries.recorder().queryKey }),
  });
}

'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { commands, queries } from '@/lib/api/queries';

/** Performs one of AWS Config's operations; what it may have changed is asked for anew. `onDone` is told of success. */
export function useOperation(onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: commands.perform,
    onSuccess: async () => {
      const changed = [
        queries.recorderSettings(),
        queries.channelSettings(),
        queries.retentionSettings(),
        queries.recorder(),
        queries.delivery(),
        queries.connect(),
      ];
      await Promise.all(changed.map(({ queryKey }) => client.invalidateQueries({ queryKey })));
      onDone?.();
    },
  });
}

'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { connectQueries } from '@/lib/api/queries/connect';
import { deliveryQueries } from '@/lib/api/queries/delivery';
import { recorderQueries } from '@/lib/api/queries/recorder';
import { settingsCommands, settingsQueries } from '@/lib/api/queries/settings';

/** Performs one of AWS Config's operations; what it may have changed is asked for anew. `onDone` is told of success. */
export function useOperation(onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: settingsCommands.perform,
    onSuccess: async () => {
      const changed = [
        settingsQueries.recorderSettings(),
        settingsQueries.channelSettings(),
        settingsQueries.retentionSettings(),
        recorderQueries.recorder(),
        deliveryQueries.delivery(),
        connectQueries.connect(),
      ];
      await Promise.all(changed.map(({ queryKey }) => client.invalidateQueries({ queryKey })));
      onDone?.();
    },
  });
}

'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiFailure } from '@/lib/api/client/api-failure';
import { deliveryCommands, deliveryQueries } from '@/lib/api/queries/delivery';

/** Why a click on **Deliver snapshot** started nothing, in the API's own words. */
export interface Refusal {
  code: string;
  message: string;
}

/**
 * Starts deliveries. A click while one runs goes to the server as well: whether it is refused is the server's to say, since a
 * delivery may have been started, or have ended, elsewhere.
 */
export function useDeliver() {
  const client = useQueryClient();
  const [startedId, setStartedId] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();
  const mutation = useMutation({
    mutationFn: deliveryCommands.deliver,
    onSuccess: ({ configSnapshotId }) => {
      setStartedId(configSnapshotId);
      setRefusal(undefined);
    },
    onError: (error) =>
      setRefusal({ code: error instanceof ApiFailure ? error.code : error.name, message: error.message }),
    onSettled: () => client.invalidateQueries({ queryKey: deliveryQueries.delivery().queryKey }),
  });
  return { deliver: mutation.mutate, startedId, refusal, dismissRefusal: () => setRefusal(undefined) };
}

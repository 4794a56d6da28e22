'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiFailure, commands, queries } from '@/lib/api/queries';

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
    mutationFn: commands.deliver,
    onSuccess: ({ configSnapshotId }) => {
      setStartedId(configSnapshotId);
      setRefusal(undefined);
    },
    onError: (error) =>
      setRefusal({ code: error instanceof ApiFailure ? error.code : error.name, message: error.message }),
    onSettled: () => client.invalidateQueries({ queryKey: queries.delivery().queryKey }),
  });
  return { deliver: mutation.mutate, startedId, refusal, dismissRefusal: () => setRefusal(undefined) };
}
